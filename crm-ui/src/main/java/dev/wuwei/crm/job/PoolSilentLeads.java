package dev.wuwei.crm.job;

import dev.wuwei.crm.lead.LeadCommand.PoolLead;
import dev.wuwei.crm.platform.quartz.BusinessJob;
import dev.wuwei.crm.platform.quartz.JobRun;
import dev.wuwei.crm.projections.project.SilentLeadQuery;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.ui.component.I18n;
import org.springframework.stereotype.Component;

/** Every night: a lead that nobody has moved for so long goes to the pool (公海), where others may take it up. */
@Component
class PoolSilentLeads implements BusinessJob {
    private final SilentLeadQuery leads;
    private final Thresholds thresholds;

    PoolSilentLeads(SilentLeadQuery leads, Thresholds thresholds) {
        this.leads = leads;
        this.thresholds = thresholds;
    }

    @Override
    public String name() {
        return "lead-pool";
    }

    @Override
    public void run(JobRun run) {
        String reason = I18n.text(I18n.CHINESE, "job.lead-pool.reason", thresholds.poolAfterDays());
        leads.silentSince(run.today().minusDays(thresholds.poolAfterDays()))
                .forEach(lead -> run.send(new PoolLead(lead, run.today(), reason)));
    }
}
