package dev.wuwei.crm.projections.commitment;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.FactSource;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.SigningAction;
import dev.wuwei.crm.signing.SigningId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * One commitment in the words of one version of the agreement, held against what happened.
 *
 * @param company what the company promises, or {@code null}
 * @param government what the government promises, or {@code null}
 * @param wordedBy the first version that words it so
 * @param judgedBy the version in force on the day that decides
 * @param dueOn {@code null} while its anchor has not happened
 * @param actual figure in the unit of the metric, paid amount in 万元, or words; {@code null} for dates and where nothing is in
 * @param actualOn when it was kept, or the day of the figure; {@code null} where nothing is in
 * @param source {@code null} where nothing is in
 * @param inputs what a computed figure is made of, for example {@code 36200 ÷ 140}; otherwise {@code null}
 * @param gap figure less what was promised, in the unit of the metric, or in 万元; {@code null} where there is none
 * @param deadline of the rectification that was ordered last, or {@code null}
 * @param frozenOn since when its words stand no longer: another version or the end of the agreement; otherwise {@code null}
 * @param day that days late are counted to
 */
public record CommitmentView(
        ProjectId projectId,
        String projectNo,
        String projectName,
        Coded park,
        SigningId signingId,
        CommitmentSide side,
        CompanyCommitment company,
        GovernmentCommitment government,
        int wordedBy,
        CommitmentState state,
        int judgedBy,
        LocalDate dueOn,
        String actual,
        LocalDate actualOn,
        FactSource source,
        String inputs,
        BigDecimal gap,
        LocalDate deadline,
        LocalDate frozenOn,
        LocalDate day) {

    public String clause() {
        return company == null ? government.clause() : company.clause();
    }

    /** @return whether it was kept, in time or late */
    public boolean isKept() {
        return state.isKept();
    }

    /** @return whether it should have been kept by now and was not: it counts against the fulfilment rate */
    public boolean isNotKept() {
        return state.isBroken() || state == CommitmentState.REFUSED || state.isOpenPromise() && isPastDue();
    }

    private boolean isPastDue() {
        return dueOn != null && dueOn.isBefore(countedTo());
    }

    /** @return whether it stands from an earlier version, or an agreement that ended */
    public boolean isFromBefore() {
        return frozenOn != null;
    }

    private LocalDate countedTo() {
        return frozenOn == null ? day : frozenOn;
    }

    /** @return days after the day it was due, negative before it; {@code null} where there is nothing to count */
    public Long daysLate() {
        if (dueOn == null || !isKept() && state.isSettled()) {
            return null;
        }
        return ChronoUnit.DAYS.between(dueOn, isKept() && actualOn != null ? actualOn : countedTo());
    }

    /** @return what may be recorded about it now */
    public Set<SigningAction> availableActions() {
        Set<SigningAction> actions = EnumSet.noneOf(SigningAction.class);
        if (state == CommitmentState.SUPERSEDED) {
            return actions;
        }
        if (side == CommitmentSide.GOVERNMENT) {
            if (!state.isSettled()) {
                actions.add(SigningAction.ADVANCE_PROMISE);
            }
            if (state == CommitmentState.VERIFIED && government.amount() != null) {
                actions.add(SigningAction.PAY_PROMISE);
            }
            return actions;
        }
        if (!company.metric().isDate()
                && (company.metric() != Metric.OTHER || state != CommitmentState.MET)
                && state != CommitmentState.WAIVED) {
            actions.add(SigningAction.ASSESS_COMMITMENT);
        }
        if (state.isBroken()) {
            actions.add(SigningAction.ORDER_RECTIFICATION);
        }
        if (!state.isSettled()) {
            actions.add(SigningAction.WAIVE_COMMITMENT);
        } else if (state == CommitmentState.WAIVED) {
            actions.add(SigningAction.WITHDRAW_WAIVER);
        }
        return actions;
    }
}
