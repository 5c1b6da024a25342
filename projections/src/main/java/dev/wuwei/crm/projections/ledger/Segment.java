package dev.wuwei.crm.projections.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How something stood over a range of days, as known from an instant on.
 *
 * @param to first day on which it no longer stood so, or {@code null} while it does
 */
record Segment<S>(LocalDate from, LocalDate to, Instant knownFrom, S state) {
    boolean isPresent() {
        return to == null;
    }
}
