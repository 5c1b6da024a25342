package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The views of the lists that one person saved. */
public record SavedViewsId(UUID value) implements TypedId {
    public static SavedViewsId of(String text) {
        return new SavedViewsId(UUID.fromString(text));
    }

    /** Each person has one. */
    public static SavedViewsId of(StaffId staff) {
        return new SavedViewsId(UUID.nameUUIDFromBytes(("saved-views|" + staff).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
