package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Violation;
import dev.wuwei.crm.signing.AgreementKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Totals, what they are made of, and why they moved. All three are sums over the same journal entries, so they always agree. The
 * viewer's park scope cuts rows and grand total alike.
 */
@Component
public class TotalsQuery {
    /**
     * What is asked for.
     *
     * @param by broken down by these, in this order; may be empty
     * @param policy see {@link PolicyQuery#of}; {@code null} for the one in force
     * @param from first day that figures are booked on, or {@code null}
     * @param to last day, or {@code null}
     * @param exclusiveBands whether a project is in its largest size band only, not in the smaller ones too
     */
    public record Request(
            Measure measure,
            List<Dimension> by,
            String policy,
            LocalDate from,
            LocalDate to,
            boolean exclusiveBands,
            Roof roof) {
        /** @throws RuleViolated {@link LedgerRule#PERIOD_ENDS_BEFORE_START} */
        public Request {
            by = by == null ? List.of() : List.copyOf(by);
            if (from != null && to != null && to.isBefore(from)) {
                throw new RuleViolated(LedgerRule.PERIOD_ENDS_BEFORE_START, from, to);
            }
        }

        public Request(Measure measure, List<Dimension> by, String policy, LocalDate from, LocalDate to) {
            this(measure, by, policy, from, to, false, Roof.OF_THE_DAY);
        }

        public static Request of(Measure measure, Dimension... by) {
            return new Request(measure, List.of(by), null, null, null);
        }

        /** @return the same question by other classes */
        public Request by(Dimension... classes) {
            return new Request(measure, List.of(classes), policy, from, to, exclusiveBands, roof);
        }

        public Request between(LocalDate first, LocalDate last) {
            return new Request(measure, by, policy, first, last, exclusiveBands, roof);
        }

        /** @param policy {@code code@version} */
        public Request under(String policy) {
            return new Request(measure, by, policy, from, to, exclusiveBands, roof);
        }

        public Request inExclusiveBands() {
            return new Request(measure, by, policy, from, to, true, roof);
        }

        public Request under(Roof classes) {
            return new Request(measure, by, policy, from, to, exclusiveBands, classes);
        }

        /**
         * 上年同期: up to the same day where the period is not over by then, so that like is held against like.
         *
         * @param day that one looks at
         * @return nothing where there is no period with two ends, or it has not begun by then
         */
        public Optional<Request> yearBefore(LocalDate day) {
            return from == null || to == null || from.isAfter(day)
                    ? Optional.empty()
                    : Optional.of(between(from.minusYears(1), yearEarlier(to.isAfter(day) ? day : to)));
        }

        /** The last day of a month stays one. */
        private static LocalDate yearEarlier(LocalDate day) {
            LocalDate before = day.minusYears(1);
            return day.getDayOfMonth() == day.lengthOfMonth() ? before.withDayOfMonth(before.lengthOfMonth()) : before;
        }
    }

    /**
     * @param code by dimension; {@code null} where a project has none
     * @param name by dimension: what the code was called on the day asked for where that is kept, else {@code null}, and the screen has its own
     *     word
     */
    public record Row(Map<Dimension, String> code, Map<Dimension, String> name, Figure figure) {}

    /**
     * @param request names the policy that was counted by
     * @param rows size bands overlap unless they are asked for exclusively; otherwise rows add up to the total
     * @param total each project once
     */
    public record Totals(Request request, AsOf asOf, List<Row> rows, Figure total) {}

    /** @param row of a class, which may have nothing in this year; @param before what it had in the year before */
    public record YearOnYear(Row row, Figure before) {}

    /** @param rows of each breakdown; @param total each project once */
    public record Breakdowns(Map<Dimension, List<Row>> rows, Figure total) {}

    /**
     * @param daysLate days between what happened and its entry
     * @param recordedBy who entered it, as called now; {@code null} where that is not known
     */
    public record ExplainedEvent(
            long position,
            String name,
            LocalDate occurredOn,
            Instant recordedAt,
            int daysLate,
            MoveCause cause,
            Figure figure,
            String recordedBy) {
        private ExplainedEvent by(String name) {
            return new ExplainedEvent(position, this.name, occurredOn, recordedAt, daysLate, cause, figure, name);
        }
    }

    public record ExplainedProject(
            ProjectId projectId, String projectNo, String name, Figure figure, List<ExplainedEvent> events) {}

    /**
     * @param rule why it is not in the figure, for example {@code FRAMEWORK_NOT_COUNTED}
     * @param amount what one might look for, or {@code null}
     * @param countedOn the day to whose period it belongs instead, or {@code null} where it counts nowhere
     */
    public record Excluded(
            ProjectId projectId, String projectNo, String name, String rule, Money amount, LocalDate countedOn) {}

    /**
     * @param figure the sum of the rows, and the figure of the cell
     * @param policy that was counted by; has the names of the reasons for which it leaves out
     */
    public record Explanation(
            Request request,
            Map<Dimension, String> cell,
            AsOf asOf,
            Figure figure,
            List<ExplainedProject> rows,
            List<Excluded> excluded,
            CountingPolicy policy) {}

    /** What one event did to a figure. */
    public record Move(ProjectId projectId, String projectNo, String name, ExplainedEvent event) {}

    public record Bar(MoveCause cause, Figure figure) {}

    /** Opening plus bars is closing. */
    public record Waterfall(Measure measure, Figure opening, List<Bar> bars, Figure closing) {}

    private static final String SIGNED = "signed";

    private final JdbcClient jdbc;
    private final PolicyQuery policies;
    private final CatalogueQuery catalogues;

    public TotalsQuery(JdbcClient jdbc, PolicyQuery policies, CatalogueQuery catalogues) {
        this.jdbc = jdbc;
        this.policies = policies;
        this.catalogues = catalogues;
    }

    /**
     * @return the policy that a question is answered by
     * @throws RuleViolated {@link LedgerRule#UNKNOWN_POLICY}
     */
    public CountingPolicy policy(Request request, AsOf asOf) {
        return policies.of(request.policy(), asOf);
    }

    /**
     * @param named the code of a class, or what the ledger calls it
     * @return its code, whether anything counts under it or not; nothing where there is no such class
     */
    public Optional<String> code(Dimension dimension, String named, Request request, AsOf asOf) {
        if (dimension == Dimension.SIZE_BAND) {
            return SizeBand.find(named, policy(request, asOf)).map(SizeBand::code);
        }
        if (dimension.labelKind() == null) {
            return Optional.of(named).filter(dimension::mayBe);
        }
        Tree tree = catalogues.tree(List.of(dimension), request, asOf);
        Map<String, Map<String, String>> labels = labels(List.of(dimension));
        return Stream.concat(
                        tree.codes(dimension).stream(),
                        labels.getOrDefault(dimension.labelKind(), Map.of()).keySet().stream())
                .filter(code -> code.equals(named) || named.equals(name(dimension, code, labels, tree)))
                .findFirst();
    }

    /** @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}, {@link LedgerRule#UNKNOWN_POLICY} */
    public Totals totals(Request request, AsOf asOf, Viewer viewer) {
        Counted counted = counted(request, asOf, viewer);
        return new Totals(
                request.under(counted.policy().id()),
                asOf,
                rows(request.by(), counted.cells(), request, counted, labels(request.by())),
                counted.total());
    }

    /**
     * @param before the same by the same classes, a year before
     * @return every class that has a figure in either year, in the order of the classes
     */
    public List<YearOnYear> beside(Totals now, Totals before) {
        List<Dimension> by = now.request().by();
        Map<List<String>, YearOnYear> classes = new LinkedHashMap<>();
        before.rows().forEach(row -> {
            Map<Dimension, String> code = new LinkedHashMap<>();
            by.forEach(dimension ->
                    code.put(dimension, dimension.yearAfter(row.code().get(dimension))));
            classes.put(key(by, code), new YearOnYear(new Row(code, row.name(), Figure.NOTHING), row.figure()));
        });
        now.rows()
                .forEach(row -> classes.merge(
                        key(by, row.code()),
                        new YearOnYear(row, Figure.NOTHING),
                        (earlier, its) -> new YearOnYear(row, earlier.before())));
        Comparator<List<String>> order =
                order(by, policy(now.request(), now.asOf()), catalogues.tree(by, now.request(), now.asOf()));
        return classes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static List<String> key(List<Dimension> by, Map<Dimension, String> code) {
        return by.stream().map(code::get).collect(Collectors.toCollection(ArrayList::new));
    }

    /**
     * Several breakdowns of one figure, counted at once.
     *
     * @param request by the classes of all of them
     * @return the rows of each for itself, as {@link #totals} by it alone has them; and the total
     * @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT}, {@link LedgerRule#UNKNOWN_POLICY}
     */
    public Breakdowns breakdowns(Request request, AsOf asOf, Viewer viewer) {
        Counted counted = counted(request, asOf, viewer);
        Map<String, Map<String, String>> labels = labels(request.by());
        Map<Dimension, List<Row>> rows = new LinkedHashMap<>();
        for (int i = 0; i < request.by().size(); i++) {
            int place = i;
            Map<List<String>, Figure> rolledUp = new LinkedHashMap<>();
            counted.cells()
                    .forEach((key, figure) -> rolledUp.merge(Arrays.asList(key.get(place)), figure, Figure::plus));
            rows.put(request.by().get(i), rows(List.of(request.by().get(i)), rolledUp, request, counted, labels));
        }
        return new Breakdowns(rows, counted.total());
    }

    /** @param cells by code, each project in one; size bands by their index */
    private record Counted(CountingPolicy policy, Tree tree, Map<List<String>, Figure> cells, Figure total) {}

    private Counted counted(Request request, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        CountingPolicy policy = policies.of(request.policy(), asOf);
        Slice slice = slice(request, policy, Map.of(), asOf, viewer);
        List<Dimension> by = request.by();
        Tree tree = catalogues.tree(by, request, asOf);
        StringBuilder select = new StringBuilder();
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            select.append(by.get(i).grouped()).append(" as d").append(i).append(", ");
            group.append(i + 1).append(", ");
        }
        Map<List<String>, Figure> cells = new LinkedHashMap<>();
        slice.bind(jdbc.sql("select " + select + "currency, sum(count) as n, sum(amount_minor) as minor from "
                        + journal(request.measure()) + " " + slice.sql() + " group by " + group + "currency"))
                .query((row, number) -> {
                    List<String> key = new ArrayList<>(by.size());
                    for (int i = 0; i < by.size(); i++) {
                        key.add(tree.become(by.get(i), by.get(i).code(row.getString("d" + i))));
                    }
                    cells.merge(key, figure(row), Figure::plus);
                    return number;
                })
                .list();
        return new Counted(policy, tree, cells, cells.values().stream().reduce(Figure.NOTHING, Figure::plus));
    }

    private static List<Row> rows(
            List<Dimension> by,
            Map<List<String>, Figure> cells,
            Request request,
            Counted counted,
            Map<String, Map<String, String>> labels) {
        CountingPolicy policy = counted.policy();
        int band = by.indexOf(Dimension.SIZE_BAND);
        Map<List<String>, Figure> shown = band < 0 ? cells : banded(cells, band, policy, request.exclusiveBands());
        return shown.entrySet().stream()
                .filter(cell -> !cell.getValue().isNothing())
                .sorted(Map.Entry.comparingByKey(order(by, policy, counted.tree())))
                .map(cell -> row(by, cell.getKey(), cell.getValue(), labels, counted.tree(), policy))
                .toList();
    }

    /**
     * @param cell codes that narrow the figure down; a code of {@code null} means projects without one
     * @throws RuleViolated {@link LedgerRule#CELL_NOT_IN_BREAKDOWN} when the cell names a dimension that is not in the breakdown
     */
    public Explanation explain(Request request, Map<Dimension, String> cell, AsOf asOf, Viewer viewer) {
        cell.keySet().forEach(dimension -> {
            if (!request.by().isEmpty() && !request.by().contains(dimension)) {
                throw new RuleViolated(LedgerRule.CELL_NOT_IN_BREAKDOWN, dimension.key());
            }
        });
        Slice.check(asOf, jdbc);
        CountingPolicy policy = policies.of(request.policy(), asOf);
        Slice slice = slice(request, policy, cell, asOf, viewer);
        List<Entry> lines = entries(request.measure(), slice);
        Map<ProjectId, List<ExplainedEvent>> byProject = new LinkedHashMap<>();
        lines.forEach(line -> byProject
                .computeIfAbsent(line.project(), project -> new ArrayList<>())
                .add(line.event()));
        Map<ProjectId, Named> named = named(byProject.keySet(), asOf);
        Map<Long, String> recorders = recorders(lines);
        List<ExplainedProject> rows = new ArrayList<>();
        Map<ProjectId, Excluded> excluded = new LinkedHashMap<>();
        leftOut(request, policy, cell, asOf, viewer).forEach(each -> excluded.put(each.projectId(), each));
        byProject.forEach((project, events) -> {
            Figure figure = events.stream().map(ExplainedEvent::figure).reduce(Figure.NOTHING, Figure::plus);
            Named name = named.get(project);
            if (figure.isNothing()) {
                boolean ended = events.stream()
                        .anyMatch(e -> e.cause() == MoveCause.RESCINDED || e.cause() == MoveCause.TERMINATED);
                excluded.putIfAbsent(
                        project,
                        new Excluded(
                                project,
                                name.projectNo(),
                                name.name(),
                                ended ? "ENDED" : "MOVED_ELSEWHERE",
                                null,
                                null));
            } else {
                excluded.remove(project);
                rows.add(new ExplainedProject(
                        project,
                        name.projectNo(),
                        name.name(),
                        figure,
                        events.stream()
                                .filter(event -> !event.figure().isNothing())
                                .map(event -> event.by(recorders.get(event.position())))
                                .toList()));
            }
        });
        rows.sort(Comparator.comparing(ExplainedProject::projectNo));
        List<Excluded> notCounted = new ArrayList<>(excluded.values());
        notCounted.addAll(enteredLate(request, policy, cell, asOf, viewer));
        return new Explanation(
                request.under(policy.id()),
                cell,
                asOf,
                rows.stream().map(ExplainedProject::figure).reduce(Figure.NOTHING, Figure::plus),
                rows,
                notCounted,
                policy);
    }

    /** @return what each project is counted for and under which codes, its figure for each combination of them */
    Map<ProjectId, Map<List<String>, Figure>> byProject(
            Measure measure, List<Dimension> classes, CountingPolicy policy, AsOf asOf) {
        Slice slice = slice(Request.of(measure), policy, Map.of(), asOf, Viewer.everything());
        String codes = classes.stream().map(each -> each.grouped() + ", ").collect(Collectors.joining());
        Map<ProjectId, Map<List<String>, Figure>> figures = new HashMap<>();
        slice.bind(jdbc.sql(
                        "select project_id, " + codes + "currency, sum(count) as n, sum(amount_minor) as minor from "
                                + journal(measure) + " " + slice.sql() + " group by project_id, " + codes
                                + "currency having sum(count) <> 0 or sum(amount_minor) <> 0"))
                .query(row -> {
                    List<String> key = new ArrayList<>(classes.size());
                    for (int i = 0; i < classes.size(); i++) {
                        key.add(classes.get(i).code(row.getString(2 + i)));
                    }
                    figures.computeIfAbsent(
                                    new ProjectId(row.getObject("project_id", UUID.class)), first -> new HashMap<>())
                            .merge(key, figure(row), Figure::plus);
                });
        return figures;
    }

    private record Entry(ProjectId project, ExplainedEvent event) {}

    /** What each event did to a figure, in the order in which they were recorded. */
    private List<Entry> entries(Measure measure, Slice slice) {
        return slice.bind(jdbc.sql("select j.*, f.name, f.effective_on, f.recorded_at from"
                        + " (select project_id, position, cause, currency, sum(count) as n, sum(amount_minor) as minor from "
                        + journal(measure) + " " + slice.sql()
                        + " group by project_id, position, cause, currency) j"
                        + " join ledger_fact f on f.project_id = j.project_id and f.position = j.position"
                        + " order by j.position"))
                .query((row, number) -> {
                    LocalDate on = row.getObject("effective_on", LocalDate.class);
                    Instant recordedAt = row.getTimestamp("recorded_at").toInstant();
                    return new Entry(
                            new ProjectId(row.getObject("project_id", UUID.class)),
                            new ExplainedEvent(
                                    row.getLong("position"),
                                    row.getString("name"),
                                    on,
                                    recordedAt,
                                    daysLate(on, recordedAt),
                                    MoveCause.valueOf(row.getString("cause")),
                                    figure(row),
                                    null));
                })
                .list();
    }

    /**
     * What moved a figure since an instant: the figure as it was known then, plus these, is the figure as it is known now.
     *
     * @param cell codes that narrow the figure down; may be empty
     */
    public List<Move> moves(Request request, Map<Dimension, String> cell, Instant since, AsOf asOf, Viewer viewer) {
        return moves(
                request,
                slice(request, policies.of(request.policy(), asOf), cell, asOf, viewer)
                        .where("known_at > :since")
                        .with("since", Slice.at(since)),
                asOf);
    }

    /**
     * What moved a figure after a day: the figure at the end of that day, plus these, is the figure of the day asked for, both
     * counted by one policy.
     *
     * @param cell codes that narrow the figure down; may be empty
     */
    public List<Move> moves(Request request, Map<Dimension, String> cell, LocalDate after, AsOf asOf, Viewer viewer) {
        return moves(
                request,
                movedAfter(slice(request, policies.of(request.policy(), asOf), cell, asOf, viewer), after),
                asOf);
    }

    private static Slice movedAfter(Slice slice, LocalDate day) {
        return slice.where("effective_on > :after").with("after", day);
    }

    private List<Move> moves(Request request, Slice slice, AsOf asOf) {
        List<Entry> entries = entries(request.measure(), slice);
        Map<ProjectId, Named> named = named(entries.stream().map(Entry::project).collect(Collectors.toSet()), asOf);
        return entries.stream()
                .filter(entry -> !entry.event().figure().isNothing())
                .map(entry -> new Move(
                        entry.project(),
                        named.get(entry.project()).projectNo(),
                        named.get(entry.project()).name(),
                        entry.event()))
                .toList();
    }

    /**
     * Two dates compared on the business axis: what counted up to the end of each. Where another policy counts at the end than
     * at the beginning, the difference between the two is a bar of its own.
     *
     * @param request its measure, its policy and its classes count; without a policy each end is counted by the one in force on it
     * @param cell codes that narrow the figure down; may be empty
     * @param asOf only its {@code knownAt} counts
     * @throws RuleViolated {@link LedgerRule#PERIOD_ENDS_BEFORE_START}, {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public Waterfall waterfall(
            Request request, Map<Dimension, String> cell, LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        if (to.isBefore(from)) {
            throw new RuleViolated(LedgerRule.PERIOD_ENDS_BEFORE_START, from, to);
        }
        checkOpening(new AsOf(from, asOf.knownAt()), "asOf");
        AsOf end = new AsOf(to, asOf.knownAt());
        CountingPolicy opening = policies.of(request.policy(), new AsOf(from, asOf.knownAt()));
        Slice slice =
                slice(request.between(null, null), opening, cell, end, viewer).with("opening", from);
        return waterfall(request, cell, "effective_on <= :opening", opening, slice, end, viewer);
    }

    /**
     * Two instants compared on the known axis: what was known of the same business date.
     *
     * @param request as above
     * @param asOf only its {@code asOf} counts
     * @throws RuleViolated {@link LedgerRule#PERIOD_ENDS_BEFORE_START}, {@link LedgerRule#BEFORE_FIRST_EVENT}
     */
    public Waterfall waterfall(
            Request request, Map<Dimension, String> cell, Instant from, Instant to, AsOf asOf, Viewer viewer) {
        if (to.isBefore(from)) {
            throw new RuleViolated(LedgerRule.PERIOD_ENDS_BEFORE_START, from, to);
        }
        checkOpening(new AsOf(asOf.asOf(), from), "knownAt");
        AsOf end = new AsOf(asOf.asOf(), to);
        CountingPolicy opening = policies.of(request.policy(), new AsOf(asOf.asOf(), from));
        Slice slice =
                slice(request.between(null, null), opening, cell, end, viewer).with("opening", Slice.at(from));
        return waterfall(request, cell, "known_at <= :opening", opening, slice, end, viewer);
    }

    public Waterfall waterfall(
            Measure measure, Map<Dimension, String> cell, LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        return waterfall(Request.of(measure), cell, from, to, asOf, viewer);
    }

    public Waterfall waterfall(
            Measure measure, Map<Dimension, String> cell, Instant from, Instant to, AsOf asOf, Viewer viewer) {
        return waterfall(Request.of(measure), cell, from, to, asOf, viewer);
    }

    /** @param axis field of a point that the two ends differ in: what is wrong with it is wrong with the first of them */
    private void checkOpening(AsOf opening, String axis) {
        try {
            Slice.check(opening, jdbc);
        } catch (RuleViolated early) {
            Violation violation = early.violations().getFirst();
            throw violation.field().equals(axis)
                    ? RuleViolated.at("from", violation.rule(), violation.args().toArray())
                    : early;
        }
    }

    /**
     * The rows of the bar {@link MoveCause#POLICY_CHANGED} between two days: what each project counts at the end under the policy
     * of the beginning, and under that of the end. Those that do not move by it are not among them.
     *
     * @param request as for {@link #waterfall(Request, Map, LocalDate, LocalDate, AsOf, Viewer)}, with the rest
     */
    public Comparison policyChange(
            Request request, Map<Dimension, String> cell, LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        return policyChange(request, cell, new AsOf(from, asOf.knownAt()), new AsOf(to, asOf.knownAt()), viewer);
    }

    /** The same between two instants. */
    public Comparison policyChange(
            Request request, Map<Dimension, String> cell, Instant from, Instant to, AsOf asOf, Viewer viewer) {
        return policyChange(request, cell, new AsOf(asOf.asOf(), from), new AsOf(asOf.asOf(), to), viewer);
    }

    private Comparison policyChange(
            Request request, Map<Dimension, String> cell, AsOf opening, AsOf closing, Viewer viewer) {
        CountingPolicy one = policies.of(request.policy(), opening);
        CountingPolicy other = policies.of(request.policy(), closing);
        Request standing = request.between(null, null);
        return comparison(
                one,
                other,
                byProject(standing, slice(standing, one, cell, closing, viewer)),
                byProject(standing, slice(standing, other, cell, closing, viewer)),
                closing);
    }

    private Waterfall waterfall(
            Request request,
            Map<Dimension, String> cell,
            String before,
            CountingPolicy openingPolicy,
            Slice slice,
            AsOf end,
            Viewer viewer) {
        Map<String, Figure> bars = new LinkedHashMap<>();
        slice.bind(jdbc.sql("select case when " + before + " then '' else cause end as bar, currency,"
                        + " sum(count) as n, sum(amount_minor) as minor from " + journal(request.measure()) + " "
                        + slice.sql() + " group by 1, 2"))
                .query((row, number) -> bars.merge(row.getString("bar"), figure(row), Figure::plus))
                .list();
        Figure opening = bars.getOrDefault("", Figure.NOTHING);
        bars.remove("");
        CountingPolicy closingPolicy = policies.of(request.policy(), end);
        if (!closingPolicy.equals(openingPolicy)) {
            Figure counted = bars.values().stream().reduce(opening, Figure::plus);
            bars.put(
                    MoveCause.POLICY_CHANGED.name(),
                    total(request.between(null, null), closingPolicy, cell, end, viewer)
                            .minus(counted));
        }
        List<Bar> shown = bars.entrySet().stream()
                .filter(bar -> !bar.getValue().isNothing())
                .map(bar -> new Bar(MoveCause.valueOf(bar.getKey()), bar.getValue()))
                .sorted(Comparator.comparing(Bar::cause))
                .toList();
        return new Waterfall(
                request.measure(),
                opening,
                shown,
                shown.stream().map(Bar::figure).reduce(opening, Figure::plus));
    }

    private Figure total(
            Request request, CountingPolicy policy, Map<Dimension, String> cell, AsOf asOf, Viewer viewer) {
        Slice slice = slice(request, policy, cell, asOf, viewer);
        return slice
                .bind(jdbc.sql("select currency, sum(count) as n, sum(amount_minor) as minor from "
                        + journal(request.measure())
                        + " " + slice.sql() + " group by currency"))
                .query((row, number) -> figure(row))
                .list()
                .stream()
                .reduce(Figure.NOTHING, Figure::plus);
    }

    public enum Effect {
        ENTERS,
        LEAVES,
        CHANGES
    }

    /** A project that two policies count differently. */
    public record Difference(ProjectId projectId, String projectNo, String name, Figure one, Figure other) {
        public Effect effect() {
            return one.isNothing() ? Effect.ENTERS : other.isNothing() ? Effect.LEAVES : Effect.CHANGES;
        }
    }

    /** @param differences projects that enter, leave, or count another amount; by number */
    public record Comparison(
            CountingPolicy onePolicy,
            CountingPolicy otherPolicy,
            Figure one,
            Figure other,
            List<Difference> differences) {}

    /**
     * Two policies compared on one period: which projects enter or leave a figure, and by how much it moves.
     *
     * @param request its policy is not looked at
     */
    public Comparison compare(Request request, String onePolicy, String otherPolicy, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        CountingPolicy one = policies.of(onePolicy, asOf);
        CountingPolicy other = policies.of(otherPolicy, asOf);
        return comparison(
                one, other, byProject(request, one, asOf, viewer), byProject(request, other, asOf, viewer), asOf);
    }

    Comparison comparison(
            CountingPolicy one,
            CountingPolicy other,
            Map<ProjectId, Figure> underOne,
            Map<ProjectId, Figure> underOther,
            AsOf asOf) {
        Set<ProjectId> moved = new LinkedHashSet<>(underOne.keySet());
        moved.addAll(underOther.keySet());
        moved.removeIf(project -> underOne.getOrDefault(project, Figure.NOTHING)
                .equals(underOther.getOrDefault(project, Figure.NOTHING)));
        Map<ProjectId, Named> named = named(moved, asOf);
        return new Comparison(
                one,
                other,
                underOne.values().stream().reduce(Figure.NOTHING, Figure::plus),
                underOther.values().stream().reduce(Figure.NOTHING, Figure::plus),
                moved.stream()
                        .map(project -> new Difference(
                                project,
                                named.get(project).projectNo(),
                                named.get(project).name(),
                                underOne.getOrDefault(project, Figure.NOTHING),
                                underOther.getOrDefault(project, Figure.NOTHING)))
                        .sorted(Comparator.comparing(Difference::projectNo))
                        .toList());
    }

    /** @return what each project contributes; none that contributes nothing */
    Map<ProjectId, Figure> byProject(Request request, CountingPolicy policy, AsOf asOf, Viewer viewer) {
        return byProject(request, slice(request, policy, Map.of(), asOf, viewer));
    }

    /** @return by how much each project moved a figure after that day; none that did not */
    Map<ProjectId, Figure> movedByProject(Request request, LocalDate after, AsOf asOf, Viewer viewer) {
        Slice slice = slice(request, policies.of(request.policy(), asOf), Map.of(), asOf, viewer);
        return byProject(request, movedAfter(slice, after));
    }

    private Map<ProjectId, Figure> byProject(Request request, Slice slice) {
        Map<ProjectId, Figure> byProject = new LinkedHashMap<>();
        slice.bind(jdbc.sql("select project_id, currency, sum(count) as n, sum(amount_minor) as minor from "
                        + journal(request.measure()) + " " + slice.sql() + " group by project_id, currency"))
                .query((row, number) -> byProject.merge(
                        new ProjectId(row.getObject("project_id", UUID.class)), figure(row), Figure::plus))
                .list();
        byProject.values().removeIf(Figure::isNothing);
        return byProject;
    }

    private static String journal(Measure measure) {
        return "journal_" + measure.name().toLowerCase(Locale.ROOT);
    }

    private Slice slice(Request request, CountingPolicy policy, Map<Dimension, String> cell, AsOf asOf, Viewer viewer) {
        Slice slice = Slice.ofJournal(asOf, policy).seenBy(viewer, "park");
        within("booked_on", request, slice);
        Tree tree = tree(request, cell, asOf);
        cell.forEach((dimension, code) -> narrow(slice, dimension, dimension.inJournal(), code, tree, policy));
        return slice;
    }

    /** Only under today's catalogue does a cell hold more than its own code. */
    private Tree tree(Request request, Map<Dimension, String> cell, AsOf asOf) {
        return request.roof() != Roof.OF_THE_DAY ? catalogues.tree(cell.keySet(), request, asOf) : Tree.AS_BOOKED;
    }

    private static void narrow(
            Slice slice, Dimension dimension, String expression, String code, Tree tree, CountingPolicy policy) {
        String param = "cell_" + dimension.key();
        if (code == null) {
            slice.where(dimension.isMissing(expression));
        } else if (dimension == Dimension.SIZE_BAND) {
            SizeBand band = SizeBand.of(code, policy);
            slice.where("size_band " + (band.exclusive() ? "= :" : ">= :") + param)
                    .with(param, band.index());
        } else if (tree.folds()) {
            slice.where(expression + " = any(:" + param + ")")
                    .with(param, tree.parts(dimension, code).toArray(String[]::new));
        } else {
            slice.where(expression + " = :" + param).with(param, code);
        }
    }

    private static Figure figure(ResultSet row) throws SQLException {
        return Figure.ofMinor(
                row.getLong("n"), row.getBigDecimal("minor"), Currency.valueOf(row.getString("currency")));
    }

    /** Inclusive, a project that reaches a band is in every band below it too. */
    private static Map<List<String>, Figure> banded(
            Map<List<String>, Figure> cells, int band, CountingPolicy policy, boolean exclusive) {
        Map<List<String>, Figure> shown = new LinkedHashMap<>();
        cells.forEach((key, figure) -> {
            if (key.get(band) == null) {
                shown.merge(key, figure, Figure::plus);
                return;
            }
            int reached = Integer.parseInt(key.get(band));
            for (int index = exclusive ? reached : Math.min(1, reached); index <= reached; index++) {
                List<String> wider = new ArrayList<>(key);
                wider.set(band, (exclusive ? SizeBand.exactly(index, policy) : SizeBand.at(index, policy)).code());
                shown.merge(wider, figure, Figure::plus);
            }
        });
        return shown;
    }

    private Map<String, Map<String, String>> labels(List<Dimension> by) {
        Set<String> kinds = by.stream()
                .map(Dimension::labelKind)
                .filter(kind -> kind != null)
                .collect(Collectors.toSet());
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        if (!kinds.isEmpty()) {
            jdbc.sql("select kind, code, name from ledger_label where kind = any(?)")
                    .param(kinds.toArray(String[]::new))
                    .query((row, number) -> names.computeIfAbsent(row.getString("kind"), kind -> new LinkedHashMap<>())
                            .put(row.getString("code"), row.getString("name")))
                    .list();
        }
        return names;
    }

    private static Row row(
            List<Dimension> by,
            List<String> key,
            Figure figure,
            Map<String, Map<String, String>> labels,
            Tree tree,
            CountingPolicy policy) {
        Map<Dimension, String> code = new LinkedHashMap<>();
        Map<Dimension, String> name = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            Dimension dimension = by.get(i);
            code.put(dimension, key.get(i));
            if (dimension == Dimension.SIZE_BAND && key.get(i) != null) {
                name.put(dimension, SizeBand.of(key.get(i), policy).sign());
            } else {
                name.put(dimension, name(dimension, key.get(i), labels, tree));
            }
        }
        return new Row(code, name, figure);
    }

    private static String name(Dimension dimension, String code, Map<String, Map<String, String>> labels, Tree tree) {
        if (code == null || dimension.labelKind() == null) {
            return null;
        }
        String catalogued = tree.name(dimension, code);
        return catalogued == null
                ? labels.getOrDefault(dimension.labelKind(), Map.of()).get(code)
                : catalogued;
    }

    /** Classes in the order of their dictionary, what has none last. */
    private static Comparator<List<String>> order(List<Dimension> by, CountingPolicy policy, Tree tree) {
        Comparator<List<String>> order = (one, other) -> 0;
        for (int i = 0; i < by.size(); i++) {
            int index = i;
            order = order.thenComparing(key -> key.get(index), Comparator.nullsLast(order(by.get(i), policy, tree)));
        }
        return order;
    }

    private static Comparator<String> order(Dimension dimension, CountingPolicy policy, Tree tree) {
        return dimension == Dimension.SIZE_BAND
                ? Comparator.comparingInt(code -> SizeBand.of(code, policy).index())
                : tree.order(dimension);
    }

    private record Named(String projectNo, String name) {}

    /** @return what projects were called on the day asked for; what is not there on it as it is called now */
    private Map<ProjectId, Named> named(Set<ProjectId> projects, AsOf asOf) {
        Map<ProjectId, Named> named = calledOn(asOf, projects);
        Set<ProjectId> others = new LinkedHashSet<>(projects);
        others.removeAll(named.keySet());
        if (!others.isEmpty()) {
            named.putAll(calledOn(AsOf.NOW, others));
        }
        return named;
    }

    private Map<ProjectId, Named> calledOn(AsOf asOf, Set<ProjectId> projects) {
        Slice slice = Slice.ofRows("l", asOf)
                .where("l.project_id = any(:projects)")
                .with("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new));
        Map<ProjectId, Named> named = new LinkedHashMap<>();
        slice.bind(jdbc.sql(
                        "select project_id, project_no, name from " + Slice.rows("ledger", asOf) + " l " + slice.sql()))
                .query(row -> {
                    named.put(
                            new ProjectId(row.getObject("project_id", UUID.class)),
                            new Named(row.getString("project_no"), row.getString("name")));
                });
        return named;
    }

    /** @return by position, the name of whoever entered it */
    private Map<Long, String> recorders(List<Entry> entries) {
        Map<Long, String> recorders = new HashMap<>();
        jdbc.sql("select t.position, s.name from timeline t"
                        + " join ledger_label s on s.kind = 'staff' and s.code = t.recorded_by::text"
                        + " where t.position = any(?)")
                .param(entries.stream()
                        .filter(entry -> !entry.event().figure().isNothing())
                        .map(entry -> entry.event().position())
                        .distinct()
                        .toArray(Long[]::new))
                .query(row -> {
                    recorders.put(row.getLong("position"), row.getString("name"));
                });
        return recorders;
    }

    /** Projects of the cell and period that one might look for in the figure, and the rule that keeps them out. */
    private List<Excluded> leftOut(
            Request request, CountingPolicy policy, Map<Dimension, String> cell, AsOf asOf, Viewer viewer) {
        String rule = ruleOf(request.measure(), policy);
        if (rule == null) {
            return List.of();
        }
        Slice slice = Slice.ofRows("l", asOf).seenBy(viewer, "park");
        Tree tree = tree(request, cell, asOf);
        cell.forEach((dimension, code) -> narrow(slice, dimension, dimension.inLedger(), code, tree, policy));
        looksLike(request, asOf, slice);
        String column = column(request.measure());
        return slice.bind(jdbc.sql(
                        "select * from (select project_id, project_no, name, estimate, estimate_currency, " + column
                                + " as counted, " + rule + " as rule from " + Slice.rows("ledger", asOf) + " l "
                                + slice.sql() + ") r where rule is not null order by project_no"))
                .query((row, number) -> new Excluded(
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getString("project_no"),
                        row.getString("name"),
                        row.getString("rule"),
                        lookedFor(request.measure(), row),
                        null))
                .list();
    }

    private static Money lookedFor(Measure measure, ResultSet row) throws SQLException {
        BigDecimal counted = row.getBigDecimal("counted");
        if (counted.signum() != 0) {
            return new Money(counted, measure.currency());
        }
        BigDecimal estimate = row.getBigDecimal("estimate");
        return estimate == null || !column(measure).equals(SIGNED)
                ? null
                : new Money(estimate, Currency.valueOf(row.getString("estimate_currency")));
    }

    /** @return what the ledger keeps of a project for that figure */
    private static String column(Measure measure) {
        return switch (measure) {
            case ARRIVED -> "arrived";
            case CONTRACTED_FOREIGN -> "contracted_foreign";
            case ACTUAL_FOREIGN -> "actual_foreign";
            default -> SIGNED;
        };
    }

    /** Narrows down to the projects that would be in the figure of that period if nothing kept them out. */
    private void looksLike(Request request, AsOf asOf, Slice slice) {
        switch (request.measure()) {
            case IN_TALKS -> {}
            case ARRIVED -> paid("signing.CapitalArrived", request, asOf, slice);
            case ACTUAL_FOREIGN -> paid("signing.ForeignCapitalUsed", request, asOf, slice);
            case CONTRACTED_FOREIGN -> {
                within("signed_on", request, slice.where("signed_on is not null"));
                // Where the shipped policy leaves a project out, its row says nothing of its foreign capital.
                StringJoiner foreign = new StringJoiner(" or ", "(", ")").add("contracted_foreign <> 0");
                policies.standard().rules().exclusions().forEach(exclusion -> foreign.add(tests(exclusion)));
                slice.where(foreign.toString());
            }
            default -> within("signed_on", request, slice.where("signed_on is not null"));
        }
    }

    private static void paid(String name, Request request, AsOf asOf, Slice slice) {
        Slice entries = Slice.ofFacts("f", asOf).where("f.project_id = l.project_id and f.name = '" + name + "'");
        within("f.effective_on", request, entries);
        entries.params().forEach(slice::with);
        slice.where("exists (select from ledger_fact f " + entries.sql() + ")");
    }

    private static void within(String day, Request request, Slice slice) {
        if (request.from() != null) {
            slice.where(day + " >= :from").with("from", request.from());
        }
        if (request.to() != null) {
            slice.where(day + " <= :to").with("to", request.to());
        }
    }

    /** What happened in the cell and period, but was entered so late that it belongs to the period of its entry. */
    private List<Excluded> enteredLate(
            Request request, CountingPolicy policy, Map<Dimension, String> cell, AsOf asOf, Viewer viewer) {
        Map<Dimension, String> periods = new LinkedHashMap<>(cell);
        periods.entrySet().removeIf(each -> !each.getKey().isPeriod() || each.getValue() == null);
        boolean whole = request.from() == null && request.to() == null && periods.isEmpty();
        if (policy.rules().lateAfterDays() == null || whole || request.measure() == Measure.IN_TALKS) {
            return List.of();
        }
        Map<Dimension, String> classes = new LinkedHashMap<>(cell);
        classes.keySet().removeAll(periods.keySet());
        Slice slice = slice(request.between(null, null), policy, classes, new AsOf(null, asOf.knownAt()), viewer);
        within("happened_on", request, slice);
        if (asOf.asOf() != null) {
            slice.where("happened_on <= :asOf").with("asOf", asOf.asOf());
        }
        StringJoiner booked = new StringJoiner(" and ", "not (", ")");
        if (request.from() != null) {
            booked.add("booked_on >= :from");
        }
        if (request.to() != null) {
            booked.add("booked_on <= :to");
        }
        periods.forEach((period, code) -> {
            String test = period.inJournal() + " = :cell_" + period.key();
            booked.add(test);
            slice.where(test.replace("booked_on", "happened_on")).with("cell_" + period.key(), code);
        });
        slice.where(booked.toString())
                .where("booked_on = (entered_at at time zone :zone)::date and booked_on > happened_on + :late")
                .with("zone", EventMeta.ZONE.getId())
                .with("late", policy.rules().lateAfterDays());
        record Late(ProjectId project, LocalDate countedOn, Figure figure) {}
        List<Late> late = slice.bind(jdbc.sql("select project_id, booked_on, currency, sum(count) as n,"
                        + " sum(amount_minor) as minor from " + journal(request.measure())
                        + " join (select project_id as entered_for, position as entered_at_position,"
                        + " recorded_at as entered_at, effective_on as happened_on from ledger_fact) f"
                        + " on entered_for = project_id and entered_at_position = position " + slice.sql()
                        + " group by project_id, booked_on, currency order by booked_on"))
                .query((row, number) -> new Late(
                        new ProjectId(row.getObject("project_id", UUID.class)),
                        row.getObject("booked_on", LocalDate.class),
                        figure(row)))
                .list();
        Map<ProjectId, Named> named = named(late.stream().map(Late::project).collect(Collectors.toSet()), asOf);
        return late.stream()
                .filter(each -> !each.figure().isNothing())
                .map(each -> new Excluded(
                        each.project(),
                        named.get(each.project()).projectNo(),
                        named.get(each.project()).name(),
                        "LATE_ENTRY",
                        each.figure().sums().stream().findFirst().orElse(null),
                        each.countedOn()))
                .toList();
    }

    /** @return in SQL, the rule that keeps a project out of the figure, or null */
    private static String ruleOf(Measure measure, CountingPolicy policy) {
        CountingRules rules = policy.rules();
        StringBuilder cases = new StringBuilder("case");
        switch (measure) {
            case SIGNED, SIGNED_ON_SITE, NEWLY_INTRODUCED, RECOGNISED, CONTRACTED_FOREIGN -> {
                for (AgreementKind kind : List.of(AgreementKind.LETTER_OF_INTENT, AgreementKind.FRAMEWORK)) {
                    if (!rules.kinds().contains(kind)) {
                        cases.append(" when agreement_kind = '" + kind + "' then '" + kind + "_NOT_COUNTED'");
                    }
                }
                rules.exclusions().forEach(exclusion -> cases.append(excluded(exclusion)));
                cases.append(" when five_gap is null and agreement_kind = 'FORMAL' then null");
                cases.append(
                        switch (measure) {
                            case SIGNED_ON_SITE -> " when not signed_on_site then 'NOT_SIGNED_ON_SITE'";
                            case NEWLY_INTRODUCED -> " when not newly_introduced then 'NOT_NEWLY_INTRODUCED'";
                            case RECOGNISED -> " when not recognised then 'NOT_RECOGNISED'";
                            default -> "";
                        });
            }
            case IN_TALKS -> {
                cases.append(
                        " when status in ('SHELVED', 'TERMINATED', 'MERGED', 'ARCHIVED') and negotiation_id is not null"
                                + " then status || '_NOT_COUNTED'");
                if (!rules.exclusions().isEmpty()) {
                    cases.append(" when talks_since is null then null");
                    rules.exclusions().forEach(exclusion -> cases.append(excluded(exclusion)));
                }
            }
            case ARRIVED, ACTUAL_FOREIGN -> rules.exclusions().forEach(exclusion -> cases.append(excluded(exclusion)));
        }
        return cases.toString().equals("case") ? null : cases + " end";
    }

    /** Codes and amounts of a policy have been checked when it was defined; a quote is doubled all the same. */
    private static String excluded(CountingRules.Exclusion exclusion) {
        return " when " + tests(exclusion) + " then " + quoted(exclusion.code());
    }

    private static String tests(CountingRules.Exclusion exclusion) {
        StringJoiner tests = new StringJoiner(" and ");
        among(tests, "kind", exclusion.projectKinds().stream().map(Enum::name));
        among(tests, "industry", exclusion.industries().stream().map(Coded::code));
        among(tests, "method", exclusion.methods().stream().map(Coded::code));
        among(tests, "region", exclusion.regions().stream().map(Coded::code));
        among(tests, "park", exclusion.parks().stream().map(Coded::code));
        if (exclusion.below() != null) {
            tests.add("coalesce(nullif(signed, 0), case when estimate_currency = 'CNY' then estimate end) < "
                    + exclusion.below().amount().toPlainString());
        }
        return tests.toString();
    }

    private static void among(StringJoiner tests, String column, Stream<String> codes) {
        String list = codes.map(TotalsQuery::quoted).collect(Collectors.joining(", "));
        if (!list.isEmpty()) {
            tests.add(column + " in (" + list + ")");
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static int daysLate(LocalDate on, Instant recordedAt) {
        return (int) Math.max(0, LocalDate.ofInstant(recordedAt, EventMeta.ZONE).toEpochDay() - on.toEpochDay());
    }
}
