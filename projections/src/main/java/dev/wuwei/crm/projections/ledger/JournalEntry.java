package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.ProjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One signed movement of a figure.
 *
 * @param policy the counting policy that it is counted by, {@code code@version}
 * @param effectiveOn day from which it counts
 * @param bookedOn period that it belongs to
 * @param knownAt instant from which it is known
 * @param position the event that moved it
 */
record JournalEntry(
        ProjectId projectId,
        long position,
        int line,
        String policy,
        Measure measure,
        Cell cell,
        int count,
        BigDecimal amount,
        Currency currency,
        LocalDate effectiveOn,
        LocalDate bookedOn,
        Instant knownAt,
        MoveCause cause) {}
