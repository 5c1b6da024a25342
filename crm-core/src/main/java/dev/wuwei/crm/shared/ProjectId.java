package dev.wuwei.crm.shared;

import java.util.UUID;

/** One project keeps one id for its whole life, from the first lead to full capacity. */
public record ProjectId(UUID value) implements TypedId {
    public static ProjectId of(String text) {
        return new ProjectId(UUID.fromString(text));
    }

    /** @return {@code null} for {@code null} */
    public static ProjectId ofNullable(UUID value) {
        return value == null ? null : new ProjectId(value);
    }

    public static ProjectId next() {
        return Ids.next(ProjectId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
