package dev.wuwei.crm.followup;

import dev.wuwei.crm.followup.FollowUpEvent.CapacityDropWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityDropped;
import dev.wuwei.crm.followup.FollowUpEvent.CapacityRegained;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneRecognised;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneReported;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneSkipped;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneVerified;
import dev.wuwei.crm.followup.FollowUpEvent.MilestoneWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseReinstated;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseResumed;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseSuspended;
import dev.wuwei.crm.followup.FollowUpEvent.PhaseWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionRestarted;
import dev.wuwei.crm.followup.FollowUpEvent.ProductionStopped;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.ScaleDropped;
import dev.wuwei.crm.followup.FollowUpEvent.StatisticalInclusionRecorded;
import dev.wuwei.crm.followup.FollowUpEvent.StatisticalInclusionWithdrawn;
import dev.wuwei.crm.followup.FollowUpEvent.SubStateEntered;
import dev.wuwei.crm.followup.FollowUpEvent.SubStateWithdrawn;
import dev.wuwei.crm.signing.AgreedPhase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How far one phase has come: the fold of its events, for the aggregate and for read models alike. Immutable.
 *
 * @param agreed the dates agreed for it by the agreement in force
 * @param milestones what stands of each milestone; milestones of which nothing stands are missing
 * @param subState {@code null} for none
 * @param suspendedOn {@code null} while it is not suspended
 * @param clockRuns whether the agreed dates go on counting while it is suspended
 * @param pausedDays days by which suspensions that stopped the clock have moved the agreed dates
 * @param stoppedOn {@code null} while production is not stopped
 * @param scaleDroppedOn the last day on which scale was lost, or {@code null}
 * @param capacityDroppedOn since when it is below full capacity, by what was recorded, or {@code null}; see {@link #isBelowCapacity}
 * @param beforeDrop milestones as they stood before scale was lost, empty when it was not
 * @param withdrawnOn {@code null} while the phase is active
 * @param includedOn since when it is in the library of investment statistics (纳统), or {@code null}
 */
public record PhaseProgress(
        AgreedPhase agreed,
        Map<Milestone, MilestoneStand> milestones,
        SubState subState,
        LocalDate suspendedOn,
        boolean clockRuns,
        long pausedDays,
        LocalDate stoppedOn,
        LocalDate scaleDroppedOn,
        LocalDate capacityDroppedOn,
        Map<Milestone, MilestoneStand> beforeDrop,
        LocalDate withdrawnOn,
        LocalDate includedOn) {

    public static PhaseProgress of(AgreedPhase agreed) {
        return new PhaseProgress(agreed, Map.of(), null, null, true, 0, null, null, null, Map.of(), null, null);
    }

    public String name() {
        return agreed.name();
    }

    public boolean isActive() {
        return withdrawnOn == null;
    }

    public boolean isSuspended() {
        return suspendedOn != null;
    }

    public boolean isStopped() {
        return stoppedOn != null;
    }

    /** @return whether it fell below the full capacity that it has */
    public boolean isBelowCapacity() {
        return capacityDroppedOn != null && state() == PhaseState.FULL_CAPACITY;
    }

    public MilestoneStand stand(Milestone milestone) {
        return milestones.getOrDefault(milestone, MilestoneStand.NOTHING);
    }

    /** @return the date recognised for it, or {@code null} */
    public LocalDate recognisedOn(Milestone milestone) {
        return stand(milestone).recognisedOn();
    }

    /** @return the stage: where the furthest recognised milestone leads, and on over those that are skipped */
    public PhaseState state() {
        int reached = 0;
        for (Milestone milestone : Milestone.values()) {
            if (stand(milestone).isRecognised() || (stand(milestone).isSkipped() && reached == milestone.ordinal())) {
                reached = milestone.ordinal() + 1;
            }
        }
        return PhaseState.values()[reached];
    }

    /** @return the milestone that ends the stage it is at; empty at full capacity */
    public Optional<Milestone> next() {
        return Optional.ofNullable(state().next());
    }

    /** @return the date agreed for a milestone, or {@code null} */
    public LocalDate agreedFor(Milestone milestone) {
        return switch (milestone) {
            case CONSTRUCTION_START -> agreed.startBy();
            case COMPLETION -> agreed.completeBy();
            case PRODUCTION_START -> agreed.produceBy();
            case SCALE_UP -> agreed.scaleUpBy();
            case FULL_CAPACITY -> agreed.fullCapacityBy();
        };
    }

    /** @return the phase after this event; itself when the event is about another phase or moves nothing here */
    public PhaseProgress after(FollowUpEvent event) {
        return switch (event) {
            case MilestoneReported e
            when is(e.phase()) -> with(e.milestone(), stand(e.milestone()).reported(e.occurredOn()));
            case MilestoneVerified e
            when is(e.phase()) -> with(e.milestone(), stand(e.milestone()).verified(e.occurredOn()));
            case MilestoneRecognised e
            when is(e.phase()) ->
                with(e.milestone(), stand(e.milestone()).recognised(e.occurredOn(), e.outOfOrder()))
                        .changed(phase -> phase.subState = null);
            case MilestoneSkipped e
            when is(e.phase()) -> with(e.milestone(), stand(e.milestone()).skipped(e.cause(), e.occurredOn()));
            case MilestoneWithdrawn e when is(e.phase()) -> with(e.milestone(), MilestoneStand.NOTHING);
            case SubStateEntered e when is(e.phase()) -> changed(phase -> phase.subState = e.subState());
            case SubStateWithdrawn e when is(e.phase()) -> changed(phase -> phase.subState = null);
            case PhaseSuspended e when is(e.phase()) -> suspended(e.occurredOn(), e.clockRuns());
            case PhaseResumed e when is(e.phase()) -> resumed(e.occurredOn());
            case ProductionStopped e when is(e.phase()) -> changed(phase -> phase.stoppedOn = e.occurredOn());
            case ProductionRestarted e when is(e.phase()) -> changed(phase -> phase.stoppedOn = null);
            case ScaleDropped e when is(e.phase()) -> scaleDropped(e.occurredOn());
            case ScaleDropWithdrawn e when is(e.phase()) -> scaleRegained();
            case CapacityDropped e when is(e.phase()) -> changed(phase -> phase.capacityDroppedOn = e.occurredOn());
            case CapacityRegained e when is(e.phase()) -> changed(phase -> phase.capacityDroppedOn = null);
            case CapacityDropWithdrawn e when is(e.phase()) -> changed(phase -> phase.capacityDroppedOn = null);
            case PhaseWithdrawn e when is(e.phase()) -> changed(phase -> phase.withdrawnOn = e.occurredOn());
            case PhaseReinstated e when is(e.phase()) -> changed(phase -> phase.withdrawnOn = null);
            case StatisticalInclusionRecorded e
            when is(e.phase()) -> changed(phase -> phase.includedOn = e.occurredOn());
            case StatisticalInclusionWithdrawn e when is(e.phase()) -> changed(phase -> phase.includedOn = null);
            default -> this;
        };
    }

    /**
     * The agreement was amended: new dates, which take the pauses so far into account.
     *
     * @param on from when they hold
     */
    public PhaseProgress revised(AgreedPhase newDates, LocalDate on) {
        return changed(phase -> {
            phase.agreed = newDates;
            phase.suspendedOn = isSuspended() && suspendedOn.isBefore(on) ? on : suspendedOn;
            phase.pausedDays = 0;
        });
    }

    /** @return the phase active again, because another agreement names it */
    public PhaseProgress takenUp() {
        return changed(phase -> phase.withdrawnOn = null);
    }

    private boolean is(String phase) {
        return name().equals(phase);
    }

    private PhaseProgress with(Milestone milestone, MilestoneStand stand) {
        Map<Milestone, MilestoneStand> changed = new EnumMap<>(Milestone.class);
        changed.putAll(milestones);
        if (stand.equals(MilestoneStand.NOTHING)) {
            changed.remove(milestone);
        } else {
            changed.put(milestone, stand);
        }
        PhaseProgress next = withMilestones(Map.copyOf(changed), scaleDroppedOn, beforeDrop);
        return milestone == Milestone.FULL_CAPACITY ? next.changed(phase -> phase.capacityDroppedOn = null) : next;
    }

    private PhaseProgress scaleDropped(LocalDate on) {
        Map<Milestone, MilestoneStand> kept = new EnumMap<>(Milestone.class);
        kept.putAll(milestones);
        kept.remove(Milestone.SCALE_UP);
        kept.remove(Milestone.FULL_CAPACITY);
        return withMilestones(Map.copyOf(kept), on, milestones);
    }

    private PhaseProgress scaleRegained() {
        Map<Milestone, MilestoneStand> restored = new EnumMap<>(Milestone.class);
        restored.putAll(milestones);
        for (Milestone milestone : List.of(Milestone.SCALE_UP, Milestone.FULL_CAPACITY)) {
            Optional.ofNullable(beforeDrop.get(milestone)).ifPresent(stand -> restored.put(milestone, stand));
        }
        return withMilestones(Map.copyOf(restored), null, Map.of());
    }

    private PhaseProgress withMilestones(
            Map<Milestone, MilestoneStand> standing, LocalDate droppedOn, Map<Milestone, MilestoneStand> before) {
        return changed(phase -> {
            phase.milestones = standing;
            phase.scaleDroppedOn = droppedOn;
            phase.beforeDrop = before;
        });
    }

    private PhaseProgress suspended(LocalDate on, boolean running) {
        return changed(phase -> {
            phase.suspendedOn = on;
            phase.clockRuns = running;
        });
    }

    private PhaseProgress resumed(LocalDate on) {
        return changed(phase -> {
            phase.suspendedOn = null;
            phase.clockRuns = true;
            phase.pausedDays = pausedDays + pausedUntil(on);
        });
    }

    /** @return days of the suspension under way that do not count, up to a date */
    long pausedUntil(LocalDate date) {
        return isSuspended() && !clockRuns ? Math.max(0, ChronoUnit.DAYS.between(suspendedOn, date)) : 0;
    }

    private PhaseProgress changed(Consumer<Change> moves) {
        Change change = new Change(this);
        moves.accept(change);
        return change.made();
    }

    /** The next standing while it is made: what a change does not name stays as it was. */
    private static final class Change {
        AgreedPhase agreed;
        Map<Milestone, MilestoneStand> milestones;
        SubState subState;
        LocalDate suspendedOn;
        boolean clockRuns;
        long pausedDays;
        LocalDate stoppedOn;
        LocalDate scaleDroppedOn;
        LocalDate capacityDroppedOn;
        Map<Milestone, MilestoneStand> beforeDrop;
        LocalDate withdrawnOn;
        LocalDate includedOn;

        Change(PhaseProgress from) {
            agreed = from.agreed;
            milestones = from.milestones;
            subState = from.subState;
            suspendedOn = from.suspendedOn;
            clockRuns = from.clockRuns;
            pausedDays = from.pausedDays;
            stoppedOn = from.stoppedOn;
            scaleDroppedOn = from.scaleDroppedOn;
            capacityDroppedOn = from.capacityDroppedOn;
            beforeDrop = from.beforeDrop;
            withdrawnOn = from.withdrawnOn;
            includedOn = from.includedOn;
        }

        PhaseProgress made() {
            return new PhaseProgress(
                    agreed,
                    milestones,
                    subState,
                    suspendedOn,
                    clockRuns,
                    pausedDays,
                    stoppedOn,
                    scaleDroppedOn,
                    capacityDroppedOn,
                    beforeDrop,
                    withdrawnOn,
                    includedOn);
        }
    }
}
