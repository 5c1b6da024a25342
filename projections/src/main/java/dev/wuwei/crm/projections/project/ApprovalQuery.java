package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.ReviewId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Admission approvals and how long they are good for. */
@Component
public class ApprovalQuery {
    private final JdbcClient jdbc;

    public ApprovalQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An approval, and the review that gave it. */
    public record Approval(NegotiationId negotiationId, ReviewId reviewId) {}

    /** @return approvals whose last day was before this one, of negotiations that still run; the longest past first */
    public List<Approval> endedBefore(LocalDate day) {
        return jdbc.sql("""
                        select p.negotiation_id, d.item_id
                        from project_task k join project p on p.project_id = k.project_id
                        join lateral (select i.item_id from dossier_item i
                            where i.project_id = k.project_id and i.kind = 'DECISION'
                            order by i.sequence desc limit 1) d on true
                        where k.kind = 'APPROVAL_EXPIRY' and k.due_on < ? order by k.due_on, p.negotiation_id
                        """)
                .param(day)
                .query((row, n) ->
                        new Approval(new NegotiationId(row.getObject(1, UUID.class)), ReviewId.of(row.getString(2))))
                .list();
    }
}
