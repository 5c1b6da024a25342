package dev.wuwei.crm.ui.publication;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Dimension;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.FiveGaps;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery.StateFigures;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.publication.PublicationComparison;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.projections.publication.ReportFigures;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.target.TargetProgress;
import dev.wuwei.crm.projections.target.TargetProgressQuery;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.target.PeriodKind;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.ui.component.Format;
import dev.wuwei.crm.ui.component.WordTemplate.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a bulletin's template may name. Figures are those of the frozen report; what the report does not have is asked of the
 * ledger as of the report's date and as known at its cut-off, so it never changes either. Only {@code restatement} tells of today.
 *
 * <pre>
 * title period asOf parks policy publishedOn publishedBy position knownAt digest seal notes restatement
 * signed.count  signed.amount                       a measure
 * signed.industry.textile.count  .amount  .share    one class of it
 * signed.industry                                   all classes of it, as a sentence
 * each signed.industry                              in a row of a table, with name count amount share
 * lastYear.signed.count  lastYear.signed.amount     the same a year before
 * growth.signed                                     against a year before
 * rate.arrived.signed                               one amount in hundredths of another
 * targets                                           of the year, as a sentence
 * target.SIGNED_COUNT.value  .actual  .completion   of several parks together
 * fiveGaps  fiveGaps.count  .overdue  .STARTED.count  .STARTED.overdue
 * </pre>
 */
final class BulletinFigures implements Source {

    private final PublicationView view;
    private final ReportPublished report;
    private final Sources sources;
    private final Map<String, String> told = new HashMap<>();
    private List<PublishedLine> lastYear;
    private FiveGaps gaps;
    private List<TargetProgress> targets;

    /** What is asked for what the report itself does not have. */
    record Sources(
            ReportFigures figures, FiveGapsQuery fiveGaps, TargetProgressQuery targets, Dictionaries dictionaries) {}

    BulletinFigures(PublicationView view, PublicationComparison compared, String publisher, Sources sources) {
        this.view = view;
        this.report = view.report();
        this.sources = sources;
        told.put("title", report.title());
        told.put("period", BulletinWords.period(report));
        told.put("asOf", BulletinWords.day(report.asOf()));
        told.put("parks", BulletinWords.parks(report));
        told.put("policy", report.policy());
        told.put("publishedOn", BulletinWords.day(report.occurredOn()));
        told.put("publishedBy", publisher);
        told.put("position", Format.count(report.position()));
        told.put("knownAt", BulletinWords.minute(report.knownAt()));
        told.put("digest", report.digest());
        told.put(
                "seal",
                BulletinWords.text(view.verified() ? "publication.digest-verified" : "publication.digest-broken"));
        told.put("notes", notes());
        told.put("restatement", BulletinWords.restatement(compared));
    }

    @Override
    public Optional<String> find(String name) {
        if (told.containsKey(name)) {
            return Optional.of(told.get(name));
        }
        List<String> parts = List.of(name.split("\\."));
        List<String> rest = parts.subList(1, parts.size());
        return switch (parts.getFirst()) {
            case "fiveGaps" -> ofGaps(rest);
            case "targets" ->
                rest.isEmpty() && unreached(targets()).isEmpty()
                        ? Optional.of(BulletinWords.targets(targets()))
                        : Optional.empty();
            case "target" -> rest.size() == 2 ? ofTarget(rest.getFirst(), rest.getLast()) : Optional.empty();
            case "lastYear" -> lastYear().flatMap(lines -> of(lines, rest));
            case "growth" -> rest.size() == 1 ? growth(rest.getFirst()) : Optional.empty();
            case "rate" -> rest.size() == 2 ? rate(rest.getFirst(), rest.getLast()) : Optional.empty();
            default -> of(report.lines(), parts);
        };
    }

    @Override
    public Optional<List<Source>> rows(String name) {
        String[] parts = name.split("\\.");
        if (parts.length != 2
                || total(report.lines(), parts[0]).isEmpty()
                || !report.breakdowns().contains(parts[1])) {
            return Optional.empty();
        }
        return Optional.of(
                classes(report.lines(), parts[0], parts[1]).map(this::row).toList());
    }

    private Source row(PublishedLine line) {
        return name -> name.equals("name") ? Optional.of(BulletinWords.named(line)) : of(report.lines(), line, name);
    }

    private Optional<String> of(List<PublishedLine> lines, List<String> parts) {
        Optional<PublishedLine> total = total(lines, parts.getFirst());
        if (total.isEmpty()) {
            return Optional.empty();
        }
        return switch (parts.size()) {
            case 2 ->
                report.breakdowns().contains(parts.get(1))
                        ? Optional.of(classes(lines, parts.getFirst(), parts.get(1))
                                .map(BulletinWords::sentence)
                                .collect(Collectors.joining(BulletinWords.text("bulletin.comma"))))
                        : of(lines, total.get(), parts.get(1));
            case 4 -> oneClass(lines, parts).flatMap(line -> of(lines, line, parts.get(3)));
            default -> Optional.empty();
        };
    }

    private static Optional<PublishedLine> total(List<PublishedLine> lines, String measure) {
        return lines.stream()
                .filter(line -> line.isTotal() && line.measure().equals(measure))
                .findFirst();
    }

    private static Stream<PublishedLine> classes(List<PublishedLine> lines, String measure, String dimension) {
        return lines.stream().filter(line -> line.measure().equals(measure) && dimension.equals(line.dimension()));
    }

    /** A class that there is and that had nothing is a zero; one that there is not has no source. */
    private Optional<PublishedLine> oneClass(List<PublishedLine> lines, List<String> parts) {
        String measure = parts.get(0);
        String dimension = parts.get(1);
        String code = parts.get(2);
        if (!report.breakdowns().contains(dimension)) {
            return Optional.empty();
        }
        return classes(lines, measure, dimension)
                .filter(line -> code.equals(line.code()))
                .findFirst()
                .or(() -> exists(Dimension.of(dimension), code)
                        ? Optional.of(new PublishedLine(measure, dimension, code, null, 0, List.of()))
                        : Optional.empty());
    }

    private boolean exists(Dimension dimension, String code) {
        return switch (dimension) {
            case INDUSTRY -> listed(DictionaryKind.INDUSTRY, code);
            case PARK -> listed(DictionaryKind.PARK, code);
            case FIVE_GAP ->
                Arrays.stream(PhaseState.values())
                        .anyMatch(state -> state.name().equals(code));
            case SIZE_BAND ->
                sources.figures().bands(report.policy()).stream()
                        .anyMatch(bound -> code.equals("ge" + bound.toPlainString()));
            default -> false;
        };
    }

    private boolean listed(DictionaryKind kind, String code) {
        return sources.dictionaries().everything(kind).stream()
                .anyMatch(coded -> coded.code().equals(code));
    }

    /** @param lines that the line is one of: a share is of their own total */
    private static Optional<String> of(List<PublishedLine> lines, PublishedLine line, String part) {
        return switch (part) {
            case "count" -> Optional.of(Format.count(line.count()));
            case "amount" -> Optional.of(BulletinWords.amount(line));
            case "share" -> total(lines, line.measure()).map(total -> share(line, total));
            default -> Optional.empty();
        };
    }

    private static String share(PublishedLine line, PublishedLine total) {
        Currency currency = PublicationWords.currency(line.measure());
        return ratio(sum(line, currency), sum(total, currency))
                .map(Format::percent)
                .orElse(Format.NOTHING);
    }

    private static BigDecimal sum(PublishedLine line, Currency currency) {
        return new Figure(line.count(), line.sums()).in(currency).amount();
    }

    private static Optional<BigDecimal> ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(part.divide(whole, MathContext.DECIMAL64));
    }

    private Optional<String> rate(String part, String whole) {
        Optional<PublishedLine> above = total(report.lines(), part);
        Optional<PublishedLine> below = total(report.lines(), whole);
        if (above.isEmpty() || below.isEmpty() || PublicationWords.currency(part) != PublicationWords.currency(whole)) {
            return Optional.empty();
        }
        Currency currency = PublicationWords.currency(part);
        return Optional.of(ratio(sum(above.get(), currency), sum(below.get(), currency))
                .map(Format::percent)
                .orElse(Format.NOTHING));
    }

    /** 增长 23.8%, 下降 5.0%, 持平; nothing to compare with is said. */
    private Optional<String> growth(String measure) {
        Currency currency = total(report.lines(), measure).isEmpty() ? null : PublicationWords.currency(measure);
        Optional<PublishedLine> before = lastYear().flatMap(lines -> total(lines, measure));
        if (currency == null || before.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal now = sum(total(report.lines(), measure).orElseThrow(), currency);
        return Optional.of(ratio(now.subtract(sum(before.get(), currency)), sum(before.get(), currency))
                .map(change -> change.signum() == 0
                        ? BulletinWords.text("bulletin.level")
                        : BulletinWords.text(
                                change.signum() > 0 ? "bulletin.up" : "bulletin.down", Format.percent(change.abs())))
                .orElseGet(() -> BulletinWords.text("bulletin.no-base")));
    }

    /** Nothing where the ledger does not reach back so far. */
    private Optional<List<PublishedLine>> lastYear() {
        if (lastYear == null) {
            lastYear = sources.figures().yearBefore(view);
        }
        return Optional.of(lastYear).filter(lines -> !lines.isEmpty());
    }

    /** Of the year that the period ends in, for everybody, or for the parks that the report counts. */
    private List<TargetProgress> targets() {
        if (targets == null) {
            ScopeKind kind = report.parks().isEmpty() ? ScopeKind.WHOLE : ScopeKind.PARK;
            targets =
                    sources
                            .targets()
                            .progress(report.periodTo().getYear(), Set.of(kind), cutOff(), viewer(), report.asOf())
                            .stream()
                            .filter(each -> each.target().period().kind() == PeriodKind.YEAR)
                            .toList();
        }
        return targets;
    }

    /** Those of several parks together, where each of them has one: else there is no target of all that the report counts. */
    private Optional<String> ofTarget(String measure, String part) {
        List<TargetProgress> found = targetsOf(measure);
        if (found.isEmpty() || !parksWithout(found).isEmpty()) {
            return Optional.empty();
        }
        TargetMeasure of = found.getFirst().target().measure();
        BigDecimal value = sum(found.stream().map(each -> each.target().value().number()));
        if (part.equals("value")) {
            return Optional.of(BulletinWords.number(of, value));
        }
        if (!unreached(found).isEmpty()) {
            return Optional.empty();
        }
        BigDecimal actual = sum(found.stream().map(TargetProgress::actual));
        return switch (part) {
            case "actual" -> Optional.of(BulletinWords.number(of, actual));
            case "completion" -> ratio(actual, value).map(Format::percent);
            default -> Optional.empty();
        };
    }

    private static BigDecimal sum(Stream<BigDecimal> numbers) {
        return numbers.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<TargetProgress> targetsOf(String measure) {
        return targets().stream()
                .filter(each -> each.target().measure().name().equals(measure))
                .toList();
    }

    /** What nobody can say the actual of. */
    private static List<TargetProgress> unreached(List<TargetProgress> targets) {
        return targets.stream().filter(each -> each.actual() == null).toList();
    }

    private List<Coded> parksWithout(List<TargetProgress> targets) {
        Set<String> having = targets.stream()
                .map(each -> each.target().scope().park())
                .filter(Objects::nonNull)
                .map(Coded::code)
                .collect(Collectors.toSet());
        return report.parks().stream()
                .filter(park -> !having.contains(park.code()))
                .toList();
    }

    /** A target that has no source says why. */
    @Override
    public String missing(String name) {
        String[] parts = name.split("\\.");
        if (name.equals("targets")) {
            return PublicationWords.unreached(name, unreached(targets()));
        }
        if (parts.length != 3
                || !parts[0].equals("target")
                || targetsOf(parts[1]).isEmpty()) {
            return name;
        }
        List<TargetProgress> found = targetsOf(parts[1]);
        List<Coded> without = parksWithout(found);
        return without.isEmpty()
                ? PublicationWords.unreached(name, unreached(found))
                : t("bulletin.missing.parks", name, PublicationWords.parks(without));
    }

    private AsOf cutOff() {
        return new AsOf(report.asOf(), report.knownAt());
    }

    private Viewer viewer() {
        return new Viewer(
                null, Set.of(), report.parks().stream().map(Coded::code).collect(Collectors.toSet()));
    }

    private Optional<String> ofGaps(List<String> parts) {
        if (gaps == null) {
            gaps = sources.fiveGaps().fiveGaps(FiveGapsQuery.Request.ALL, cutOff(), viewer());
        }
        return switch (parts.size()) {
            case 0 ->
                Optional.of(gaps.states().stream()
                        .filter(state -> !state.figure().isNothing())
                        .map(BulletinWords::gap)
                        .collect(Collectors.joining(BulletinWords.text("bulletin.comma"))));
            case 1 -> gap(parts.getFirst(), gaps.states());
            case 2 ->
                Arrays.stream(PhaseState.values())
                        .filter(state -> state.name().equals(parts.getFirst()))
                        .findFirst()
                        .flatMap(state -> gap(
                                parts.getLast(),
                                gaps.states().stream()
                                        .filter(each -> each.state() == state)
                                        .toList()));
            default -> Optional.empty();
        };
    }

    private static Optional<String> gap(String part, List<StateFigures> states) {
        Figure figure = states.stream().map(StateFigures::figure).reduce(Figure.NOTHING, Figure::plus);
        return switch (part) {
            case "count" -> Optional.of(Format.count(figure.count()));
            case "amount" -> Optional.of(BulletinWords.amount(figure, Measure.SIGNED.key()));
            case "overdue" ->
                Optional.of(Format.count(
                        states.stream().mapToLong(StateFigures::overdue).sum()));
            default -> Optional.empty();
        };
    }

    private String notes() {
        return view.notes().isEmpty()
                ? BulletinWords.text("publication.notes.none")
                : view.notes().stream()
                        .map(note -> BulletinWords.text("bulletin.note", BulletinWords.day(note.on()), note.text()))
                        .collect(Collectors.joining("\n"));
    }
}
