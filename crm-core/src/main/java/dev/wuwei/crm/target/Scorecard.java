package dev.wuwei.crm.target;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.target.ScorecardCommand.DefineScorecard;
import dev.wuwei.crm.target.ScorecardCommand.RepealScorecard;
import dev.wuwei.crm.target.ScorecardCommand.ReviseScorecard;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardDefined;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardRepealed;
import dev.wuwei.crm.target.ScorecardEvent.ScorecardRevised;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** How parks, teams or people are assessed in a year, by versions. */
@Aggregate(cache = "aggregateCache")
class Scorecard {
    private static final String SLOTS = "target.scorecard";

    @AggregateIdentifier
    private ScorecardId id;

    private String name;
    private int year;
    private ScopeKind over;
    private List<ScoreItem> items = List.of();
    private int version;
    private LocalDate lastOn;
    private boolean repealed;

    Scorecard() {}

    @CommandHandler
    Scorecard(DefineScorecard command, EventMeta meta, Uniqueness uniqueness) {
        ParkScope.checkAll(meta);
        Violations found = new Violations();
        found.check(() -> Checks.present(command.scorecardId(), "scorecardId"));
        String called = found.value(() -> Checks.required(command.name(), Checks.NAME, "name"));
        found.check(() -> Checks.plausible(firstDay(command.year()), "year"));
        ScopeKind who = found.value(() -> Checks.present(command.over(), "over"));
        found.when(who == ScopeKind.WHOLE, TargetRule.NOBODY_TO_RANK);
        List<ScoreItem> checked = found.value(() -> ScoreItems.checked(command.items()));
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        uniqueness
                .tryTake(SLOTS, command.year() + "|" + who, command.scorecardId(), meta)
                .ifPresent(first -> {
                    throw new RuleViolated(TargetRule.SCORECARD_EXISTS, first.takenBy(), first.takenAt());
                });
        apply(new ScorecardDefined(command.scorecardId(), called, command.year(), who, checked, on));
    }

    @CommandHandler
    void handle(ReviseScorecard command, EventMeta meta) {
        requireInForce(meta);
        Violations found = new Violations();
        String called = found.value(() -> Checks.required(command.name(), Checks.NAME, "name"));
        List<ScoreItem> checked = found.value(() -> ScoreItems.checked(command.items()));
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> next(command.occurredOn(), meta));
        found.throwIfAny();
        if (called.equals(name) && checked.equals(items)) {
            throw RuleViolated.at("items", TargetRule.NOTHING_CHANGED);
        }
        apply(new ScorecardRevised(id, version + 1, called, checked, on));
    }

    @CommandHandler
    void handle(RepealScorecard command, EventMeta meta, Uniqueness uniqueness) {
        requireInForce(meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> next(command.occurredOn(), meta));
        found.throwIfAny();
        uniqueness.release(SLOTS, year + "|" + over, id);
        apply(new ScorecardRepealed(id, on));
    }

    private void requireInForce(EventMeta meta) {
        ParkScope.checkAll(meta);
        if (repealed) {
            throw new RuleViolated(TargetRule.WITHDRAWN);
        }
    }

    private static LocalDate firstDay(int year) {
        return year < 1 || year > 9999 ? LocalDate.MIN : LocalDate.of(year, 1, 1);
    }

    private LocalDate next(LocalDate date, EventMeta meta) {
        return Checks.notBefore(Checks.happened(date, meta.today(), "occurredOn"), lastOn, "occurredOn");
    }

    @EventSourcingHandler
    void on(ScorecardDefined event) {
        id = event.scorecardId();
        year = event.year();
        over = event.over();
        stands(1, event.name(), event.items(), event.occurredOn());
    }

    @EventSourcingHandler
    void on(ScorecardRevised event) {
        stands(event.version(), event.name(), event.items(), event.occurredOn());
    }

    @EventSourcingHandler
    void on(ScorecardRepealed event) {
        repealed = true;
    }

    private void stands(int number, String called, List<ScoreItem> checked, LocalDate on) {
        version = number;
        name = called;
        items = checked;
        lastOn = on;
    }
}
