package dev.wuwei.crm.projections.support;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The point at which the read models are asked: how things stood on a business date, as far as it was known at an instant.
 *
 * @param asOf business date, or {@code null} for the present
 * @param knownAt only what was recorded up to this instant counts, or {@code null} for all that is known
 */
public record AsOf(LocalDate asOf, Instant knownAt) {
    public static final AsOf NOW = new AsOf(null, null);

    public static AsOf on(LocalDate date) {
        return new AsOf(date, null);
    }

    public boolean isNow() {
        return asOf == null && knownAt == null;
    }
}
