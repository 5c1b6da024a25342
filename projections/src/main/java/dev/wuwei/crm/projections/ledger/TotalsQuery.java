package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.RuleViolated;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * @param policy see {@link CountingPolicy#of}
     * @param from first day that figures are booked on, or {@code null}
     * @param to last day, or {@code null}
     */
    public record Request(Measure measure, List<Dimension> by, String policy, LocalDate from, LocalDate to) {
        /**
         * @throws RuleViolated {@link LedgerRule#PERIOD_ENDS_BEFORE_START}, {@link LedgerRule#UNKNOWN_POLICY}
         */
        public Request {
            by = by == null ? List.of() : List.copyOf(by);
            policy = CountingPolicy.of(policy).id();
            if (from != null && to != null && to.isBefore(from)) {
                throw new RuleViolated(LedgerRule.PERIOD_ENDS_BEFORE_START, from, to);
            }
        }

        public static Request of(Measure measure, Dimension... by) {
            return new Request(measure, List.of(by), null, null, null);
        }

        public Request between(LocalDate first, LocalDate last) {
            return new Request(measure, by, policy, first, last);
        }
    }

    /**
     * @param code by dimension; {@code null} where a project has none
     * @param name by dimension: the latest name of the code where one is kept, else {@code null}, and the screen has its own word
     */
    public record Row(Map<Dimension, String> code, Map<Dimension, String> name, Figure figure) {}

    /**
     * @param rows size bands overlap, as they are inclusive; otherwise they add up to the total
     * @param total each project once
     */
    public record Totals(Request request, AsOf asOf, List<Row> rows, Figure total) {}

    /** @param daysLate days between what happened and its entry */
    public record ExplainedEvent(
            long position,
            String name,
            LocalDate occurredOn,
            Instant recordedAt,
            int daysLate,
            MoveCause cause,
            Figure figure) {}

    public record ExplainedProject(
            ProjectId projectId, String projectNo, String name, Figure figure, List<ExplainedEvent> events) {}

    /** @param rule why it is not in the figure, for example {@code FRAMEWORK_NOT_COUNTED} */
    public record Excluded(ProjectId projectId, String projectNo, String name, String rule, Money amount) {}

    /** @param figure the sum of the rows, and the figure of the cell */
    public record Explanation(
            Request request,
            Map<Dimension, String> cell,
            AsOf asOf,
            Figure figure,
            List<ExplainedProject> rows,
            List<Excluded> excluded) {}

    /** What one event did to a figure. */
    public record Move(ProjectId projectId, String projectNo, String name, ExplainedEvent event) {}

    public record Bar(MoveCause cause, Figure figure) {}

    /** Opening plus bars is closing. */
    public record Waterfall(Measure measure, Figure opening, List<Bar> bars, Figure closing) {}

    private final JdbcClient jdbc;

    public TotalsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RuleViolated {@link LedgerRule#BEFORE_FIRST_EVENT} */
    public Totals totals(Request request, AsOf asOf, Viewer viewer) {
        Slice.check(asOf, jdbc);
        Slice slice = slice(request, Map.of(), asOf, viewer);
        List<Dimension> by = request.by();
        StringBuilder select = new StringBuilder();
        StringBuilder group = new StringBuilder();
        for (int i = 0; i < by.size(); i++) {
            select.append(by.get(i).inJournal()).append(" as d").append(i).append(", ");
            group.append(i + 1).append(", ");
        }
        Map<List<String>, Figure> cells = new LinkedHashMap<>();
        slice.bind(jdbc.sql("select " + select + "currency, sum(count) as n, sum(amount) as amount from "
                        + journal(request.measure()) + " " + slice.sql() + " group by " + group + "currency"))
                .query((row, number) -> {
                    List<String> key = new ArrayList<>(by.size());
                    for (int i = 0; i < by.size(); i++) {
                        key.add(row.getString("d" + i));
                    }
                    cells.merge(key, figure(row), Figure::plus);
                    return number;
                })
                .list();
        Figure total = cells.values().stream().reduce(Figure.NOTHING, Figure::plus);
        int band = by.indexOf(Dimension.SIZE_BAND);
        Map<List<String>, Figure> shown = band < 0 ? cells : inclusive(cells, band, request);
        Map<String, Map<String, String>> names = names(by);
        List<Row> rows = shown.entrySet().stream()
                .filter(cell -> !cell.getValue().isNothing())
                .sorted(Map.Entry.comparingByKey((one, other) -> compare(by, one, other)))
                .map(cell -> row(by, cell.getKey(), cell.getValue(), names))
                .toList();
        return new Totals(request, asOf, rows, total);
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
        Slice slice = slice(request, cell, asOf, viewer);
        List<Entry> lines = entries(request.measure(), slice);
        Map<ProjectId, List<ExplainedEvent>> byProject = new LinkedHashMap<>();
        lines.forEach(line -> byProject
                .computeIfAbsent(line.project(), project -> new ArrayList<>())
                .add(line.event()));
        Map<ProjectId, Excluded> named = named(byProject.keySet());
        List<ExplainedProject> rows = new ArrayList<>();
        List<Excluded> excluded = new ArrayList<>();
        byProject.forEach((project, events) -> {
            Figure figure = events.stream().map(ExplainedEvent::figure).reduce(Figure.NOTHING, Figure::plus);
            Excluded name = named.get(project);
            if (figure.isNothing()) {
                boolean ended = events.stream()
                        .anyMatch(e -> e.cause() == MoveCause.RESCINDED || e.cause() == MoveCause.TERMINATED);
                excluded.add(new Excluded(
                        project, name.projectNo(), name.name(), ended ? "ENDED" : "MOVED_ELSEWHERE", null));
            } else {
                rows.add(new ExplainedProject(
                        project,
                        name.projectNo(),
                        name.name(),
                        figure,
                        events.stream()
                                .filter(event -> !event.figure().isNothing())
                                .toList()));
            }
        });
        rows.sort(Comparator.comparing(ExplainedProject::projectNo));
        excluded.addAll(leftOut(request, cell, asOf, viewer, byProject.keySet()));
        return new Explanation(
                request,
                cell,
                asOf,
                rows.stream().map(ExplainedProject::figure).reduce(Figure.NOTHING, Figure::plus),
                rows,
                excluded);
    }

    private record Entry(ProjectId project, ExplainedEvent event) {}

    /** What each event did to a figure, in the order in which they were recorded. */
    private List<Entry> entries(Measure measure, Slice slice) {
        return slice.bind(jdbc.sql("select j.*, f.name, f.effective_on, f.recorded_at from"
                        + " (select project_id, position, cause, currency, sum(count) as n, sum(amount) as amount from "
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
                                    figure(row)));
                })
                .list();
    }

    /**
     * What moved a figure since an instant: the figure as it was known then, plus these, is the figure as it is known now.
     *
     * @param cell codes that narrow the figure down; may be empty
     */
    public List<Move> moves(Request request, Map<Dimension, String> cell, Instant since, AsOf asOf, Viewer viewer) {
        Slice slice =
                slice(request, cell, asOf, viewer).where("known_at > :since").with("since", Slice.at(since));
        List<Entry> entries = entries(request.measure(), slice);
        Map<ProjectId, Excluded> named =
                named(entries.stream().map(Entry::project).collect(Collectors.toSet()));
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
     * Two dates compared on the business axis: what counted up to the end of each.
     *
     * @param cell codes that narrow the figure down; may be empty
     * @param asOf only its {@code knownAt} counts
     * @throws RuleViolated {@link LedgerRule#PERIOD_ENDS_BEFORE_START}
     */
    public Waterfall waterfall(
            Measure measure, Map<Dimension, String> cell, LocalDate from, LocalDate to, AsOf asOf, Viewer viewer) {
        if (to.isBefore(from)) {
            throw new RuleViolated(LedgerRule.PERIOD_ENDS_BEFORE_START, from, to);
        }
        AsOf end = new AsOf(to, asOf.knownAt());
        Slice slice = slice(Request.of(measure), cell, end, viewer).with("opening", from);
        return waterfall(measure, "effective_on <= :opening", slice);
    }

    /**
     * Two instants compared on the known axis: what was known of the same business date.
     *
     * @param asOf only its {@code asOf} counts
     * @throws RuleViolated {@link LedgerRule#PERIOD_ENDS_BEFORE_START}
     */
    public Waterfall waterfall(
            Measure measure, Map<Dimension, String> cell, Instant from, Instant to, AsOf asOf, Viewer viewer) {
        if (to.isBefore(from)) {
            throw new RuleViolated(LedgerRule.PERIOD_ENDS_BEFORE_START, from, to);
        }
        AsOf end = new AsOf(asOf.asOf(), to);
        Slice slice = slice(Request.of(measure), cell, end, viewer).with("opening", Slice.at(from));
        return waterfall(measure, "known_at <= :opening", slice);
    }

    private Waterfall waterfall(Measure measure, String before, Slice slice) {
        Map<String, Figure> bars = new LinkedHashMap<>();
        slice.bind(jdbc.sql("select case when " + before + " then '' else cause end as bar, currency,"
                        + " sum(count) as n, sum(amount) as amount from " + journal(measure) + " " + slice.sql()
                        + " group by 1, 2"))
                .query((row, number) -> bars.merge(row.getString("bar"), figure(row), Figure::plus))
                .list();
        Figure opening = bars.getOrDefault("", Figure.NOTHING);
        bars.remove("");
        List<Bar> shown = bars.entrySet().stream()
                .filter(bar -> !bar.getValue().isNothing())
                .map(bar -> new Bar(MoveCause.valueOf(bar.getKey()), bar.getValue()))
                .sorted(Comparator.comparing(Bar::cause))
                .toList();
        return new Waterfall(
                measure, opening, shown, shown.stream().map(Bar::figure).reduce(opening, Figure::plus));
    }

    private static String journal(Measure measure) {
        return "journal_" + measure.name().toLowerCase(Locale.ROOT);
    }

    private static Slice slice(Request request, Map<Dimension, String> cell, AsOf asOf, Viewer viewer) {
        Slice slice = Slice.ofJournal(asOf).seenBy(viewer, "park");
        if (request.from() != null) {
            slice.where("booked_on >= :from").with("from", request.from());
        }
        if (request.to() != null) {
            slice.where("booked_on <= :to").with("to", request.to());
        }
        cell.forEach((dimension, code) -> narrow(slice, dimension, dimension.inJournal(), code));
        return slice;
    }

    private static void narrow(Slice slice, Dimension dimension, String expression, String code) {
        String param = "cell_" + dimension.key();
        if (code == null) {
            slice.where(expression + " is null");
        } else if (dimension == Dimension.SIZE_BAND) {
            SizeBand band = SizeBand.of(code, CountingPolicy.DEFAULT);
            slice.where("size_band " + (band.index() == 0 ? "= 0" : ">= :" + param));
            if (band.index() > 0) {
                slice.with(param, band.index());
            }
        } else {
            slice.where(expression + " = :" + param).with(param, code);
        }
    }

    private static Figure figure(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        return Figure.of(row.getLong("n"), amount, Currency.valueOf(row.getString("currency")));
    }

    /** A project that reaches a band is in every band below it too. */
    private static Map<List<String>, Figure> inclusive(Map<List<String>, Figure> cells, int band, Request request) {
        CountingPolicy policy = CountingPolicy.of(request.policy());
        Map<List<String>, Figure> shown = new LinkedHashMap<>();
        cells.forEach((key, figure) -> {
            int reached = Integer.parseInt(key.get(band));
            for (int index = Math.min(1, reached); index <= reached; index++) {
                List<String> wider = new ArrayList<>(key);
                wider.set(band, SizeBand.at(index, policy).code());
                shown.merge(wider, figure, Figure::plus);
            }
        });
        return shown;
    }

    private Map<String, Map<String, String>> names(List<Dimension> by) {
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
            List<Dimension> by, List<String> key, Figure figure, Map<String, Map<String, String>> names) {
        Map<Dimension, String> code = new LinkedHashMap<>();
        Map<Dimension, String> name = new LinkedHashMap<>();
        for (int i = 0; i < by.size(); i++) {
            Dimension dimension = by.get(i);
            code.put(dimension, key.get(i));
            if (dimension == Dimension.SIZE_BAND) {
                name.put(
                        dimension,
                        SizeBand.of(key.get(i), CountingPolicy.DEFAULT).sign());
            } else if (dimension.labelKind() != null) {
                name.put(
                        dimension,
                        key.get(i) == null
                                ? null
                                : names.getOrDefault(dimension.labelKind(), Map.of())
                                        .get(key.get(i)));
            } else {
                name.put(dimension, null);
            }
        }
        return new Row(code, name, figure);
    }

    private static int compare(List<Dimension> by, List<String> one, List<String> other) {
        for (int i = 0; i < by.size(); i++) {
            Comparator<String> order = by.get(i) == Dimension.SIZE_BAND
                    ? Comparator.comparingInt(
                            code -> SizeBand.of(code, CountingPolicy.DEFAULT).index())
                    : Comparator.naturalOrder();
            int compared = Comparator.nullsLast(order).compare(one.get(i), other.get(i));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private Map<ProjectId, Excluded> named(Set<ProjectId> projects) {
        Map<ProjectId, Excluded> named = new LinkedHashMap<>();
        jdbc.sql("select project_id, project_no, name from ledger_present where project_id = any(?)")
                .param(projects.stream().map(ProjectId::value).toArray(UUID[]::new))
                .query((row, number) -> {
                    ProjectId id = new ProjectId(row.getObject("project_id", UUID.class));
                    return named.put(
                            id, new Excluded(id, row.getString("project_no"), row.getString("name"), null, null));
                })
                .list();
        return named;
    }

    /** Projects of the cell and period that one might look for in the figure, and the rule that keeps them out. */
    private List<Excluded> leftOut(
            Request request, Map<Dimension, String> cell, AsOf asOf, Viewer viewer, Set<ProjectId> counted) {
        String rule = switch (request.measure()) {
            case SIGNED, SIGNED_ON_SITE, NEWLY_INTRODUCED, RECOGNISED ->
                """
                            case when agreement_kind = 'LETTER_OF_INTENT' then 'LETTER_OF_INTENT_NOT_COUNTED'
                                 when agreement_kind = 'FRAMEWORK' then 'FRAMEWORK_NOT_COUNTED'
                                 when five_gap is null then null"""
                        + switch (request.measure()) {
                            case SIGNED_ON_SITE -> " when not signed_on_site then 'NOT_SIGNED_ON_SITE' end";
                            case NEWLY_INTRODUCED -> " when not newly_introduced then 'NOT_NEWLY_INTRODUCED' end";
                            case RECOGNISED -> " when not recognised then 'NOT_RECOGNISED' end";
                            default -> " end";
                        };
            case IN_TALKS ->
                "case when status in ('SHELVED', 'TERMINATED', 'MERGED', 'ARCHIVED') and negotiation_id is not null"
                        + " then status || '_NOT_COUNTED' end";
            default -> null;
        };
        if (rule == null) {
            return List.of();
        }
        Slice slice = Slice.ofRows("l", asOf).seenBy(viewer, "park");
        cell.forEach((dimension, code) -> narrow(slice, dimension, dimension.inLedger(), code));
        if (request.measure() != Measure.IN_TALKS) {
            slice.where("signed_on is not null");
            if (request.from() != null) {
                slice.where("signed_on >= :from").with("from", request.from());
            }
            if (request.to() != null) {
                slice.where("signed_on <= :to").with("to", request.to());
            }
        }
        return slice
                .bind(jdbc.sql(
                        "select * from (select project_id, project_no, name, estimate, estimate_currency, signed, "
                                + rule + " as rule from " + Slice.table("ledger", asOf) + " l " + slice.sql()
                                + ") r where rule is not null order by project_no"))
                .query((row, number) -> {
                    BigDecimal signed = row.getBigDecimal("signed");
                    BigDecimal estimate = row.getBigDecimal("estimate");
                    return new Excluded(
                            new ProjectId(row.getObject("project_id", UUID.class)),
                            row.getString("project_no"),
                            row.getString("name"),
                            row.getString("rule"),
                            signed.signum() != 0
                                    ? new Money(signed, Currency.CNY)
                                    : estimate == null
                                            ? null
                                            : new Money(
                                                    estimate, Currency.valueOf(row.getString("estimate_currency"))));
                })
                .list()
                .stream()
                .filter(excluded -> !counted.contains(excluded.projectId()))
                .toList();
    }

    private static int daysLate(LocalDate on, Instant recordedAt) {
        return (int) Math.max(0, LocalDate.ofInstant(recordedAt, EventMeta.ZONE).toEpochDay() - on.toEpochDay());
    }
}
