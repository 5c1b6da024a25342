package dev.wuwei.crm.api;

import dev.wuwei.crm.api.ProjectController.Code;
import dev.wuwei.crm.projections.ledger.Measure;
import dev.wuwei.crm.projections.ledger.TotalsQuery.Move;
import dev.wuwei.crm.projections.publication.PublicationComparison;
import dev.wuwei.crm.projections.publication.PublicationComparison.Claim;
import dev.wuwei.crm.projections.publication.PublicationQuery;
import dev.wuwei.crm.projections.publication.PublicationView;
import dev.wuwei.crm.projections.publication.ReportFigures;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.publication.PublicationId;
import dev.wuwei.crm.publication.PublishedLine;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.sentence.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Published reports: the list, and one as published beside what is known of the same question at {@code knownAt}. */
@RestController
@RequestMapping(path = "/api/v1/publications", produces = MediaType.APPLICATION_JSON_VALUE)
class PublicationController {
    private final PublicationQuery publications;
    private final ReportFigures figures;

    PublicationController(PublicationQuery publications, ReportFigures figures) {
        this.publications = publications;
        this.figures = figures;
    }

    /**
     * @param parks that it counts; empty for all
     * @param position everything up to this event was counted
     * @param figuresKnownAt the instant that the position stands for
     * @param digestVerified whether the report still is what its digest was made of
     * @param ties whether the lines of every breakdown come to the printed total
     * @param restatedLines how many lines are known to be otherwise now
     */
    record Publication(
            String publicationId,
            String title,
            String kind,
            String label,
            LocalDate periodFrom,
            LocalDate periodTo,
            LocalDate asOf,
            List<Code> parks,
            String policy,
            long position,
            Instant figuresKnownAt,
            String digest,
            boolean digestVerified,
            LocalDate publishedOn,
            String publishedBy,
            boolean ties,
            int restatedLines,
            LocalDate withdrawnOn,
            String withdrawalReason) {
        static Publication of(PublicationView view, PublicationComparison compared, Locale locale) {
            ReportPublished report = view.report();
            return new Publication(
                    report.publicationId().toString(),
                    report.title(),
                    report.kind().name(),
                    Words.text(report.kind(), locale),
                    report.periodFrom(),
                    report.periodTo(),
                    report.asOf(),
                    report.parks().stream().map(Code::of).toList(),
                    report.policy(),
                    report.position(),
                    report.knownAt(),
                    report.digest(),
                    view.verified(),
                    report.occurredOn(),
                    String.valueOf(view.publishedBy()),
                    compared.untied().isEmpty(),
                    compared.moved().size(),
                    view.isWithdrawn() ? view.withdrawal().on() : null,
                    view.isWithdrawn() ? view.withdrawal().reason() : null);
        }
    }

    record Publications(List<Publication> rows, long total, LocalDate asOf, Instant knownAt) {}

    @GetMapping
    Publications publications(
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Locale locale = ApiLocale.of(http);
        List<Publication> rows = publications.publications(point.query(), Account.viewer()).stream()
                .map(view -> Publication.of(view, figures.compare(view, knownAt), locale))
                .toList();
        return new Publications(rows, rows.size(), point.asOf(), point.knownAt());
    }

    /** What one event did to a line since the report was published. */
    record Moved(
            String cause,
            String label,
            String projectId,
            String projectNo,
            String name,
            long position,
            String event,
            LocalDate occurredOn,
            Instant recordedAt,
            long count,
            List<Units.Amount> sums) {
        static Moved of(Move move, Currency currency, Locale locale) {
            return new Moved(
                    move.event().cause().name(),
                    Words.text(move.event().cause(), locale),
                    move.projectId().toString(),
                    move.projectNo(),
                    move.name(),
                    move.event().position(),
                    move.event().name(),
                    move.event().occurredOn(),
                    move.event().recordedAt(),
                    move.event().figure().count(),
                    Figures.sums(move.event().figure(), currency));
        }
    }

    /**
     * @param line what names it within the report: {@code signed/industry/textile}
     * @param key name of its class by dimension, as printed; empty for the total of a measure
     * @param code code of its class by dimension
     * @param unexplained part of the difference that no event tells of; zero unless something is wrong
     */
    record Line(
            String line,
            String measure,
            Map<String, String> key,
            Map<String, String> code,
            Figures published,
            Figures now,
            Figures difference,
            List<Moved> moves,
            Figures unexplained) {
        static Line of(PublicationComparison.Line compared, Locale locale) {
            PublishedLine line = compared.line();
            Currency currency = currency(line);
            return new Line(
                    line.key(),
                    line.measure(),
                    byDimension(line, line.name()),
                    byDimension(line, line.code()),
                    Figures.of(compared.published(), currency),
                    Figures.of(compared.now(), currency),
                    Figures.of(compared.difference(), currency),
                    compared.moves().stream()
                            .map(move -> Moved.of(move, currency, locale))
                            .toList(),
                    Figures.of(compared.unexplained(), currency));
        }
    }

    private static Currency currency(PublishedLine line) {
        return Measure.of(line.measure()).currency();
    }

    private static Map<String, String> byDimension(PublishedLine line, String value) {
        return line.isTotal() ? Map.of() : Collections.singletonMap(line.dimension(), value);
    }

    /** @param sum what the lines of the breakdown come to */
    record Breakdown(String measure, String dimension, boolean ties, Figures total, Figures sum) {
        static Breakdown of(PublicationComparison.Tie tie) {
            Currency currency = Measure.of(tie.measure()).currency();
            return new Breakdown(
                    tie.measure(),
                    tie.dimension(),
                    tie.ties(),
                    Figures.of(tie.total(), currency),
                    Figures.of(tie.sum(), currency));
        }
    }

    record Note(String text, LocalDate on, String by) {}

    /**
     * A figure of another document.
     *
     * @param amountOff claimed less the ledger's, in 亿元; {@code null} where no amount is claimed
     * @param countOff claimed less the ledger's; {@code null} where no count is claimed
     */
    record Outside(
            String figureId,
            String source,
            LocalDate statedOn,
            String line,
            Units.Amount amount,
            Integer count,
            Figures published,
            Figures now,
            boolean ties,
            Units.Amount amountOff,
            Long countOff) {
        static Outside of(Claim claim) {
            Currency currency = currency(claim.line());
            return new Outside(
                    claim.figure().figureId().toString(),
                    claim.figure().source(),
                    claim.figure().statedOn(),
                    claim.figure().line(),
                    Units.Amount.inYi(claim.figure().amount()),
                    claim.figure().count(),
                    Figures.of(claim.published(), currency),
                    Figures.of(claim.now(), currency),
                    claim.ties(),
                    Units.Amount.inYi(claim.amountOff()),
                    claim.countOff());
        }
    }

    /** Another document's total of a measure, and what its own lines come to. */
    record OutsideDocument(
            String source,
            String measure,
            String dimension,
            boolean ties,
            Units.Amount total,
            Units.Amount sum,
            Units.Amount off) {
        static OutsideDocument of(PublicationComparison.DocumentTie tie) {
            return new OutsideDocument(
                    tie.source(),
                    tie.measure(),
                    tie.dimension(),
                    tie.ties(),
                    Units.Amount.inYi(tie.total()),
                    Units.Amount.inYi(tie.sum()),
                    Units.Amount.inYi(tie.off()));
        }
    }

    record OnePublication(
            Publication publication,
            LocalDate asOf,
            Instant knownAt,
            List<Line> lines,
            List<Breakdown> breakdowns,
            List<Note> notes,
            List<Outside> outside,
            List<OutsideDocument> outsideDocuments) {}

    @GetMapping("/{publicationId}")
    OnePublication publication(
            @PathVariable String publicationId,
            @RequestParam(required = false) LocalDate asOf,
            @RequestParam(required = false) Instant knownAt,
            HttpServletRequest http) {
        PointInTime point = PointInTime.of(asOf, knownAt);
        Locale locale = ApiLocale.of(http);
        PublicationView view = find(publicationId, point);
        PublicationComparison compared = figures.compare(view, knownAt);
        return new OnePublication(
                Publication.of(view, compared, locale),
                point.asOf(),
                point.knownAt(),
                compared.lines().stream().map(line -> Line.of(line, locale)).toList(),
                compared.ties().stream().map(Breakdown::of).toList(),
                view.notes().stream()
                        .map(note -> new Note(note.text(), note.on(), String.valueOf(note.by())))
                        .toList(),
                compared.outside().stream().map(Outside::of).toList(),
                compared.documents().stream().map(OutsideDocument::of).toList());
    }

    private PublicationView find(String publicationId, PointInTime point) {
        try {
            return publications
                    .find(PublicationId.of(publicationId), point.query(), Account.viewer())
                    .orElseThrow(() -> new RuleViolated(ApiRule.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new RuleViolated(ApiRule.NOT_FOUND);
        }
    }
}
