package dev.wuwei.crm.target;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.target.TargetCommand.ReviseTarget;
import dev.wuwei.crm.target.TargetCommand.SetTarget;
import dev.wuwei.crm.target.TargetCommand.WithdrawTarget;
import dev.wuwei.crm.target.TargetEvent.TargetRevised;
import dev.wuwei.crm.target.TargetEvent.TargetSet;
import dev.wuwei.crm.target.TargetEvent.TargetWithdrawn;
import java.time.LocalDate;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** One target: so much of one measure, by somebody, in a period. */
@Aggregate(cache = "aggregateCache")
class Target {
    private static final String SLOTS = "target.slot";

    @AggregateIdentifier
    private TargetId id;

    private TargetMeasure measure;
    private TargetScope scope;
    private TargetPeriod period;
    private TargetValue value;
    private String basis;
    private LocalDate lastOn;
    private boolean withdrawn;

    Target() {}

    @CommandHandler
    Target(SetTarget command, EventMeta meta, Dictionaries dictionaries, StaffDirectory staff, Uniqueness uniqueness) {
        Violations found = new Violations();
        found.check(() -> Checks.present(command.targetId(), "targetId"));
        TargetMeasure what = found.value(() -> Checks.present(command.measure(), "measure"));
        TargetScope whose = found.value(() -> TargetChecks.scope(command.scope(), dictionaries, staff));
        TargetPeriod when = found.value(() -> TargetChecks.period(command.period()));
        TargetValue much = what == null ? null : found.value(() -> TargetChecks.value(command.value(), what));
        String from = found.value(() -> Checks.optional(command.basis(), Checks.LINE, "basis"));
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        TargetChecks.inParks(whose, meta);
        uniqueness
                .tryTake(SLOTS, slot(whose, when, what), command.targetId(), meta)
                .ifPresent(first -> {
                    throw new RuleViolated(TargetRule.ALREADY_SET, first.takenBy(), first.takenAt());
                });
        apply(new TargetSet(command.targetId(), what, whose, when, much, from, on));
    }

    @CommandHandler
    void handle(ReviseTarget command, EventMeta meta) {
        requireInForce(meta);
        Violations found = new Violations();
        TargetValue much = found.value(() -> TargetChecks.value(command.value(), measure));
        String from = found.value(() -> Checks.optional(command.basis(), Checks.LINE, "basis"));
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> next(command.occurredOn(), meta));
        found.throwIfAny();
        if (much.number().compareTo(value.number()) == 0 && Objects.equals(from, basis)) {
            throw new RuleViolated(TargetRule.NOTHING_CHANGED);
        }
        apply(new TargetRevised(id, much, from, on));
    }

    @CommandHandler
    void handle(WithdrawTarget command, EventMeta meta, Uniqueness uniqueness) {
        requireInForce(meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> next(command.occurredOn(), meta));
        found.throwIfAny();
        uniqueness.release(SLOTS, slot(scope, period, measure), id);
        apply(new TargetWithdrawn(id, on));
    }

    private void requireInForce(EventMeta meta) {
        TargetChecks.inParks(scope, meta);
        if (withdrawn) {
            throw new RuleViolated(TargetRule.WITHDRAWN);
        }
    }

    private LocalDate next(LocalDate date, EventMeta meta) {
        return Checks.notBefore(Checks.happened(date, meta.today(), "occurredOn"), lastOn, "occurredOn");
    }

    private static String slot(TargetScope scope, TargetPeriod period, TargetMeasure measure) {
        return String.join("|", scope.key(), period.toString(), measure.name());
    }

    @EventSourcingHandler
    void on(TargetSet event) {
        id = event.targetId();
        measure = event.measure();
        scope = event.scope();
        period = event.period();
        stands(event.value(), event.basis(), event.occurredOn());
    }

    @EventSourcingHandler
    void on(TargetRevised event) {
        stands(event.value(), event.basis(), event.occurredOn());
    }

    @EventSourcingHandler
    void on(TargetWithdrawn event) {
        withdrawn = true;
    }

    private void stands(TargetValue much, String from, LocalDate on) {
        value = much;
        basis = from;
        lastOn = on;
    }
}
