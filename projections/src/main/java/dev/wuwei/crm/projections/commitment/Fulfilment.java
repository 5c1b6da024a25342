package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * 履约率 of one side: kept of those that were to be kept by now. Waived and superseded ones are in neither.
 *
 * @param byState counts of all, by where they stand
 */
public record Fulfilment(CommitmentSide side, long kept, long notKept, long open, Map<CommitmentState, Long> byState) {
    private static final int DECIMALS = 1;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @return of these commitments of one side, which are not counted by where they stand */
    public static Fulfilment of(CommitmentSide side, List<CommitmentView> lines) {
        long kept = lines.stream().filter(CommitmentView::isKept).count();
        long notKept = lines.stream().filter(CommitmentView::isNotKept).count();
        return new Fulfilment(side, kept, notKept, lines.size() - kept - notKept, Map.of());
    }

    public long judged() {
        return kept + notKept;
    }

    /** @return percent with one decimal, {@code null} while nothing was to be kept yet */
    public BigDecimal rate() {
        return judged() == 0
                ? null
                : BigDecimal.valueOf(kept)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(judged()), DECIMALS, RoundingMode.HALF_UP);
    }
}
