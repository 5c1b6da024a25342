package dev.wuwei.crm.followup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.followup.MonthCommand.CloseMonth;
import dev.wuwei.crm.followup.MonthCommand.ReopenMonth;
import dev.wuwei.crm.followup.MonthEvent.MonthClosed;
import dev.wuwei.crm.followup.MonthEvent.MonthReopened;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ParkScope;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import java.time.LocalDate;
import java.time.YearMonth;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The monthly returns of one month of a park, open or closed (结账). Begins with its first closing. */
@Aggregate(cache = "aggregateCache")
class MonthClose {
    @AggregateIdentifier
    private MonthCloseId id;

    private Coded park;
    private YearMonth month;
    private LocalDate since;
    private boolean closed;

    MonthClose() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CloseMonth command, EventMeta meta, Dictionaries dictionaries, Uniqueness uniqueness) {
        Violations found = new Violations();
        Coded where = found.value(() -> dictionaries.known(DictionaryKind.PARK, command.parkCode(), "parkCode"));
        found.check(() -> Checks.present(command.month(), "month"));
        LocalDate on = found.value(() -> Checks.happened(command.occurredOn(), meta.today(), "occurredOn"));
        found.throwIfAny();
        ParkScope.check(where, meta);
        if (!command.closeId().equals(MonthCloseId.of(where.code(), command.month()))) {
            throw new RuleViolated(FollowUpRule.OTHER_MONTH);
        }
        if (closed) {
            throw new RuleViolated(FollowUpRule.MONTH_CLOSED, since);
        }
        if (!command.month().atEndOfMonth().isBefore(on)) {
            throw new RuleViolated(FollowUpRule.MONTH_RUNS, command.month().atEndOfMonth());
        }
        new ClosedMonths(uniqueness).close(where, command.month(), command.closeId(), meta);
        apply(new MonthClosed(command.closeId(), where, command.month(), on));
    }

    @CommandHandler
    void handle(ReopenMonth command, EventMeta meta, Uniqueness uniqueness) {
        ParkScope.check(park, meta);
        Violations found = new Violations();
        found.check(() -> Checks.reason(command.reason()));
        LocalDate on = found.value(() -> Checks.notBefore(
                Checks.happened(command.occurredOn(), meta.today(), "occurredOn"), since, "occurredOn"));
        found.when(!closed, FollowUpRule.MONTH_NOT_CLOSED);
        found.throwIfAny();
        new ClosedMonths(uniqueness).reopen(park, month, id);
        apply(new MonthReopened(id, park, month, on));
    }

    @EventSourcingHandler
    void on(MonthClosed event) {
        id = event.closeId();
        park = event.park();
        month = event.month();
        since = event.occurredOn();
        closed = true;
    }

    @EventSourcingHandler
    void on(MonthReopened event) {
        closed = false;
    }
}
