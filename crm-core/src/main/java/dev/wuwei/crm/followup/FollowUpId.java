package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** The follow-up of one signed project (五未跟进). */
public record FollowUpId(UUID value) implements TypedId {
    public static FollowUpId of(String text) {
        return new FollowUpId(UUID.fromString(text));
    }

    public static FollowUpId next() {
        return Ids.next(FollowUpId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
