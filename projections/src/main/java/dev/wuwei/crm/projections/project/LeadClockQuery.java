package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.lead.LeadId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads with a clock (响应、研判、反馈) that runs. */
@Component
public class LeadClockQuery {
    private final JdbcClient jdbc;

    public LeadClockQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those with a clock that runs out on that day or later, and whatever circulates, for its clock waits */
    public List<LeadId> dueFrom(LocalDate day) {
        return jdbc.sql("""
                        select p.lead_id from project_task k join project p on p.project_id = k.project_id
                        where k.kind in ('RESPOND', 'JUDGE', 'FEEDBACK') and k.due_on >= ?
                        union all
                        select p.lead_id from project p where p.is_lead and p.lead_state = 'CIRCULATING'
                        """)
                .param(day)
                .query((row, n) -> new LeadId(row.getObject(1, UUID.class)))
                .list();
    }
}
