package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One thing that a review demands to be put right (整改事项). */
public record RectificationId(UUID value) implements TypedId {
    public static RectificationId of(String text) {
        return new RectificationId(UUID.fromString(text));
    }

    public static RectificationId next() {
        return Ids.next(RectificationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
