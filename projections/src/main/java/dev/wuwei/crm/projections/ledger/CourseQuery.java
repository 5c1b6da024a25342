package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How projects stood from day to day: who led, owned and carried them, whether they were alive, what they came to. */
@Component
public class CourseQuery {
    /**
     * A project from that day on, until the next step.
     *
     * @param negotiationId the talks that are held or were held last, or {@code null} before any
     * @param amount signed amount while a formal agreement counts, else the estimate; {@code null} when there is neither
     * @param fiveGap {@code null} while no formal agreement counts
     */
    public record Step(
            ProjectId projectId,
            String projectNo,
            String name,
            LocalDate from,
            StaffId leader,
            StaffId owner,
            TeamId team,
            ProjectStatus status,
            Stage stage,
            NegotiationId negotiationId,
            LocalDate signedOn,
            PhaseState fiveGap,
            Money amount) {

        /** @return whether somebody has to see to it: it is neither set aside nor ended */
        public boolean isAlive() {
            return status == ProjectStatus.ACTIVE || status == ProjectStatus.FULFILLED;
        }
    }

    /** A phase came to a milestone on that day, by recognition. */
    public record Reached(ProjectId projectId, String phase, Milestone milestone, LocalDate on) {}

    private final JdbcClient jdbc;

    public CourseQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT} */
    public void check(AsOf point) {
        Slice.check(point, jdbc);
    }

    /**
     * @param upTo with a day
     * @return steps up to that day, in order of time, of projects that this person ever was linked to as leader
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public Map<ProjectId, List<Step>> ledBy(StaffId leader, AsOf upTo, Viewer viewer) {
        return everHaving("leader", leader.value(), upTo, viewer);
    }

    /** The same of projects that this person ever owned. */
    public Map<ProjectId, List<Step>> ownedBy(StaffId owner, AsOf upTo, Viewer viewer) {
        return everHaving("owner", owner.value(), upTo, viewer);
    }

    /** The same of projects that this team ever carried. */
    public Map<ProjectId, List<Step>> carriedBy(TeamId team, AsOf upTo, Viewer viewer) {
        return everHaving("team", team.value(), upTo, viewer);
    }

    private Map<ProjectId, List<Step>> everHaving(String column, UUID value, AsOf upTo, Viewer viewer) {
        Slice course =
                Slice.ofCourse("h", upTo).where("h." + column + " = :value").with("value", value);
        UUID[] projects = course.bind(jdbc.sql("select distinct h.project_id from ledger h " + course.sql()))
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        return courses(projects, upTo, viewer);
    }

    /** The same of these projects. */
    public Map<ProjectId, List<Step>> courses(Collection<ProjectId> projects, AsOf upTo, Viewer viewer) {
        return courses(projects.stream().map(ProjectId::value).toArray(UUID[]::new), upTo, viewer);
    }

    /** Who may see a project as it stands on the last day sees what it went through. */
    private Map<ProjectId, List<Step>> courses(UUID[] projects, AsOf upTo, Viewer viewer) {
        check(upTo);
        Slice slice = Slice.ofRows("l", upTo)
                .seenBy(viewer, "l.park")
                .where("l.project_id = any(:projects)")
                .with("projects", projects);
        List<Step> steps = slice.bind(jdbc.sql("select h.* from ledger h "
                        + Slice.ofCourse("h", upTo)
                                .where("h.project_id in (select l.project_id from " + Slice.rows("ledger", upTo) + " l "
                                        + slice.sql() + ")")
                                .sql()
                        + " order by h.project_no, h.project_id, h.effective_from"))
                .query((row, number) -> step(row))
                .list();
        return steps.stream().collect(Collectors.groupingBy(Step::projectId, LinkedHashMap::new, Collectors.toList()));
    }

    private static Step step(ResultSet row) throws SQLException {
        BigDecimal signed = row.getBigDecimal("signed");
        BigDecimal estimate = row.getBigDecimal("estimate");
        String currency = row.getString("estimate_currency");
        return new Step(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("name"),
                ProjectQueries.date(row, "effective_from"),
                ProjectQueries.id(row, "leader", StaffId::new),
                ProjectQueries.id(row, "owner", StaffId::new),
                ProjectQueries.id(row, "team", TeamId::new),
                ProjectStatus.valueOf(row.getString("status")),
                Stage.valueOf(row.getString("stage")),
                ProjectQueries.id(row, "negotiation_id", NegotiationId::new),
                ProjectQueries.date(row, "signed_on"),
                ProjectQueries.constant(row, "five_gap", PhaseState.class),
                signed.signum() != 0
                        ? new Money(signed, Currency.CNY)
                        : estimate == null
                                ? null
                                : new Money(estimate, currency == null ? Currency.CNY : Currency.valueOf(currency)));
    }

    /**
     * @param upTo with the last day
     * @return milestones of these projects that were reached from the first day on, those that no longer hold too
     */
    public List<Reached> reached(Collection<ProjectId> projects, LocalDate from, AsOf upTo) {
        Slice course = Slice.ofCourse("p", upTo)
                .where("p.project_id = any(:projects)")
                .where("m.reached_on = p.effective_from")
                .where("p.effective_from >= :from")
                .with("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
                .with("from", from);
        return course.bind(jdbc.sql("select p.project_id, p.phase, m.milestone, p.effective_from from phase p"
                        + " cross join lateral (values ('CONSTRUCTION_START', p.recognised_start),"
                        + " ('COMPLETION', p.recognised_completion), ('PRODUCTION_START', p.recognised_production),"
                        + " ('SCALE_UP', p.recognised_scale_up), ('FULL_CAPACITY', p.recognised_full_capacity))"
                        + " as m (milestone, reached_on) " + course.sql()
                        + " order by p.effective_from, p.project_id, p.phase"))
                .query((row, number) -> new Reached(
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getString("phase"),
                        Milestone.valueOf(row.getString("milestone")),
                        ProjectQueries.date(row, "effective_from")))
                .list();
    }
}
