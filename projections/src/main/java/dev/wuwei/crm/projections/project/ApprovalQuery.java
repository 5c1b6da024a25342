package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionDecided;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.ReviewId;
import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.shared.ProjectId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Admission approvals and how long they are good for. */
@Component
public class ApprovalQuery {
    private final JdbcClient jdbc;
    private final ProjectHistory history;

    public ApprovalQuery(JdbcClient jdbc, ProjectHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** An approval, and the review that gave it. */
    public record Approval(NegotiationId negotiationId, ReviewId reviewId) {}

    /** @return approvals whose last day was before this one, of negotiations that still run; the longest past first */
    public List<Approval> endedBefore(LocalDate day) {
        List<ProjectId> ended = jdbc.sql("""
                        select project_id from project_task
                        where kind = 'APPROVAL_EXPIRY' and due_on < ? order by due_on, project_id
                        """)
                .param(day)
                .query((row, n) -> new ProjectId(row.getObject(1, UUID.class)))
                .list();
        Map<ProjectId, List<Recorded>> decisions = history.of(ended, Set.of(AdmissionDecided.class));
        return ended.stream()
                .filter(decisions::containsKey)
                .map(project ->
                        (AdmissionDecided) decisions.get(project).getLast().event())
                .map(decided -> new Approval(decided.negotiationId(), decided.reviewId()))
                .toList();
    }
}
