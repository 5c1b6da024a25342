package dev.wuwei.crm.negotiation;

import java.util.Map;

/** An event to be stored, with what its metadata tells beside what the command's own tells. */
record Decided(NegotiationEvent event, Map<String, String> metaData) {
    static Decided of(NegotiationEvent event) {
        return new Decided(event, Map.of());
    }

    /** A step back that follows from another decision; its reason is that decision's. */
    static Decided because(NegotiationEvent event, String reason) {
        return new Decided(event, reason == null ? Map.of() : Map.of("reason", reason));
    }

    /** @param eventId the event that is corrected */
    static Decided correcting(NegotiationEvent event, String eventId) {
        return new Decided(event, eventId == null ? Map.of() : Map.of("correctionOf", eventId));
    }
}
