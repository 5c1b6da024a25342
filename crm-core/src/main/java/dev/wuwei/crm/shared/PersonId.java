package dev.wuwei.crm.shared;

import java.util.UUID;

/** A person outside the administration whose data is kept under a key of its own and can be erased. */
public record PersonId(UUID value) implements TypedId {
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    public static PersonId next() {
        return Ids.next(PersonId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
