package dev.wuwei.crm.projections.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How something stood over a range of days, as known from an instant on.
 *
 * <p>Most of what happens ends what stood before at a later day. Then the segment is not written anew: it keeps what was
 * believed until then, that it would last for ever, by the instant at which its end became known.
 *
 * @param to first day on which it no longer stood so, or {@code null} while it does
 * @param toKnown instant from which {@code to} is known; before it the segment had no end. {@code null} with {@code to}
 * @param position the event that began it
 */
record Segment<S>(LocalDate from, LocalDate to, Instant knownFrom, Instant toKnown, long position, S state) {
    boolean isPresent() {
        return to == null;
    }

    Segment<S> endingOn(LocalDate day, Instant known) {
        return new Segment<>(from, day, knownFrom, day == null ? null : known, position, state);
    }
}
