package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/** A negotiation (洽谈), opened by the adoption of a lead. */
@Aggregate
class Negotiation {
    @AggregateIdentifier
    private NegotiationId id;

    Negotiation() {}

    Negotiation(NegotiationOpened opened) {
        AggregateLifecycle.apply(opened);
    }

    @EventSourcingHandler
    void on(NegotiationOpened event) {
        id = event.negotiationId();
    }
}
