package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** A target (目标): one measure of somebody in a period. */
public record TargetId(UUID value) implements TypedId {
    public static TargetId of(String text) {
        return new TargetId(UUID.fromString(text));
    }

    public static TargetId next() {
        return Ids.next(TargetId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
