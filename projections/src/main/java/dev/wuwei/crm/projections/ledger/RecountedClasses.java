package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.projections.ledger.Recount.Dated;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * For {@link Recount}, by the raw events alone: whom a project is credited to, of what kind it is, and where it stands in the five
 * gaps.
 */
final class RecountedClasses {
    /** @param droppedOn from when it no longer holds, or {@code null} */
    private record Reached(Milestone milestone, boolean skipped, LocalDate on, LocalDate droppedOn) {
        boolean holds(LocalDate day) {
            return !on.isAfter(day) && (droppedOn == null || droppedOn.isAfter(day));
        }

        Reached dropped(LocalDate day) {
            return new Reached(milestone, skipped, on, day);
        }
    }

    /** @param until {@code null} for still */
    private record Away(LocalDate on, LocalDate until) {}

    private static final class Phase {
        final SigningId signing;
        final List<LocalDate> agreed = new ArrayList<>();
        final List<Reached> reached = new ArrayList<>();
        final List<Away> away = new ArrayList<>();

        Phase(SigningId signing) {
            this.signing = signing;
        }

        void reach(Milestone milestone, boolean skipped, LocalDate on) {
            reached.removeIf(each -> each.milestone == milestone && each.skipped == skipped && each.droppedOn == null);
            reached.add(new Reached(milestone, skipped, on, null));
        }

        boolean isAway(LocalDate day) {
            return away.stream()
                    .anyMatch(each -> !each.on.isAfter(day) && (each.until == null || each.until.isAfter(day)));
        }

        boolean isAgreed(LocalDate day) {
            return agreed.stream().anyMatch(on -> !on.isAfter(day));
        }

        PhaseState state(LocalDate day) {
            return reached.stream()
                    .filter(each -> each.holds(day))
                    .map(each -> PhaseState.after(each.milestone))
                    .max(PhaseState::compareTo)
                    .orElse(PhaseState.SIGNED);
        }
    }

    private final List<Dated<String>> owner = new ArrayList<>();
    private final List<Dated<String>> team = new ArrayList<>();
    private final List<Dated<Coded>> negotiatedIndustry = new ArrayList<>();
    private final List<Dated<ProjectKind>> negotiatedKind = new ArrayList<>();
    private final Map<Object, SigningId> followUps = new LinkedHashMap<>();
    private final Map<List<Object>, Phase> phases = new LinkedHashMap<>();

    void take(DomainEvent event) {
        LocalDate on = event.occurredOn();
        switch (event) {
            case LeadEvent.LeadRegistered e -> credit(on, e.owner(), e.teamId());
            case LeadEvent.LeadAssigned e -> credit(on, e.owner(), e.teamId());
            case LeadEvent.CirculationAccepted e -> credit(on, e.owner(), e.teamId());
            case LeadEvent.LeadPooled e -> owner.add(new Dated<>(on, null));
            case LeadEvent.LeadDrawnFromPool e -> owner.add(new Dated<>(on, text(e.owner())));
            case NegotiationEvent.NegotiationOpened e -> {
                negotiatedIndustry.add(new Dated<>(on, e.industry()));
                negotiatedKind.add(new Dated<>(on, e.kind()));
                if (e.leadOfficer() != null) {
                    owner.add(new Dated<>(on, text(e.leadOfficer())));
                }
            }
            case NegotiationEvent.Appointed e -> {
                if (e.role() == ProjectRole.LEAD_OFFICER) {
                    owner.add(new Dated<>(on, text(e.staffId())));
                }
            }
            case NegotiationEvent.Dismissed e -> {
                if (e.role() == ProjectRole.LEAD_OFFICER && text(e.staffId()).equals(owner(on))) {
                    owner.add(new Dated<>(on, null));
                }
            }
            case SigningEvent.AgreementSigned e -> {
                if (e.owner() != null) {
                    owner.add(new Dated<>(on, text(e.owner())));
                }
            }
            case SigningEvent.CreditMoved e -> {
                owner.add(new Dated<>(on, text(e.owner())));
                if (e.teamId() != null) {
                    team.add(new Dated<>(on, text(e.teamId())));
                }
            }
            case FollowUpEvent.FollowUpOpened e -> {
                followUps.put(e.followUpId(), e.signingId());
                agree(e, e.phases());
            }
            case FollowUpEvent.AgreedDatesRevised e -> agree(e, e.phases());
            case FollowUpEvent.MilestoneRecognised e -> phase(e, e.phase()).reach(e.milestone(), false, on);
            case FollowUpEvent.MilestoneSkipped e -> phase(e, e.phase()).reach(e.milestone(), true, on);
            case FollowUpEvent.MilestoneWithdrawn e ->
                phase(e, e.phase()).reached.removeIf(each -> each.milestone == e.milestone() && each.droppedOn == null);
            case FollowUpEvent.ScaleDropped e ->
                phase(e, e.phase())
                        .reached
                        .replaceAll(each -> each.milestone.compareTo(Milestone.SCALE_UP) >= 0 && each.droppedOn == null
                                ? each.dropped(on.isBefore(each.on) ? each.on : on)
                                : each);
            case FollowUpEvent.ScaleDropWithdrawn e ->
                phase(e, e.phase()).reached.replaceAll(each -> on.equals(each.droppedOn) ? each.dropped(null) : each);
            case FollowUpEvent.PhaseWithdrawn e -> phase(e, e.phase()).away.add(new Away(on, null));
            case FollowUpEvent.PhaseReinstated e ->
                phase(e, e.phase())
                        .away
                        .replaceAll(each ->
                                each.until == null ? new Away(each.on, on.isBefore(each.on) ? each.on : on) : each);
            default -> {}
        }
    }

    private void credit(LocalDate on, TypedId to, TeamId its) {
        owner.add(new Dated<>(on, text(to)));
        team.add(new Dated<>(on, text(its)));
    }

    private void agree(FollowUpEvent event, List<AgreedPhase> agreed) {
        agreed.forEach(phase -> phase(event, phase.name()).agreed.add(event.occurredOn()));
    }

    private Phase phase(FollowUpEvent event, String name) {
        return phases.computeIfAbsent(
                List.of(event.followUpId(), name), key -> new Phase(followUps.get(event.followUpId())));
    }

    String owner(LocalDate day) {
        return Recount.last(owner, day);
    }

    String team(LocalDate day) {
        return Recount.last(team, day);
    }

    /** @param lead as it was described on that day; what it does not say was said when talks began */
    Coded industry(LeadProfile lead, LocalDate day) {
        return lead.industry() == null ? Recount.last(negotiatedIndustry, day) : lead.industry();
    }

    ProjectKind kind(LeadProfile lead, LocalDate day) {
        return lead.kind() == null ? Recount.last(negotiatedKind, day) : lead.kind();
    }

    /**
     * The stage of the phase that is least far.
     *
     * @param stands whether an agreement is a formal one that stands on that day
     * @return {@code null} where every phase was given up
     */
    String fiveGap(LocalDate day, Predicate<SigningId> stands) {
        PhaseState least = null;
        for (Phase phase : phases.values()) {
            if (phase.isAgreed(day) && !phase.isAway(day) && stands.test(phase.signing)) {
                PhaseState state = phase.state(day);
                least = least == null || state.compareTo(least) < 0 ? state : least;
            }
        }
        boolean allAway = least == null && phases.values().stream().anyMatch(phase -> phase.isAway(day));
        return allAway ? null : least == null ? PhaseState.SIGNED.name() : least.name();
    }

    private static String text(TypedId id) {
        return id == null ? null : id.toString();
    }
}
