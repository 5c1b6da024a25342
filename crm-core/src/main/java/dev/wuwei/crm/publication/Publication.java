package dev.wuwei.crm.publication;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.publication.PublicationCommand.AnnotatePublication;
import dev.wuwei.crm.publication.PublicationCommand.PublishReport;
import dev.wuwei.crm.publication.PublicationCommand.RecordOutsideFigure;
import dev.wuwei.crm.publication.PublicationCommand.WithdrawOutsideFigure;
import dev.wuwei.crm.publication.PublicationCommand.WithdrawPublication;
import dev.wuwei.crm.publication.PublicationEvent.OutsideFigureRecorded;
import dev.wuwei.crm.publication.PublicationEvent.OutsideFigureWithdrawn;
import dev.wuwei.crm.publication.PublicationEvent.PublicationAnnotated;
import dev.wuwei.crm.publication.PublicationEvent.PublicationWithdrawn;
import dev.wuwei.crm.publication.PublicationEvent.ReportPublished;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A published report: its figures are looked up once and never change; what is said of them later is added. */
@Aggregate(cache = "aggregateCache")
class Publication {
    private static final int MOST_NAMES = 20;
    private static final int MOST_PROJECTS = 1_000_000;

    @AggregateIdentifier
    private PublicationId id;

    private String title;
    private List<Coded> parks = List.of();
    private LocalDate publishedOn;
    private boolean withdrawn;
    private final Map<String, PublishedLine> lines = new HashMap<>();
    private final Set<OutsideFigureId> figures = new HashSet<>();
    private final Set<OutsideFigureId> recorded = new HashSet<>();

    Publication() {}

    @CommandHandler
    Publication(PublishReport command, EventMeta meta, Dictionaries dictionaries, PublicationSources sources) {
        Violations found = new Violations();
        found.check(() -> Checks.present(command.publicationId(), "publicationId"));
        String called = found.value(() -> Checks.required(command.title(), Checks.NAME, "title"));
        found.check(() -> Checks.present(command.kind(), "kind"));
        LocalDate from = found.value(() -> Checks.plausible(command.periodFrom(), "periodFrom"));
        LocalDate to = found.value(() -> Checks.plausible(command.periodTo(), "periodTo"));
        LocalDate asOf = found.value(() -> Checks.happened(command.asOf(), meta.today(), "asOf"));
        found.when(from != null && to != null && to.isBefore(from), PublicationRule.PERIOD_ENDS_BEFORE_START);
        found.when(to != null && asOf != null && asOf.isBefore(to), PublicationRule.PERIOD_NOT_OVER, to);
        List<String> measures = names(command.measures(), "measures", found);
        found.when(command.measures() == null || command.measures().isEmpty(), PublicationRule.MEASURE_MISSING);
        List<String> breakdowns = names(command.breakdowns(), "breakdowns", found);
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        List<Coded> counted = meta.parks().stream()
                .sorted()
                .map(park -> dictionaries.known(DictionaryKind.PARK, park, "parks"))
                .toList();
        FrozenFigures frozen = sources.get()
                .freeze(
                        new ReportQuestion(
                                from,
                                to,
                                asOf,
                                command.policy(),
                                measures,
                                breakdowns,
                                counted.stream().map(Coded::code).toList()),
                        meta);
        ReportPublished report = new ReportPublished(
                command.publicationId(),
                called,
                command.kind(),
                from,
                to,
                asOf,
                counted,
                frozen.policy(),
                frozen.position(),
                frozen.knownAt(),
                breakdowns,
                frozen.lines(),
                null,
                on);
        apply(sealed(report));
    }

    private static ReportPublished sealed(ReportPublished report) {
        return new ReportPublished(
                report.publicationId(),
                report.title(),
                report.kind(),
                report.periodFrom(),
                report.periodTo(),
                report.asOf(),
                report.parks(),
                report.policy(),
                report.position(),
                report.knownAt(),
                report.breakdowns(),
                report.lines(),
                PublicationDigest.of(report),
                report.occurredOn());
    }

    private static List<String> names(List<String> given, String field, Violations found) {
        List<String> names = given == null ? List.of() : given;
        if (names.size() > MOST_NAMES) {
            found.at(field, SharedRule.TOO_MANY, MOST_NAMES);
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            String one = found.value(() -> Checks.required(name, Checks.NAME, field));
            if (one != null && !seen.add(one)) {
                found.at(field, PublicationRule.NAMED_TWICE, one);
            }
        }
        return names;
    }

    @CommandHandler
    void handle(AnnotatePublication command, EventMeta meta) {
        mayChange(meta);
        Violations found = new Violations();
        String note = found.value(() -> Checks.required(command.note(), Checks.TEXT, "note"));
        LocalDate on = found.value(() -> since(command.occurredOn(), meta));
        found.throwIfAny();
        apply(new PublicationAnnotated(id, note, on));
    }

    @CommandHandler
    void handle(WithdrawPublication command, EventMeta meta) {
        mayChange(meta);
        if (withdrawn) {
            throw new RuleViolated(PublicationRule.ALREADY_WITHDRAWN);
        }
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> since(command.occurredOn(), meta));
        found.throwIfAny();
        apply(new PublicationWithdrawn(id, on));
    }

    @CommandHandler
    void handle(RecordOutsideFigure command, EventMeta meta) {
        mayChange(meta);
        Violations found = new Violations();
        found.check(() -> Checks.present(command.figureId(), "figureId"));
        found.when(recorded.contains(command.figureId()), PublicationRule.FIGURE_TWICE);
        String source = found.value(() -> Checks.required(command.source(), Checks.LINE, "source"));
        LocalDate statedOn = found.value(() -> Checks.happened(command.statedOn(), meta.today(), "statedOn"));
        String key = found.value(() -> Checks.required(command.line(), Checks.LINE, "line"));
        PublishedLine line = key == null ? null : lines.get(key);
        found.when(key != null && line == null, PublicationRule.UNKNOWN_LINE, key);
        if (command.amount() != null) {
            found.check(() -> Checks.amount(command.amount(), "amount"));
        }
        if (command.count() != null) {
            count(command.count(), found);
        }
        found.when(command.amount() == null && command.count() == null, PublicationRule.NOTHING_CLAIMED);
        LocalDate on = found.value(() -> since(command.occurredOn(), meta));
        found.throwIfAny();
        apply(new OutsideFigureRecorded(
                id, command.figureId(), source, statedOn, key, line.name(), command.amount(), command.count(), on));
    }

    private static void count(int count, Violations found) {
        if (count < 0) {
            found.at("count", SharedRule.NEGATIVE_AMOUNT);
        } else if (count > MOST_PROJECTS) {
            found.at("count", SharedRule.ABSURD_AMOUNT, MOST_PROJECTS);
        }
    }

    @CommandHandler
    void handle(WithdrawOutsideFigure command, EventMeta meta) {
        mayChange(meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        found.when(!figures.contains(command.figureId()), PublicationRule.UNKNOWN_FIGURE);
        LocalDate on = found.value(() -> since(command.occurredOn(), meta));
        found.throwIfAny();
        apply(new OutsideFigureWithdrawn(id, command.figureId(), on));
    }

    /** A report over parks that one does not see is not one's own to change. */
    private void mayChange(EventMeta meta) {
        ParkScope.checkEach(parks, meta);
    }

    private LocalDate since(LocalDate date, EventMeta meta) {
        Checks.happened(date, meta.today(), "occurredOn");
        return Checks.notBefore(date, publishedOn, "occurredOn");
    }

    @EventSourcingHandler
    void on(PublicationEvent event) {
        switch (event) {
            case ReportPublished e -> {
                id = e.publicationId();
                title = e.title();
                parks = e.parks();
                publishedOn = e.occurredOn();
                e.lines().forEach(line -> lines.put(line.key(), line));
            }
            case PublicationAnnotated e -> {}
            case PublicationWithdrawn e -> withdrawn = true;
            case OutsideFigureRecorded e -> {
                figures.add(e.figureId());
                recorded.add(e.figureId());
            }
            case OutsideFigureWithdrawn e -> figures.remove(e.figureId());
        }
    }
}
