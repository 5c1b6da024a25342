package dev.wuwei.crm.target;

import java.math.BigDecimal;

/**
 * One item of a scorecard.
 *
 * @param measure {@code null} for {@link ScoreBasis#OVERDUE}
 * @param points for reaching the target or being the best; of a {@link Formula#DEDUCTION} what each unit costs
 * @param limit most points of a {@link Formula#CAPPED} item, most that a {@link Formula#DEDUCTION} takes; else {@code null}
 */
public record ScoreItem(TargetMeasure measure, ScoreBasis basis, Formula formula, BigDecimal points, BigDecimal limit) {

    /** @return the most that it can bring; {@code null} where there is no limit */
    public BigDecimal most() {
        return switch (formula) {
            case LINEAR -> null;
            case CAPPED -> limit;
            case EFFICACY -> points;
            case DEDUCTION -> BigDecimal.ZERO;
        };
    }
}
