package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.lead.LeadId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Leads that nobody moves. */
@Component
public class SilentLeadQuery {
    private final JdbcClient jdbc;

    public SilentLeadQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return leads still open whose last progress was on this day or before, the longest silent first */
    public List<LeadId> silentSince(LocalDate day) {
        return jdbc.sql("""
                        select p.lead_id from project_task k join project p on p.project_id = k.project_id
                        where k.kind = 'PROGRESS' and p.is_lead and k.due_on <= ? order by k.due_on, p.project_no
                        """)
                .param(day)
                .query((row, n) -> new LeadId(row.getObject(1, UUID.class)))
                .list();
    }
}
