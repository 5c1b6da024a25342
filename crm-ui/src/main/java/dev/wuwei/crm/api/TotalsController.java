package dev.wuwei.crm.api;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.Roof;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.I18n;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
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
     * @param code codes by dimension
     */
    record Row(Map<String, String> key, Map<String, String> code, long count, List<Units.Amount> sums) {}

    record Totals(
            String measure,
            String policy,
            LocalDate asOf,
            Instant knownAt,
            List<String> by,
            List<Row> rows,
            Figures total) {}

    @GetMapping
    Totals totals(
            @RequestParam String measure,
            @RequestParam(required = false) List<String> by,
            @RequestParam(required = false) String policy,
            @RequestParam(required = false) LocalDate from,
            @RequestParam(required = false) LocalDate to,
            @RequestParam(required = false) String bands,
            @RequestParam(required = false) String tree,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        TotalsQuery.Request request = under(tree, banded(request(measure, by, policy, from, to), bands));
        TotalsQuery.Totals answer = totals.totals(request, point.query(), Account.viewer());
        Currency currency = request.measure().currency();
        return new Totals(
                request.measure().key(),
                answer.request().policy(),
                point.asOf(),
                point.knownAt(),
                request.by().stream().map(Dimension::key).toList(),
                answer.rows().stream()
                        .map(row -> new Row(
                                byKey(request.by(), dimension -> name(dimension, row)),
                                byKey(request.by(), dimension -> row.code().get(dimension)),
                                row.figure().count(),
                                Figures.sums(row.figure(), currency)))
                        .toList(),
                Figures.of(answer.total(), currency));
    }

    record Event(
            long position,
            String name,
            LocalDate occurredOn,
            Instant recordedAt,
            int daysLate,
            String cause,
            Units.Amount amount) {}

    record ProjectRow(String projectId, String projectNo, String name, Units.Amount amount, List<Event> events) {}

    record Excluded(String projectId, String projectNo, String name, String rule, Units.Amount amount) {}

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
                                Units.Amount.inWan(row.figure().in(currency)),
                                row.events().stream()
                                        .map(event -> new Event(
                                                event.position(),
                                                event.name(),
                                                event.occurredOn(),
                                                event.recordedAt(),
                                                event.daysLate(),
                                                event.cause().name(),
                                                Units.Amount.inWan(
                                                        event.figure().in(currency))))
                                        .toList()))
                        .toList(),
                answer.excluded().stream()
                        .map(each -> new Excluded(
                                each.projectId().toString(),
                                each.projectNo(),
                                each.name(),
                                each.rule(),
                                Units.Amount.inWan(each.amount())))
                        .toList());
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
                                Units.Amount.inWan(each.one().in(currency)),
                                Units.Amount.inWan(each.other().in(currency)),
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

    /** A cell is named by the code or by the Chinese name that totals show. */
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
                    rows.stream()
                            .filter(row ->
                                    value.equals(row.code().get(dimension)) || value.equals(name(dimension, row)))
                            .map(row -> row.code().get(dimension))
                            .findFirst()
                            .orElse(value));
        }
        return codes;
    }

    private static String name(Dimension dimension, TotalsQuery.Row row) {
        String code = row.code().get(dimension);
        String name = row.name().get(dimension);
        if (name != null) {
            return name;
        }
        if (code == null) {
            return I18n.text(KEYS, "api.none");
        }
        return switch (dimension) {
            case FIVE_GAP -> Words.text(PhaseState.valueOf(code), KEYS);
            case KIND -> Words.text(ProjectKind.valueOf(code), KEYS);
            default -> code;
        };
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
