package dev.wuwei.crm.projections.staff;

import dev.wuwei.crm.shared.StaffId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The views of lists that people saved for themselves. */
@Component
public class SavedViewQuery {
    /** @param query what the list is narrowed to, as its address says it */
    public record SavedView(String name, String query) {}

    private final JdbcClient jdbc;

    public SavedViewQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return those of one list, by name */
    public List<SavedView> of(StaffId staff, String page) {
        return jdbc.sql("""
                        select name, query from saved_view
                        where staff_id = :staff and page = :page and query is not null order by name""")
                .param("staff", staff.value())
                .param("page", page)
                .query(SavedView.class)
                .list();
    }
}
