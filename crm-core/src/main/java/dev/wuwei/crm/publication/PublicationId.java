package dev.wuwei.crm.publication;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One report that was frozen (发布). */
public record PublicationId(UUID value) implements TypedId {
    public static PublicationId of(String text) {
        return new PublicationId(UUID.fromString(text));
    }

    public static PublicationId next() {
        return Ids.next(PublicationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
