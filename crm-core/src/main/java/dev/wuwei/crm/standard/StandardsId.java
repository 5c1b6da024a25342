package dev.wuwei.crm.standard;

import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** All standards (标准) together: yellow and red of a light are decided on together, so there is one of it. */
public record StandardsId(UUID value) implements TypedId {
    /** Named, so that it is the same in every store. */
    public static final StandardsId ALL = new StandardsId(TypedId.named("standards", "all"));

    public static StandardsId of(String text) {
        return new StandardsId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
