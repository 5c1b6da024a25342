package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.projections.ledger.Stage;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a period may come to: what was reached, and what is in talks and can be signed before it ends, weighed by how many of
 * those who came so far did sign.
 *
 * @param number what was reached plus the weighed talks, in the unit of the target
 * @param share how many of all signatures are what the target asks for, 0 to 1; {@code null} where any signature is
 */
public record Forecast(BigDecimal number, List<Talks> talks, BigDecimal share) {
    static Forecast of(BigDecimal actual, List<Talks> talks, BigDecimal share) {
        return new Forecast(talks.stream().map(Talks::weighed).reduce(actual, BigDecimal::add), talks, share);
    }

    /**
     * The talks of one stage.
     *
     * @param stage {@code null} for all stages together, where they cannot be told apart by size
     * @param number that is in talks there
     * @param weight share of those who ever came there that went on to sign, and to what the target asks for, 0 to 1
     * @param inTime whether it usually takes no longer from there to a signature than to the end of the period; what comes later
     *     is not in the forecast
     */
    public record Talks(Stage stage, BigDecimal number, BigDecimal weight, boolean inTime) {
        public BigDecimal weighed() {
            return inTime ? number.multiply(weight) : BigDecimal.ZERO;
        }
    }

    /** Why there is none. */
    public enum None {
        /** The period is over: it comes to what it came to. */
        ENDED,
        NOT_BEGUN,
        /** The target tells how things stand, not what happens. */
        STANDING,
        /** Nothing that is known of talks says what the target asks for. */
        NOT_IN_TALKS,
        /** Nobody can say what was reached so far. */
        NO_ACTUAL
    }
}
