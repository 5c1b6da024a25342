package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** A negotiation (洽谈). */
public record NegotiationId(UUID value) implements TypedId {
    public static NegotiationId of(String text) {
        return new NegotiationId(UUID.fromString(text));
    }

    public static NegotiationId next() {
        return Ids.next(NegotiationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
