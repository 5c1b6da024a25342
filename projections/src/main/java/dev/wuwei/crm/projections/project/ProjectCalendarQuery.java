package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.projections.support.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the days of a month hold for a list of projects: next contacts and deadlines; for 签约, the signatures. */
@Component
public class ProjectCalendarQuery {
    private static final Set<TaskKind> KINDS = kinds();

    private static final String TASKS = """
            select k.due_on as day, p.project_no, p.name, k.kind, max(k.note) as note
            from project p join project_task k on k.project_id = p.project_id
            where %s and k.kind = any(:kinds) and k.due_on between :from and :to
            group by k.due_on, p.project_no, p.name, k.kind""";

    private static final String SIGNATURES = """
            select p.signed_on as day, p.project_no, p.name, null as kind, null as note
            from project p where %s and p.signed_on between :from and :to""";

    private final JdbcClient jdbc;

    private static Set<TaskKind> kinds() {
        Set<TaskKind> kinds = EnumSet.copyOf(TaskKind.DEADLINES);
        kinds.add(TaskKind.NEXT_CONTACT);
        return kinds;
    }

    public ProjectCalendarQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param kind of the task; {@code null} for a signature
     * @param note the next step that was agreed on, or {@code null}
     */
    public record Entry(String projectNo, String projectName, TaskKind kind, String note) {}

    /**
     * @param count of entries, of which {@code first} are shown
     */
    public record Day(LocalDate on, long count, List<Entry> first) {}

    /** @return the days that hold something, with at most {@code each} entries a day */
    public List<Day> days(
            ProjectList list, ProjectFilter filter, LocalDate from, LocalDate to, int each, Viewer viewer) {
        ProjectWhere where = new ProjectWhere(viewer).list(list).filter(list, filter);
        String entries = (list == ProjectList.SIGNINGS ? SIGNATURES : TASKS).formatted(where.sql());
        Map<LocalDate, Day> days = new TreeMap<>();
        RowCallbackHandler collect = row -> {
            LocalDate on = row.getObject("day", LocalDate.class);
            if (!days.containsKey(on)) {
                days.put(on, new Day(on, row.getLong("entries"), new ArrayList<>()));
            }
            days.get(on).first().add(entry(row));
        };
        jdbc.sql("""
                        select * from (select e.*, count(*) over (partition by day) as entries,
                                              row_number() over (partition by day order by kind, project_no) as nth
                                       from (%s) e) numbered
                        where nth <= :each order by day, nth""".formatted(entries))
                .params(where.params())
                .param("kinds", KINDS.stream().map(TaskKind::name).toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .param("each", each)
                .query(collect);
        return List.copyOf(days.values());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Entry(
                row.getString("project_no"),
                row.getString("name"),
                kind == null ? null : TaskKind.valueOf(kind),
                row.getString("note"));
    }
}
