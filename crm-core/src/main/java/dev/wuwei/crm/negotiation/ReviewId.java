package dev.wuwei.crm.negotiation;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One admission review (准入评审). */
public record ReviewId(UUID value) implements TypedId {
    public static ReviewId of(String text) {
        return new ReviewId(UUID.fromString(text));
    }

    public static ReviewId next() {
        return Ids.next(ReviewId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
