package dev.wuwei.crm.standard;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Thresholds;
import dev.wuwei.crm.standard.StandardCommand.AdoptStandard;
import dev.wuwei.crm.standard.StandardCommand.WithdrawStandard;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The standards (标准) that were adopted since they were set. Begins with the first adoption. Decides by {@link StandardCourse}. */
@Aggregate(cache = "aggregateCache")
class AdoptedStandards {
    @AggregateIdentifier
    private StandardsId id;

    private final StandardCourse course = new StandardCourse();

    AdoptedStandards() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AdoptStandard command, EventMeta meta, Thresholds thresholds) {
        apply(course.adopt(command, meta, thresholds));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(WithdrawStandard command, EventMeta meta, Thresholds thresholds) {
        apply(course.withdraw(command, meta, thresholds));
    }

    @EventSourcingHandler
    void on(StandardEvent event) {
        id = event.standardsId();
        course.evolve(event);
    }
}
