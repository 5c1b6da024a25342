package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One dated entry of arrived or used capital (到位资金). */
public record EntryId(UUID value) implements TypedId {
    public static EntryId of(String text) {
        return new EntryId(UUID.fromString(text));
    }

    public static EntryId next() {
        return Ids.next(EntryId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
