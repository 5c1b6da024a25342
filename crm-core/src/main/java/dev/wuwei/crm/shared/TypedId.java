package dev.wuwei.crm.shared;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An identifier with a meaning; one record per kind. Written everywhere as the plain UUID string. */
public interface TypedId {
    UUID value();

    /** @return the id of what is named by these parts: the same whoever makes it, on whatever node and however often */
    static UUID named(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
    }
}
