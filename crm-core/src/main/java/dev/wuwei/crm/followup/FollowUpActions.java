package dev.wuwei.crm.followup;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the state of a phase allows, for the aggregate and the screens alike. Roles and parks are checked elsewhere. */
public final class FollowUpActions {
    private FollowUpActions() {}

    public static Set<FollowUpAction> of(PhaseProgress phase) {
        if (!phase.isActive()) {
            return EnumSet.of(FollowUpAction.REINSTATE_PHASE, FollowUpAction.CORRECT_MONTHLY_RETURN);
        }
        EnumSet<FollowUpAction> actions = EnumSet.of(
                FollowUpAction.ASSIGN_SERVICE,
                FollowUpAction.FILE_MONTHLY_RETURN,
                FollowUpAction.CORRECT_MONTHLY_RETURN,
                FollowUpAction.PLAN_ELEMENT,
                FollowUpAction.DELIVER_ELEMENT,
                FollowUpAction.WITHDRAW_ELEMENT_DELIVERY,
                FollowUpAction.CHOOSE_PERMIT_CHECKLIST,
                FollowUpAction.APPLY_FOR_PERMIT,
                FollowUpAction.WITHDRAW_PERMIT_APPLICATION,
                FollowUpAction.ACCEPT_TOLERANTLY,
                FollowUpAction.HAND_IN_MISSING_PAPERS,
                FollowUpAction.GRANT_PERMIT,
                FollowUpAction.WITHDRAW_PERMIT,
                FollowUpAction.HOLD_MEETING,
                FollowUpAction.WITHDRAW_MEETING,
                FollowUpAction.ADD_RESOLUTION,
                FollowUpAction.FULFIL_RESOLUTION,
                FollowUpAction.EXTEND_RESOLUTION,
                FollowUpAction.DROP_RESOLUTION,
                FollowUpAction.REOPEN_RESOLUTION,
                FollowUpAction.PLAN_SCHEDULE,
                FollowUpAction.REPLAN_SCHEDULE,
                FollowUpAction.RECORD_STEP_PROGRESS,
                FollowUpAction.REPORT_ACTUALS,
                FollowUpAction.CORRECT_ACTUALS,
                FollowUpAction.WITHDRAW_PHASE);
        for (Milestone milestone : Milestone.values()) {
            actions.addAll(of(phase, milestone));
        }
        add(actions, FollowUpAction.RECORD_STATISTICAL_INCLUSION, phase.includedOn() == null);
        add(actions, FollowUpAction.WITHDRAW_STATISTICAL_INCLUSION, phase.includedOn() != null);
        for (FollowUpAction ofDelays : List.of(
                FollowUpAction.EXPLAIN_DELAY, FollowUpAction.JUSTIFY_DELAY, FollowUpAction.WITHDRAW_JUSTIFICATION)) {
            add(actions, ofDelays, phase.next().isPresent());
        }
        add(actions, FollowUpAction.ENTER_SUB_STATE, maySubState(phase));
        add(actions, FollowUpAction.WITHDRAW_SUB_STATE, phase.subState() != null);
        add(actions, FollowUpAction.SUSPEND_PHASE, maySuspend(phase));
        add(actions, FollowUpAction.RESUME_PHASE, phase.isSuspended());
        add(actions, FollowUpAction.STOP_PRODUCTION, isProducing(phase) && !phase.isStopped());
        add(actions, FollowUpAction.RESTART_PRODUCTION, phase.isStopped());
        add(actions, FollowUpAction.DROP_SCALE, isAboveScale(phase));
        boolean full = phase.state() == PhaseState.FULL_CAPACITY;
        add(actions, FollowUpAction.RECORD_CAPACITY_DROP, full && !phase.isBelowCapacity());
        add(actions, FollowUpAction.RECORD_CAPACITY_REGAINED, phase.isBelowCapacity());
        add(actions, FollowUpAction.WITHDRAW_CAPACITY_DROP, phase.isBelowCapacity());
        add(actions, FollowUpAction.WITHDRAW_SCALE_DROP, mayWithdrawScaleDrop(phase));
        return actions;
    }

    /** @return what may be done about one milestone of a phase */
    public static Set<FollowUpAction> of(PhaseProgress phase, Milestone milestone) {
        EnumSet<FollowUpAction> actions = EnumSet.noneOf(FollowUpAction.class);
        if (!phase.isActive()) {
            return actions;
        }
        MilestoneStand stand = phase.stand(milestone);
        boolean open = !stand.isRecognised() && !stand.isSkipped();
        add(actions, FollowUpAction.REPORT_MILESTONE, open && !stand.isVerified());
        add(actions, FollowUpAction.VERIFY_MILESTONE, open && stand.isReported());
        add(actions, FollowUpAction.RECOGNISE_MILESTONE, open && stand.isVerified());
        add(actions, FollowUpAction.SKIP_MILESTONE, open && milestone != Milestone.FULL_CAPACITY);
        add(actions, FollowUpAction.WITHDRAW_MILESTONE, stand.on() != null && !laterStands(phase, milestone));
        return actions;
    }

    /** A report alone can always be taken back; what others build on stands until they are taken back. */
    static boolean laterStands(PhaseProgress phase, Milestone milestone) {
        MilestoneStand stand = phase.stand(milestone);
        if (!stand.isRecognised() && !stand.isSkipped()) {
            return false;
        }
        return phase.milestones().entrySet().stream()
                .anyMatch(other -> other.getKey().compareTo(milestone) > 0
                        && other.getValue().isRecognised());
    }

    /** Before production; what produces already is stopped instead. */
    static boolean maySuspend(PhaseProgress phase) {
        return !phase.isSuspended() && !isProducing(phase);
    }

    static boolean maySubState(PhaseProgress phase) {
        return phase.state() == PhaseState.STARTED || phase.state() == PhaseState.COMPLETED;
    }

    static boolean isProducing(PhaseProgress phase) {
        return phase.state().compareTo(PhaseState.PRODUCING) >= 0;
    }

    static boolean isAboveScale(PhaseProgress phase) {
        return phase.state().compareTo(PhaseState.ABOVE_SCALE) >= 0;
    }

    static boolean mayWithdrawScaleDrop(PhaseProgress phase) {
        return phase.scaleDroppedOn() != null
                && phase.stand(Milestone.SCALE_UP).on() == null
                && phase.stand(Milestone.FULL_CAPACITY).on() == null;
    }

    private static void add(EnumSet<FollowUpAction> actions, FollowUpAction action, boolean possible) {
        if (possible) {
            actions.add(action);
        }
    }
}
