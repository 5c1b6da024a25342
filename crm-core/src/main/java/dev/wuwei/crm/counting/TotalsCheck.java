package dev.wuwei.crm.counting;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.counting.TotalsCheckCommand.RecordTotalsCheck;
import dev.wuwei.crm.counting.TotalsCheckEvent.TotalsChecked;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.EventMeta;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A recount of all figures, kept for ever with what differed. */
@Aggregate(cache = "aggregateCache")
class TotalsCheck {
    @AggregateIdentifier
    private TotalsCheckId id;

    TotalsCheck() {}

    @CommandHandler
    TotalsCheck(RecordTotalsCheck command, EventMeta meta) {
        apply(new TotalsChecked(
                command.checkId(),
                command.position(),
                command.policies(),
                command.projects(),
                command.figures(),
                command.differences().size(),
                command.differences().stream()
                        .limit(TotalsDifference.MOST_NAMED)
                        .toList(),
                Checks.happened(command.occurredOn(), meta.today(), "occurredOn")));
    }

    @EventSourcingHandler
    void on(TotalsChecked event) {
        id = event.checkId();
    }
}
