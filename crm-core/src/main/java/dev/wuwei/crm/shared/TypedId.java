package dev.wuwei.crm.shared;

import java.util.UUID;

/** An identifier with a meaning; one record per kind. Written everywhere as the plain UUID string. */
public interface TypedId {
    UUID value();
}
