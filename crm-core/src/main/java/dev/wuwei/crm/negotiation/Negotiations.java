package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.shared.RuleViolated;
import org.axonframework.modelling.command.AggregateLifecycle;

/** How a lead opens the negotiation that continues it. */
public final class Negotiations {
    private Negotiations() {}

    /**
     * Opens a negotiation in the unit of work of the command that asks, so that an adopted lead never stands without
     * one. To be called from a command handler of an aggregate only; the caller has checked what it hands over.
     */
    public static void open(NegotiationOpened opened) {
        try {
            AggregateLifecycle.createNew(Negotiation.class, () -> new Negotiation(opened));
        } catch (RuleViolated e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("negotiation " + opened.negotiationId() + " could not be opened", e);
        }
    }
}
