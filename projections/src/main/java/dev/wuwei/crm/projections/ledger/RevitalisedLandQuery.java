package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 盘活: idle or little used land that came to projects. */
@Component
public class RevitalisedLandQuery {
    /**
     * One hand-over, and whose project it went to as of the point asked for.
     *
     * @param mu 亩
     * @param method how the land came to be free
     */
    public record HandOver(
            ProjectId projectId,
            String projectNo,
            String projectName,
            Coded park,
            TeamId team,
            StaffId owner,
            StaffId leader,
            LocalDate on,
            BigDecimal mu,
            Coded method) {}

    private final JdbcClient jdbc;

    public RevitalisedLandQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param from first day of the period
     * @param to its last day
     * @return the first first; none that is known to have been entered wrongly
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public List<HandOver> handedOver(LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Slice slice = Slice.ofRows("l", asOf)
                .seenBy(viewer, "l.park")
                .where(asOf.knownAt() == null ? "r.known_to is null" : Slice.knownThen("r."))
                .where("r.handed_on between :from and :to")
                .with("from", from)
                .with("to", to);
        if (asOf.asOf() != null) {
            slice.where("r.handed_on <= :asOf");
        }
        return slice.bind(jdbc.sql(
                        "select l.project_id, l.project_no, l.name, l.park, l.park_name, l.team, l.owner, l.leader,"
                                + " r.handed_on, r.mu, r.method, r.method_name from revitalised_land r join "
                                + Slice.rows("ledger", asOf) + " l on l.project_id = r.project_id " + slice.sql()
                                + " order by r.handed_on, l.project_no"))
                .query((row, number) -> new HandOver(
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getString("project_no"),
                        row.getString("name"),
                        ProjectQueries.coded(row, "park"),
                        ProjectQueries.id(row, "team", TeamId::new),
                        ProjectQueries.id(row, "owner", StaffId::new),
                        ProjectQueries.id(row, "leader", StaffId::new),
                        ProjectQueries.date(row, "handed_on"),
                        row.getBigDecimal("mu"),
                        ProjectQueries.coded(row, "method")))
                .list();
    }
}
