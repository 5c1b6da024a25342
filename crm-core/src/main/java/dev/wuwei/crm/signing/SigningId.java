package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One agreement and all its versions (签约). */
public record SigningId(UUID value) implements TypedId {
    public static SigningId of(String text) {
        return new SigningId(UUID.fromString(text));
    }

    public static SigningId next() {
        return Ids.next(SigningId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
