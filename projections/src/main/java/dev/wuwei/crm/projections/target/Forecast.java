package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.projections.ledger.Stage;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a year may come to: what was reached, and what is in talks, weighed by how many of those who came so far did sign.
 *
 * @param number what was reached plus the weighed talks, in the unit of the target
 */
public record Forecast(BigDecimal number, List<Talks> talks) {
    static Forecast of(BigDecimal actual, List<Talks> talks) {
        return new Forecast(talks.stream().map(Talks::weighed).reduce(actual, BigDecimal::add), talks);
    }

    /**
     * The talks of one stage.
     *
     * @param stage {@code null} for all stages together, where they cannot be told apart by size
     * @param number that is in talks there
     * @param weight share of those who ever came there that went on to sign, 0 to 1
     */
    public record Talks(Stage stage, BigDecimal number, BigDecimal weight) {
        public BigDecimal weighed() {
            return number.multiply(weight);
        }
    }
}
