package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.FactSource;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How one commitment stands on a range of days.
 *
 * @param judgedBy version of the agreement in force on the day that decides
 * @param dueOn {@code null} while its anchor has not happened
 * @param actual figure in the unit of the metric, paid amount in 万元, or words; {@code null} for dates and where nothing is in
 * @param actualOn when it was kept, or the day of the figure; {@code null} where nothing is in
 * @param source {@code null} where nothing is in
 * @param inputs what a computed figure is made of, for example {@code 36200 ÷ 140}; otherwise {@code null}
 * @param gap figure less what was promised, in the unit of the metric; {@code null} where there is none
 * @param deadline of the rectification that was ordered last, or {@code null}
 * @param frozenOn the day on which another version took its place, up to which days late are counted; otherwise {@code null}
 */
record Standing(
        CommitmentState state,
        int judgedBy,
        LocalDate dueOn,
        String actual,
        LocalDate actualOn,
        FactSource source,
        String inputs,
        BigDecimal gap,
        LocalDate deadline,
        LocalDate frozenOn) {

    static Standing of(CommitmentState state, int judgedBy, LocalDate dueOn) {
        return new Standing(state, judgedBy, dueOn, null, null, null, null, null, null, null);
    }

    Standing in(CommitmentState changed) {
        return new Standing(changed, judgedBy, dueOn, actual, actualOn, source, inputs, gap, deadline, frozenOn);
    }

    Standing judgedBy(int version) {
        return new Standing(state, version, dueOn, actual, actualOn, source, inputs, gap, deadline, frozenOn);
    }

    Standing with(String figure, LocalDate on, FactSource from, String madeOf, BigDecimal difference) {
        return new Standing(state, judgedBy, dueOn, figure, on, from, madeOf, difference, deadline, frozenOn);
    }

    Standing toBePutRightBy(LocalDate day) {
        return new Standing(state, judgedBy, dueOn, actual, actualOn, source, inputs, gap, day, frozenOn);
    }

    Standing frozenOn(LocalDate day) {
        return new Standing(state, judgedBy, dueOn, actual, actualOn, source, inputs, gap, deadline, day);
    }
}
