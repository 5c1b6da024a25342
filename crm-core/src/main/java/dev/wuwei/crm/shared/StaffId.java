package dev.wuwei.crm.shared;

import java.util.UUID;

/** A member of staff (人员): the account that acts. */
public record StaffId(UUID value) implements TypedId {
    public static StaffId of(String text) {
        return new StaffId(UUID.fromString(text));
    }

    public static StaffId next() {
        return Ids.next(StaffId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
