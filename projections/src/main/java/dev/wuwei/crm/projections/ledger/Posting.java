package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.Currency;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A project's part in one figure, as it stands on a day.
 *
 * @param bookedOn the date that decides on year, quarter and month: of signing, of the increase, of the arrival
 */
record Posting(Measure measure, LocalDate bookedOn, Currency currency, int count, BigDecimal amount) {
    Posting {
        amount = amount.stripTrailingZeros();
    }

    /** @param day to whose period the taking back belongs */
    Posting takenBack(LocalDate day) {
        return new Posting(measure, day, currency, -count, amount.negate());
    }
}
