package dev.wuwei.crm.ui.cohort;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.projections.ledger.Cohort;
import dev.wuwei.crm.projections.ledger.Cohort.Member;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.ui.component.Format;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What a share is of: of the projects of a cohort, or of their amount. */
enum CohortShare {
    COUNT,
    AMOUNT;

    /** A line that goes on for longer tells nothing more. */
    static final int MOST_MONTHS = 72;

    /** The five gaps: at full capacity there is nothing left to wait for. */
    static final List<PhaseState> GAPS = Arrays.stream(PhaseState.values())
            .filter(state -> state.next() != null)
            .toList();

    /** A younger cohort has no line: it would be a dot. */
    static final int FIRST_MONTHS = 3;

    private static final List<Integer> MONTHS = List.of(FIRST_MONTHS, 6, 9, 12, 18, 24, 36, 48, 60);

    /** @return the months after signing that have a column: those that some cohort is old enough for */
    static List<Integer> months(List<Cohort> cohorts) {
        return MONTHS.stream()
                .filter(months -> cohorts.stream().anyMatch(cohort -> cohort.isAged(months)))
                .toList();
    }

    String total(Cohort cohort) {
        return shown(Cohort.figure(cohort.members()));
    }

    /** {@code 18 个　72.0%}, or {@code 120.30　68.4%} in 亿元. */
    String of(Cohort cohort, Collection<Member> some) {
        BigDecimal percent = percent(cohort, some);
        return Format.joined(
                shown(Cohort.figure(some)), percent == null ? Format.NOTHING : Format.number(percent, 1) + "%");
    }

    /** @return {@code null} where there is nothing to have a share of */
    BigDecimal percent(Cohort cohort, Collection<Member> some) {
        BigDecimal whole = number(Cohort.figure(cohort.members()));
        return whole.signum() == 0
                ? null
                : number(Cohort.figure(some)).movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    }

    private BigDecimal number(Figure figure) {
        return this == COUNT
                ? BigDecimal.valueOf(figure.count())
                : figure.in(Currency.CNY).amount();
    }

    private String shown(Figure figure) {
        return this == COUNT ? t("cockpit.projects", figure.count()) : Format.yi(figure.in(Currency.CNY));
    }
}
