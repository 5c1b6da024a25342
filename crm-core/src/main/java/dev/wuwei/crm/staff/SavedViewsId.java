package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** The views of the lists that one person saved. */
public record SavedViewsId(UUID value) implements TypedId {
    public static SavedViewsId of(String text) {
        return new SavedViewsId(UUID.fromString(text));
    }

    /** Each person has one. */
    public static SavedViewsId of(StaffId staff) {
        return new SavedViewsId(TypedId.named("saved-views", staff.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
