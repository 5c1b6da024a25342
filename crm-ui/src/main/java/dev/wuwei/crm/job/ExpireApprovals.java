package dev.wuwei.crm.job;

import dev.wuwei.crm.negotiation.NegotiationCommand.ExpireApproval;
import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.projections.project.ApprovalQuery;
import org.springframework.stereotype.Component;

/** Every night: an admission approval past its last day expires, and what was ready to sign goes back to the terms. */
@Component
class ExpireApprovals implements BusinessJob {
    private final ApprovalQuery approvals;

    ExpireApprovals(ApprovalQuery approvals) {
        this.approvals = approvals;
    }

    @Override
    public String name() {
        return "approval-expiry";
    }

    @Override
    public void run(JobRun run) {
        approvals
                .endedBefore(run.today())
                .forEach(approval ->
                        run.send(new ExpireApproval(approval.negotiationId(), approval.reviewId(), run.today())));
    }
}
