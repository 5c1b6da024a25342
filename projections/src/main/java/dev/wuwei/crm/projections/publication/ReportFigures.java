package dev.wuwei.crm.projections.publication;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.LedgerRule;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Breakdowns;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Explanation;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Move;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Request;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Row;
import dev.wuwei.crm.projections.publication.PublicationComparison.Claim;
import dev.wuwei.crm.projections.publication.PublicationComparison.DocumentTie;
import dev.wuwei.crm.projections.publication.PublicationComparison.Line;
import dev.wuwei.crm.projections.publication.PublicationComparison.Tie;
import dev.wuwei.crm.projections.publication.PublicationView.OutsideFigure;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.publication.ReportQuestion;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A report's question, put to the ledger: once when it is published, and again whenever it is opened. */
@Component
public class ReportFigures {
    private final TotalsQuery totals;
    private final Dictionaries dictionaries;

    public ReportFigures(TotalsQuery totals, Dictionaries dictionaries) {
        this.totals = totals;
        this.dictionaries = dictionaries;
    }

    /**
     * What the ledger answers, by measure, its total first.
     *
     * @param knownAt only what was recorded up to this instant counts, or {@code null} for all that is known
     * @return names are {@code null} where the code says it all
     */
    public List<PublishedLine> lines(ReportQuestion question, Instant knownAt) {
        AsOf asOf = new AsOf(question.asOf(), knownAt);
        Viewer viewer = viewer(question);
        Dimension[] breakdowns =
                question.breakdowns().stream().map(Dimension::of).toArray(Dimension[]::new);
        List<PublishedLine> lines = new ArrayList<>();
        for (String key : question.measures()) {
            Breakdowns answer = totals.breakdowns(request(question, Measure.of(key), breakdowns), asOf, viewer);
            lines.add(new PublishedLine(
                    key,
                    null,
                    null,
                    null,
                    answer.total().count(),
                    answer.total().sums()));
            answer.rows().forEach((dimension, rows) -> lines.addAll(classes(key, dimension, rows)));
        }
        return lines;
    }

    private List<PublishedLine> classes(String measure, Dimension dimension, List<Row> rows) {
        return rows.stream()
                .map(row -> new PublishedLine(
                        measure,
                        dimension.key(),
                        row.code().get(dimension),
                        row.name().get(dimension),
                        row.figure().count(),
                        row.figure().sums()))
                .sorted(inOrder(dimension))
                .toList();
    }

    /** As dictionaries and the five gaps name them; others as the ledger does. */
    private Comparator<PublishedLine> inOrder(Dimension dimension) {
        List<String> codes = switch (dimension) {
            case INDUSTRY -> codes(DictionaryKind.INDUSTRY);
            case PARK -> codes(DictionaryKind.PARK);
            case METHOD -> codes(DictionaryKind.PROMOTION_METHOD);
            case FIVE_GAP -> Arrays.stream(PhaseState.values()).map(Enum::name).toList();
            default -> List.of();
        };
        Comparator<PublishedLine> listed = Comparator.comparingInt(line -> {
            int at = codes.indexOf(line.code());
            return at < 0 ? codes.size() : at;
        });
        // Bands come in their own order already.
        return dimension == Dimension.SIZE_BAND
                ? listed
                : listed.thenComparing(PublishedLine::code, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private List<String> codes(DictionaryKind kind) {
        return dictionaries.everything(kind).stream().map(Coded::code).toList();
    }

    /** @return the counting policy's name with its version, the one in force when none was named */
    public String policy(ReportQuestion question, Instant knownAt) {
        return totals.policy(request(question, Measure.SIGNED), new AsOf(question.asOf(), knownAt))
                .id();
    }

    /** @return lower ends of the size bands of that policy, in 亿元 */
    public List<BigDecimal> bands(String policy) {
        return totals.policy(Request.of(Measure.SIGNED).under(policy), AsOf.NOW)
                .rules()
                .bands();
    }

    /** Line by line as published and as known now, and what moved each line that moved. */
    public PublicationComparison compare(PublicationView view, Instant knownAt) {
        ReportPublished report = view.report();
        ReportQuestion question = question(report);
        Map<String, PublishedLine> now = new LinkedHashMap<>();
        lines(question, knownAt).forEach(line -> now.put(line.key(), line));
        List<Line> lines = new ArrayList<>();
        for (PublishedLine published : report.lines()) {
            PublishedLine known = now.remove(published.key());
            lines.add(line(question, report, published, figure(published), figure(known), knownAt));
        }
        // Classes that had nothing when the report was published.
        now.values().forEach(line -> lines.add(line(question, report, line, Figure.NOTHING, figure(line), knownAt)));
        return new PublicationComparison(lines, ties(report.lines()), claims(view, lines), documents(view));
    }

    private static List<Claim> claims(PublicationView view, List<Line> lines) {
        Map<String, Line> byKey = new HashMap<>();
        lines.forEach(line -> byKey.put(line.line().key(), line));
        return view.outside().stream()
                .map(figure -> {
                    Line line = byKey.get(figure.line());
                    return new Claim(figure, line.line(), line.published(), line.now());
                })
                .toList();
    }

    /** Where a document names both the total and the classes of a measure, in yuan. */
    private static List<DocumentTie> documents(PublicationView view) {
        Map<List<String>, Money> totals = new LinkedHashMap<>();
        Map<List<String>, Money> sums = new LinkedHashMap<>();
        for (OutsideFigure figure : view.outside()) {
            PublishedLine line = view.line(figure.line()).orElseThrow();
            if (figure.amount() == null || Dimension.SIZE_BAND.key().equals(line.dimension())) {
                continue;
            }
            if (line.isTotal()) {
                totals.put(
                        List.of(
                                figure.source(),
                                line.measure(),
                                figure.amount().currency().name()),
                        figure.amount());
            } else {
                sums.merge(
                        List.of(
                                figure.source(),
                                line.measure(),
                                figure.amount().currency().name(),
                                line.dimension()),
                        figure.amount(),
                        Money::plus);
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> totals.containsKey(sum.getKey().subList(0, 3)))
                .map(sum -> new DocumentTie(
                        sum.getKey().get(0),
                        sum.getKey().get(1),
                        sum.getKey().get(3),
                        totals.get(sum.getKey().subList(0, 3)),
                        sum.getValue()))
                .toList();
    }

    private Line line(
            ReportQuestion question,
            ReportPublished report,
            PublishedLine line,
            Figure published,
            Figure now,
            Instant knownAt) {
        List<Move> moves = published.equals(now)
                ? List.of()
                : totals.moves(
                        request(question, line),
                        cell(line),
                        report.knownAt(),
                        new AsOf(report.asOf(), knownAt),
                        viewer(question));
        return new Line(line, published, now, moves);
    }

    /**
     * The same a year before, as known at the report's cut-off.
     *
     * @return nothing when the ledger does not reach back so far
     */
    public List<PublishedLine> yearBefore(PublicationView view) {
        ReportQuestion question = question(view.report());
        ReportQuestion before = new ReportQuestion(
                question.from().minusYears(1),
                lastYear(question.to()),
                lastYear(question.asOf()),
                question.policy(),
                question.measures(),
                question.breakdowns(),
                question.parks());
        try {
            return lines(before, view.report().knownAt());
        } catch (RuleViolated violated) {
            if (violated.rule() == LedgerRule.BEFORE_FIRST_EVENT) {
                return List.of();
            }
            throw violated;
        }
    }

    /** The last day of a month stays one. */
    private static LocalDate lastYear(LocalDate day) {
        LocalDate before = day.minusYears(1);
        return day.getDayOfMonth() == day.lengthOfMonth() ? before.withDayOfMonth(before.lengthOfMonth()) : before;
    }

    /** The rows that make one line, as known now. */
    public Explanation explain(PublicationView view, PublishedLine line, Instant knownAt) {
        ReportQuestion question = question(view.report());
        return totals.explain(
                request(question, line), cell(line), new AsOf(question.asOf(), knownAt), viewer(question));
    }

    /** Classes that overlap add up to more than the total; all others must add up to it. */
    private static List<Tie> ties(List<PublishedLine> lines) {
        Map<String, Figure> totals = new HashMap<>();
        Map<List<String>, Figure> sums = new LinkedHashMap<>();
        for (PublishedLine line : lines) {
            if (line.isTotal()) {
                totals.put(line.measure(), figure(line));
            } else if (!Dimension.SIZE_BAND.key().equals(line.dimension())) {
                sums.merge(List.of(line.measure(), line.dimension()), figure(line), Figure::plus);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Tie(
                        sum.getKey().getFirst(),
                        sum.getKey().getLast(),
                        totals.getOrDefault(sum.getKey().getFirst(), Figure.NOTHING),
                        sum.getValue()))
                .toList();
    }

    private static Figure figure(PublishedLine line) {
        return line == null ? Figure.NOTHING : new Figure(line.count(), line.sums());
    }

    private static ReportQuestion question(ReportPublished report) {
        List<String> measures =
                report.lines().stream().map(PublishedLine::measure).distinct().toList();
        return new ReportQuestion(
                report.periodFrom(),
                report.periodTo(),
                report.asOf(),
                report.policy(),
                measures,
                report.breakdowns(),
                report.parks().stream().map(Coded::code).toList());
    }

    private static Request request(ReportQuestion question, PublishedLine line) {
        Measure measure = Measure.of(line.measure());
        return line.isTotal() ? request(question, measure) : request(question, measure, Dimension.of(line.dimension()));
    }

    /** What is in talks on a day belongs to no period. */
    private static Request request(ReportQuestion question, Measure measure, Dimension... by) {
        boolean standing = measure == Measure.IN_TALKS;
        return new Request(
                measure,
                List.of(by),
                question.policy(),
                standing ? null : question.from(),
                standing ? null : question.to());
    }

    private static Map<Dimension, String> cell(PublishedLine line) {
        Map<Dimension, String> cell = new HashMap<>();
        if (!line.isTotal()) {
            cell.put(Dimension.of(line.dimension()), line.code());
        }
        return cell;
    }

    /** Whoever asks sees what the report counts; whether he may see the report was asked before. */
    private static Viewer viewer(ReportQuestion question) {
        return new Viewer(null, Set.of(), Set.copyOf(question.parks()));
    }
}
