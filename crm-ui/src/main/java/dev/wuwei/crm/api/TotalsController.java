package dev.wuwei.crm.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.Roof;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.counting.DimensionWords;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Totals, what they are made of, and why they moved. */
@RestController
@RequestMapping(path = "/api/v1/totals", produces = MediaType.APPLICATION_JSON_VALUE)
class TotalsController {
    private static final Locale KEYS = I18n.CHINESE;

    private final TotalsQuery totals;

    TotalsController(TotalsQuery totals) {
        this.totals = totals;
    }

    /**
     * @param key Chinese names by dimension
     * @param code codes by dimension; {@code null} for what is in no class
     * @param share of the total, of its sum in the currency of the measure; only where last year was asked for, as with the next
     * @param lastYear 上年同期
     */
    record Row(
            Map<String, String> key,
            Map<String, String> code,
            long count,
            List<Units.Amount> sums,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double share,
            @JsonInclude(JsonInclude.Include.NON_NULL) Figures lastYear) {}

    /**
     * 上年同期: the same period a year before.
     *
     * @param to up to the same day as the answer where the period asked for is not over
     */
    record LastYear(LocalDate from, LocalDate to, Figures total) {}

    record Totals(
            String measure,
            String policy,
            LocalDate asOf,
            Instant knownAt,
            List<String> by,
            List<Row> rows,
            Figures total,
            @JsonInclude(JsonInclude.Include.NON_NULL) LastYear lastYear) {}

    /** @param lastYear whether the same period of the year before stands beside each row, with the shares; needs from and to */
    @GetMapping
    Totals totals(
            @RequestParam String measure,
            @RequestParam(required = false) List<String> by,
            @RequestParam(required = false) String policy,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String bands,
            @RequestParam(required = false) String tree,
            @RequestParam(required = false) boolean lastYear,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        TotalsQuery.Request request = under(tree, banded(request(measure, by, policy, from, to), bands));
        TotalsQuery.Totals answer = totals.totals(request, point.query(), Account.viewer());
        TotalsQuery.Totals before = lastYear ? yearBefore(request, point) : null;
        Currency currency = request.measure().currency();
        List<Row> rows = before == null
                ? answer.rows().stream()
                        .map(row -> row(request, row, null, null))
                        .toList()
                : totals.beside(answer, before).stream()
                        .map(each -> row(
                                request,
                                each.row(),
                                share(each.row().figure(), answer.total(), currency),
                                each.before()))
                        .toList();
        return new Totals(
                request.measure().key(),
                answer.request().policy(),
                point.asOf(),
                point.knownAt(),
                request.by().stream().map(Dimension::key).toList(),
                rows,
                Figures.of(answer.total(), currency),
                before == null
                        ? null
                        : new LastYear(
                                before.request().from(), before.request().to(), Figures.of(before.total(), currency)));
    }

    private TotalsQuery.Totals yearBefore(TotalsQuery.Request request, PointInTime point) {
        TotalsQuery.Request before = request.yearBefore(point.asOf())
                .orElseThrow(() -> RuleViolated.at("lastYear", ApiRule.PARAMETER_FORM, "true", "from <= asOf, to"));
        return totals.totals(before, point.query(), Account.viewer());
    }

    private static Row row(TotalsQuery.Request request, TotalsQuery.Row row, Double share, Figure lastYear) {
        Currency currency = request.measure().currency();
        return new Row(
                byKey(request.by(), dimension -> name(dimension, row)),
                byKey(request.by(), dimension -> row.code().get(dimension)),
                row.figure().count(),
                Figures.sums(row.figure(), currency),
                share,
                lastYear == null ? null : Figures.of(lastYear, currency));
    }

    private static Double share(Figure part, Figure whole, Currency currency) {
        return Units.share(part.shareOf(whole, currency));
    }

    record Event(
            long position,
            String name,
            LocalDate occurredOn,
            Instant recordedAt,
            int daysLate,
            String cause,
            Units.Amount amount,
            List<Units.Amount> amounts,
            String recordedBy) {}

    /**
     * @param amount in the currency of the measure, unless there is only another
     * @param amounts one for each currency
     */
    record ProjectRow(
            String projectId,
            String projectNo,
            String name,
            Units.Amount amount,
            List<Event> events,
            List<Units.Amount> amounts) {}

    /** @param countedOn the day to whose period it belongs instead, or {@code null} */
    record Excluded(
            String projectId, String projectNo, String name, String rule, Units.Amount amount, LocalDate countedOn) {}

    record Explanation(
            String measure,
            String policy,
            LocalDate asOf,
            Instant knownAt,
            Map<String, String> cell,
            long count,
            List<Units.Amount> sums,
            List<ProjectRow> rows,
            List<Excluded> excluded) {}

    @GetMapping("/explain")
    Explanation explain(
            @RequestParam String measure,
            @RequestParam(required = false) List<String> by,
            @RequestParam(required = false) String policy,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) List<String> cell,
            @RequestParam(required = false) String bands,
            @RequestParam(required = false) String tree,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Viewer viewer = Account.viewer();
        TotalsQuery.Request request = under(tree, banded(request(measure, by, policy, from, to), bands));
        Map<String, String> asked = cell(cell);
        Map<Dimension, String> codes = codes(asked, request, point.query(), viewer);
        TotalsQuery.Explanation answer = totals.explain(request, codes, point.query(), viewer);
        Currency currency = request.measure().currency();
        return new Explanation(
                request.measure().key(),
                answer.request().policy(),
                point.asOf(),
                point.knownAt(),
                asked,
                answer.figure().count(),
                Figures.sums(answer.figure(), currency),
                answer.rows().stream()
                        .map(row -> new ProjectRow(
                                row.projectId().toString(),
                                row.projectNo(),
                                row.name(),
                                amount(row.figure(), currency),
                                row.events().stream()
                                        .map(event -> new Event(
                                                event.position(),
                                                event.name(),
                                                event.occurredOn(),
                                                event.recordedAt(),
                                                event.daysLate(),
                                                event.cause().name(),
                                                amount(event.figure(), currency),
                                                amounts(event.figure(), currency),
                                                event.recordedBy()))
                                        .toList(),
                                amounts(row.figure(), currency)))
                        .toList(),
                answer.excluded().stream()
                        .map(each -> new Excluded(
                                each.projectId().toString(),
                                each.projectNo(),
                                each.name(),
                                each.rule(),
                                Units.Amount.inWan(each.amount()),
                                each.countedOn()))
                        .toList());
    }

    private static Units.Amount amount(Figure figure, Currency currency) {
        List<Units.Amount> amounts = amounts(figure, currency);
        return amounts.stream()
                .filter(amount -> amount.currency().equals(currency.name()))
                .findFirst()
                .orElseGet(amounts::getFirst);
    }

    private static List<Units.Amount> amounts(Figure figure, Currency currency) {
        return figure.sums().isEmpty()
                ? List.of(Units.Amount.inWan(Money.zero(currency)))
                : figure.sums().stream().map(Units.Amount::inWan).toList();
    }

    record Bar(String cause, String label, long count, List<Units.Amount> sums) {}

    record Waterfall(String measure, String from, String to, Figures opening, List<Bar> bars, Figures closing) {}

    @GetMapping("/waterfall")
    Waterfall waterfall(
            @RequestParam String measure,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(required = false) String policy,
            @RequestParam(required = false) List<String> cell,
            @RequestParam(required = false) String tree,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Viewer viewer = Account.viewer();
        Measure asked = Measure.of(measure);
        TotalsQuery.Request request =
                under(tree, new TotalsQuery.Request(asked, dimensions(cell(cell)), policy, null, null));
        Map<Dimension, String> codes = codes(cell(cell), request, point.query(), viewer);
        boolean dates = from.length() == 10;
        if (dates != (to.length() == 10)) {
            throw new RuleViolated(LedgerRule.MIXED_AXES);
        }
        TotalsQuery.Waterfall answer = dates
                ? totals.waterfall(request, codes, date("from", from), date("to", to), point.query(), viewer)
                : totals.waterfall(request, codes, instant("from", from), instant("to", to), point.query(), viewer);
        Currency currency = asked.currency();
        Locale locale = ApiLocale.of(http);
        return new Waterfall(
                asked.key(),
                from,
                to,
                Figures.of(answer.opening(), currency),
                answer.bars().stream()
                        .map(bar -> new Bar(
                                bar.cause().name(),
                                Words.text(bar.cause(), locale),
                                bar.figure().count(),
                                Figures.sums(bar.figure(), currency)))
                        .toList(),
                Figures.of(answer.closing(), currency));
    }

    private static TotalsQuery.Request request(
            String measure, List<String> by, String policy, LocalDate from, LocalDate to) {
        List<Dimension> dimensions = by == null
                ? List.of()
                : by.stream()
                        .filter(key -> !key.isBlank())
                        .map(Dimension::of)
                        .distinct()
                        .toList();
        return new TotalsQuery.Request(Measure.of(measure), dimensions, policy, from, to);
    }

    /** @param bands {@code exclusive} for each project in its largest size band only */
    private static TotalsQuery.Request banded(TotalsQuery.Request request, String bands) {
        if (bands == null || bands.isBlank() || bands.equals("inclusive")) {
            return request;
        }
        if (bands.equals("exclusive")) {
            return request.inExclusiveBands();
        }
        throw RuleViolated.at("bands", ApiRule.PARAMETER_FORM, RecordReader.shown(bands), "inclusive, exclusive");
    }

    /**
     * @param tree {@code today} for what became a part of something else under today's entry, {@code top} for what belongs under
     *     another entry there too; else by the catalogue of the day
     */
    private static TotalsQuery.Request under(String tree, TotalsQuery.Request request) {
        if (tree == null || tree.isBlank() || tree.equals("ofTheDay")) {
            return request;
        }
        return switch (tree) {
            case "today" -> request.under(Roof.TODAY);
            case "top" -> request.under(Roof.TOP);
            default ->
                throw RuleViolated.at("tree", ApiRule.PARAMETER_FORM, RecordReader.shown(tree), "ofTheDay, today, top");
        };
    }

    record PolicyFigures(String policy, long count, List<Units.Amount> sums) {}

    record Difference(
            String projectId, String projectNo, String name, Units.Amount one, Units.Amount other, String effect) {}

    record Comparison(
            String measure,
            LocalDate asOf,
            Instant knownAt,
            PolicyFigures one,
            PolicyFigures other,
            List<Difference> differences) {}

    /** Two counting policies on one period: the projects that they count differently. */
    @GetMapping("/compare")
    Comparison compare(
            @RequestParam String measure,
            @RequestParam String one,
            @RequestParam String other,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        TotalsQuery.Request request = request(measure, null, null, from, to);
        Currency currency = request.measure().currency();
        TotalsQuery.Comparison compared = totals.compare(request, one, other, point.query(), Account.viewer());
        return new Comparison(
                request.measure().key(),
                point.asOf(),
                point.knownAt(),
                new PolicyFigures(
                        compared.onePolicy().id(), compared.one().count(), Figures.sums(compared.one(), currency)),
                new PolicyFigures(
                        compared.otherPolicy().id(),
                        compared.other().count(),
                        Figures.sums(compared.other(), currency)),
                compared.differences().stream()
                        .map(each -> new Difference(
                                each.projectId().toString(),
                                each.projectNo(),
                                each.name(),
                                amount(each.one(), currency),
                                amount(each.other(), currency),
                                each.effect().name()))
                        .toList());
    }

    /** {@code industry:纺织鞋服}; several by comma or by repeating the parameter. */
    private static Map<String, String> cell(List<String> parts) {
        Map<String, String> cell = new LinkedHashMap<>();
        for (String part : parts == null ? List.<String>of() : parts) {
            int colon = part.indexOf(':');
            if (colon < 1) {
                throw RuleViolated.at("cell", ApiRule.PARAMETER_FORM, RecordReader.shown(part), "industry:纺织鞋服");
            }
            cell.put(part.substring(0, colon), part.substring(colon + 1));
        }
        return cell;
    }

    private static List<Dimension> dimensions(Map<String, String> cell) {
        return cell.keySet().stream().map(Dimension::of).toList();
    }

    /**
     * A cell is named by the code or by the Chinese name that totals show.
     *
     * @throws RuleViolated {@link LedgerRule#UNKNOWN_CLASS}
     */
    private Map<Dimension, String> codes(
            Map<String, String> cell, TotalsQuery.Request request, AsOf asOf, Viewer viewer) {
        Map<Dimension, String> codes = new LinkedHashMap<>();
        if (cell.isEmpty()) {
            return codes;
        }
        List<Dimension> dimensions = dimensions(cell);
        List<TotalsQuery.Row> rows = totals.totals(request.by(dimensions.toArray(Dimension[]::new)), asOf, viewer)
                .rows();
        for (Dimension dimension : dimensions) {
            String value = cell.get(dimension.key());
            codes.put(
                    dimension,
                    value.equals(DimensionWords.missing(dimension, KEYS))
                            ? null
                            : rows.stream()
                                    .filter(row -> value.equals(row.code().get(dimension))
                                            || value.equals(name(dimension, row)))
                                    .map(row -> row.code().get(dimension))
                                    .findFirst()
                                    .or(() -> totals.code(dimension, value, request, asOf))
                                    .or(() -> worded(dimension)
                                            .filter(code -> value.equals(word(dimension, code)))
                                            .findFirst())
                                    .orElseThrow(
                                            () -> new RuleViolated(LedgerRule.UNKNOWN_CLASS, value, dimension.key())));
        }
        return codes;
    }

    private static String name(Dimension dimension, TotalsQuery.Row row) {
        String code = row.code().get(dimension);
        String name = row.name().get(dimension);
        return name != null ? name : code == null ? DimensionWords.missing(dimension, KEYS) : word(dimension, code);
    }

    /** @return the codes that have a word of ours, no name of the ledger's */
    private static Stream<String> worded(Dimension dimension) {
        return switch (dimension) {
            case FIVE_GAP -> Arrays.stream(PhaseState.values()).map(Enum::name);
            case KIND -> Arrays.stream(ProjectKind.values()).map(Enum::name);
            case PROVINCE -> IntStream.range(11, 100).mapToObj(String::valueOf);
            default -> Stream.empty();
        };
    }

    private static String word(Dimension dimension, String code) {
        return worded(dimension).anyMatch(code::equals) ? DimensionWords.name(dimension, code, null, KEYS) : code;
    }

    private static Map<String, String> byKey(List<Dimension> by, Function<Dimension, String> value) {
        Map<String, String> map = new LinkedHashMap<>();
        by.forEach(dimension -> map.put(dimension.key(), value.apply(dimension)));
        return map;
    }

    private static LocalDate date(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw RuleViolated.at(name, ApiRule.DATE_FORM);
        }
    }

    private static Instant instant(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw RuleViolated.at(name, ApiRule.INSTANT_FORM);
        }
    }
}
