package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One round of talks (洽谈轮次). */
public record RoundId(UUID value) implements TypedId {
    public static RoundId of(String text) {
        return new RoundId(UUID.fromString(text));
    }

    public static RoundId next() {
        return Ids.next(RoundId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
