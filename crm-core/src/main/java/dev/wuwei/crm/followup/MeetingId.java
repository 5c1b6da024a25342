package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One meeting about a project. */
public record MeetingId(UUID value) implements TypedId {
    public static MeetingId of(String text) {
        return new MeetingId(UUID.fromString(text));
    }

    public static MeetingId next() {
        return Ids.next(MeetingId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
