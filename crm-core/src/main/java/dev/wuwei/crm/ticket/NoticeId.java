package dev.wuwei.crm.ticket;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** A notice about a ticket (督办单). */
public record NoticeId(UUID value) implements TypedId {
    public static NoticeId of(String text) {
        return new NoticeId(UUID.fromString(text));
    }

    public static NoticeId next() {
        return Ids.next(NoticeId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
