package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.projections.commitment.CommitmentFilter.Outcome;
import dev.wuwei.crm.projections.project.ProjectScope;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Conditions;
import dev.wuwei.crm.projections.support.Like;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.FactSource;
import dev.wuwei.crm.signing.SigningId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Commitments of both sides as of any day and as known at any instant.
 *
 * <p>{@code today} is the day that they are judged on where no other day is asked for.
 */
@Component
public class CommitmentQuery {
    private static final String KEPT = in(CommitmentState::isKept);
    private static final String OPEN_PROMISE = in(CommitmentState::isOpenPromise);
    private static final String NOT_KEPT = "(" + in(state -> state.isBroken() || state == CommitmentState.REFUSED)
            + " or " + OPEN_PROMISE + " and c.due_on < coalesce(c.frozen_on, :day))";
    private static final String OPEN = "(c.state in ('PENDING', 'DUE') or " + OPEN_PROMISE
            + " and (c.due_on is null or c.due_on >= coalesce(c.frozen_on, :day)))";

    private static String in(Predicate<CommitmentState> wanted) {
        return Stream.of(CommitmentState.values())
                .filter(wanted)
                .map(state -> "'" + state.name() + "'")
                .collect(Collectors.joining(", ", "c.state in (", ")"));
    }

    private final JdbcClient jdbc;

    public CommitmentQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static final class Where extends Conditions<Where> {
        Where(AsOf asOf, Viewer viewer, LocalDate day) {
            ProjectScope scope = ProjectScope.of(viewer);
            and(scope.sql("p"));
            scope.params().forEach(this::with);
            and("c.effective_from <= :day and (c.effective_to is null or c.effective_to > :day)", "day", day);
            if (asOf.knownAt() == null) {
                and("c.known_to is null");
            } else {
                and(
                        "c.known_from <= :knownAt and (c.known_to is null or c.known_to > :knownAt)",
                        "knownAt",
                        asOf.knownAt().atOffset(ZoneOffset.UTC));
            }
        }

        Where filter(CommitmentFilter filter) {
            given(
                    "c.project_id = :project",
                    "project",
                    filter.project() == null ? null : filter.project().value());
            anyConstant("c.side", "sides", filter.sides());
            anyConstant("c.state", "states", filter.states());
            any("p.park_code", "parks", filter.parks());
            if (filter.outcome() != null) {
                and(
                        switch (filter.outcome()) {
                            case KEPT -> KEPT;
                            case NOT_KEPT -> NOT_KEPT;
                            case OPEN -> OPEN;
                        });
            }
            given(
                    "(p.name ilike :text or p.project_no ilike :text)",
                    "text",
                    filter.text() == null ? null : "%" + Like.literal(filter.text()) + "%");
            return this;
        }
    }

    private static LocalDate day(AsOf asOf, LocalDate today) {
        return asOf.asOf() == null ? today : asOf.asOf();
    }

    /** Those that were broken first and longest ago come first. */
    public Page.Of<CommitmentView> page(CommitmentFilter filter, Page page, AsOf asOf, Viewer viewer, LocalDate today) {
        LocalDate day = day(asOf, today);
        Where where = new Where(asOf, viewer, day).filter(filter);
        long total = jdbc.sql("select count(*) from commitment c join project p on p.project_id = c.project_id where "
                        + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
        return new Page.Of<>(
                rows(
                        where,
                        "order by " + NOT_KEPT
                                + " is true desc, c.due_on nulls last, p.project_no, c.clause, c.worded_by" + " limit "
                                + page.size() + " offset " + page.offset(),
                        day),
                total);
    }

    /** All of one project, the company's first, each clause in the order of its versions. */
    public List<CommitmentView> of(ProjectId project, AsOf asOf, Viewer viewer, LocalDate today) {
        LocalDate day = day(asOf, today);
        return rows(
                new Where(asOf, viewer, day).filter(CommitmentFilter.of(project)),
                "order by c.side, c.signing_id, c.clause, c.worded_by",
                day);
    }

    private List<CommitmentView> rows(Where where, String order, LocalDate day) {
        return jdbc.sql("""
                        select c.*, p.project_no, p.name as project_name, p.park_code, p.park_name
                        from commitment c join project p on p.project_id = c.project_id where %s %s
                        """.formatted(where.sql(), order))
                .params(where.params())
                .query((row, n) -> view(row, day))
                .list();
    }

    private static CommitmentView view(ResultSet row, LocalDate day) throws SQLException {
        CommitmentSide side = CommitmentSide.valueOf(row.getString("side"));
        String words = row.getString("words");
        String source = row.getString("source");
        String park = row.getString("park_code");
        return new CommitmentView(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("project_no"),
                row.getString("project_name"),
                park == null ? null : new Coded(park, row.getString("park_name")),
                new SigningId(row.getObject("signing_id", UUID.class)),
                side,
                side == CommitmentSide.COMPANY ? CommitmentRow.company(words) : null,
                side == CommitmentSide.GOVERNMENT ? CommitmentRow.government(words) : null,
                row.getInt("worded_by"),
                CommitmentState.valueOf(row.getString("state")),
                row.getInt("judged_by"),
                row.getObject("due_on", LocalDate.class),
                row.getString("actual"),
                row.getObject("actual_on", LocalDate.class),
                source == null ? null : FactSource.valueOf(source),
                row.getString("inputs"),
                row.getBigDecimal("gap"),
                row.getObject("deadline", LocalDate.class),
                row.getObject("frozen_on", LocalDate.class),
                day);
    }

    /** @return 履约率 of both sides over what the filter leaves, its outcome aside */
    public Map<CommitmentSide, Fulfilment> fulfilment(
            CommitmentFilter filter, AsOf asOf, Viewer viewer, LocalDate today) {
        LocalDate day = day(asOf, today);
        Where where = new Where(asOf, viewer, day).filter(filter.outcome(null));
        Map<CommitmentSide, Map<CommitmentState, Long>> states = new EnumMap<>(CommitmentSide.class);
        Map<CommitmentSide, Map<Outcome, Long>> outcomes = new EnumMap<>(CommitmentSide.class);
        for (CommitmentSide side : CommitmentSide.values()) {
            states.put(side, new EnumMap<>(CommitmentState.class));
            outcomes.put(side, new EnumMap<>(Outcome.class));
        }
        jdbc.sql("select c.side, c.state, count(*) as n, count(*) filter (where " + KEPT + ") as kept,"
                        + " count(*) filter (where " + NOT_KEPT + ") as not_kept,"
                        + " count(*) filter (where " + OPEN + ") as open"
                        + " from commitment c join project p on p.project_id = c.project_id where " + where.sql()
                        + " group by c.side, c.state")
                .params(where.params())
                .query(row -> {
                    CommitmentSide side = CommitmentSide.valueOf(row.getString("side"));
                    states.get(side).put(CommitmentState.valueOf(row.getString("state")), row.getLong("n"));
                    outcomes.get(side).merge(Outcome.KEPT, row.getLong("kept"), Long::sum);
                    outcomes.get(side).merge(Outcome.NOT_KEPT, row.getLong("not_kept"), Long::sum);
                    outcomes.get(side).merge(Outcome.OPEN, row.getLong("open"), Long::sum);
                });
        Map<CommitmentSide, Fulfilment> found = new EnumMap<>(CommitmentSide.class);
        outcomes.forEach((side, counts) -> found.put(
                side,
                new Fulfilment(
                        side,
                        counts.getOrDefault(Outcome.KEPT, 0L),
                        counts.getOrDefault(Outcome.NOT_KEPT, 0L),
                        counts.getOrDefault(Outcome.OPEN, 0L),
                        states.get(side))));
        return found;
    }

    /** @return what was recorded by hand about the commitments of a project that the viewer may see, and stands */
    public List<CommitmentRecord> records(ProjectId project, AsOf asOf, Viewer viewer, LocalDate today) {
        Map<SigningId, AgreementFacts> agreements = new LinkedHashMap<>();
        for (CommitmentFact fact : facts(project, asOf, viewer)) {
            if (fact.event() instanceof CommitmentEvent event) {
                agreements
                        .computeIfAbsent(event.signingId(), AgreementFacts::new)
                        .know(event);
            }
        }
        List<CommitmentRecord> records = new ArrayList<>();
        agreements.values().forEach(agreement -> records.addAll(agreement.records(day(asOf, today))));
        records.sort(Comparator.comparing(CommitmentRecord::on));
        return records;
    }

    /** @return what the land of a project has come to, under the agreement signed last */
    public List<LandFigure> land(ProjectId project, AsOf asOf, Viewer viewer, LocalDate today) {
        SiteFile file = new SiteFile();
        facts(project, asOf, viewer).forEach(file::know);
        return file.agreement()
                .map(agreement -> CommitmentCourse.perMu(agreement, file.facts(), day(asOf, today)))
                .orElse(List.of());
    }

    private List<CommitmentFact> facts(ProjectId project, AsOf asOf, Viewer viewer) {
        ProjectScope scope = ProjectScope.of(viewer);
        return jdbc
                .sql("""
                        select f.* from commitment_fact f join project p on p.project_id = f.project_id
                        where f.project_id = :project and %s order by f.position
                        """.formatted(scope.sql("p")))
                .param("project", project.value())
                .params(scope.params())
                .query((row, n) -> CommitmentFact.read(row))
                .list()
                .stream()
                .filter(fact -> asOf.knownAt() == null || !fact.recordedAt().isAfter(asOf.knownAt()))
                .toList();
    }
}
