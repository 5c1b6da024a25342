package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.DECLINE_REASON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.ArbitrateClaim;
import dev.wuwei.crm.lead.LeadCommand.ClaimFirstReport;
import dev.wuwei.crm.lead.LeadCommand.CorrectVisit;
import dev.wuwei.crm.lead.LeadCommand.DeclineLead;
import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.WithdrawVisit;
import dev.wuwei.crm.lead.LeadEvent.CirculationAccepted;
import dev.wuwei.crm.lead.LeadEvent.CirculationReturned;
import dev.wuwei.crm.lead.LeadEvent.LeadAdopted;
import dev.wuwei.crm.lead.LeadEvent.LeadArchived;
import dev.wuwei.crm.lead.LeadEvent.LeadCirculated;
import dev.wuwei.crm.lead.LeadEvent.LeadDeclined;
import dev.wuwei.crm.lead.LeadEvent.LeadDrawnFromPool;
import dev.wuwei.crm.lead.LeadEvent.LeadJudged;
import dev.wuwei.crm.lead.LeadEvent.LeadMerged;
import dev.wuwei.crm.lead.LeadEvent.LeadPooled;
import dev.wuwei.crm.lead.LeadEvent.LeadRegistered;
import dev.wuwei.crm.lead.LeadEvent.LeadReopened;
import dev.wuwei.crm.lead.LeadEvent.LeadResponded;
import dev.wuwei.crm.lead.LeadEvent.LeadUnmerged;
import dev.wuwei.crm.lead.LeadEvent.VisitCorrected;
import dev.wuwei.crm.lead.LeadEvent.VisitLogged;
import dev.wuwei.crm.lead.LeadEvent.VisitWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is sent to a lead, in whatever order: what must never be is not. */
class LeadProperties {
    private static final List<VisitId> VISITS = List.of(VISIT, VisitId.next(), VisitId.next());
    private static final Set<LeadState> WITHOUT_PROTECTION =
            EnumSet.of(LeadState.POOLED, LeadState.DECLINED, LeadState.ARCHIVED, LeadState.MERGED);

    @Property(tries = 60)
    void no_sequence_of_commands_breaks_an_invariant(
            @ForAll("sequences") List<LeadCommand> sequence, @ForAll boolean otherWasFirst) {
        AggregateScenario<Lead> lead = lead();
        if (otherWasFirst) {
            otherHoldsFirstReport(lead);
        } else {
            holdsFirstReport(lead);
        }
        List<DomainEvent> history = new ArrayList<>(
                otherWasFirst ? List.of(registered(), claimed(), disputed()) : List.of(registered(), claimed()));
        Course course = new Course();
        history.forEach(course::evolve);

        for (LeadCommand command : sequence) {
            boolean offered = LeadActions.isPossible(command.getClass(), course.state);
            List<DomainEvent> emitted = sent(lead, history, command);
            assertThat(emitted.isEmpty() || offered)
                    .as("%s accepted in %s", command.getClass().getSimpleName(), course.state)
                    .isTrue();
            emitted.forEach(course::evolve);
            history.addAll(emitted.stream().filter(LeadEvent.class::isInstance).toList());

            Optional<Uniqueness.Holder> holder = lead.uniqueness.holder(FIRST_REPORT, INVESTOR.toString());
            if (WITHOUT_PROTECTION.contains(course.state)) {
                assertThat(holder.filter(it -> it.owner().equals(LEAD.toString())))
                        .as("a lead that is %s protects nothing", course.state)
                        .isEmpty();
            }
        }
        assertThat(course.negotiations).isEqualTo(course.adoptions).isLessThanOrEqualTo(1);
    }

    private static List<DomainEvent> sent(
            AggregateScenario<Lead> lead, List<DomainEvent> history, LeadCommand command) {
        Outcome<Lead> outcome = lead.given(history).when(command);
        List<DomainEvent> emitted =
                outcome.emitted().stream().map(DomainEvent.class::cast).toList();
        if (emitted.isEmpty()) {
            assertThat(outcome.violations()).isNotEmpty();
        }
        return emitted;
    }

    @Provide
    Arbitrary<List<LeadCommand>> sequences() {
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 4).map(TODAY::minusDays);
        Arbitrary<VisitId> visits = Arbitraries.of(VISITS);
        Arbitrary<LeadCommand> steps = days.flatMap(on -> Arbitraries.of(LeadSamples.all(on, REASON)));
        Arbitrary<LeadCommand> ahead = days.flatMap(on -> Arbitraries.of(LeadSamples.all(on, REASON).stream()
                .filter(command -> command instanceof LeadCommand.RespondToLead
                        || command instanceof LeadCommand.AdoptLead
                        || command instanceof LeadCommand.ReopenLead
                        || command instanceof LeadCommand.UnmergeLead
                        || command instanceof LeadCommand.DrawFromPool
                        || command instanceof LeadCommand.AcceptCirculation)
                .toList()));
        Arbitrary<LeadCommand> varied = Arbitraries.oneOf(
                Combinators.combine(days, Arbitraries.of(Assessment.class))
                        .as((on, assessment) -> new JudgeLead(LEAD, assessment, false, "研判", on)),
                days.map(on -> new DeclineLead(LEAD, DECLINE_REASON.code(), "已告知来源", on)),
                days.flatMap(on ->
                        Arbitraries.of(LEAD, OTHER_LEAD).map(winner -> new ArbitrateClaim(LEAD, winner, "会议纪要", on))),
                Arbitraries.of(ClaimKind.class).map(kind -> new ClaimFirstReport(LEAD, SENDER, kind)),
                visits.map(visit -> new LogVisit(LEAD, visit, visit())),
                visits.map(visit -> new CorrectVisit(LEAD, visit, LeadSamples.correctedVisit(), REASON)),
                visits.map(visit -> new WithdrawVisit(LEAD, visit, REASON)));
        return Arbitraries.oneOf(steps, ahead, varied).list().ofMinSize(5).ofMaxSize(40);
    }

    /** The state graph and what hangs on it, told from the events alone. */
    private static final class Course {
        private LeadState state;
        private LeadState before;
        private LocalDate lastStep = LocalDate.MIN;
        private int adoptions;
        private int negotiations;
        private final Set<VisitId> logged = new HashSet<>();
        private final Set<VisitId> withdrawn = new HashSet<>();

        private void evolve(Object event) {
            switch (event) {
                case LeadRegistered e -> step(e, LeadState.REGISTERED, new LeadState[] {null});
                case LeadResponded e -> step(e, LeadState.RESPONDED, LeadState.REGISTERED);
                case LeadJudged e -> step(e, LeadState.JUDGED, LeadState.RESPONDED, LeadState.JUDGED);
                case LeadAdopted e -> {
                    step(e, LeadState.ADOPTED, LeadState.JUDGED);
                    adoptions++;
                }
                case NegotiationOpened e -> negotiations++;
                case LeadDeclined e -> step(e, LeadState.DECLINED, LeadState.JUDGED);
                case LeadPooled e ->
                    step(e, LeadState.POOLED, LeadState.REGISTERED, LeadState.RESPONDED, LeadState.JUDGED);
                case LeadDrawnFromPool e -> step(e, LeadState.REGISTERED, LeadState.POOLED);
                case LeadCirculated e -> {
                    before = state;
                    step(e, LeadState.CIRCULATING, LeadState.REGISTERED, LeadState.RESPONDED, LeadState.JUDGED);
                }
                case CirculationAccepted e -> step(e, before, LeadState.CIRCULATING);
                case CirculationReturned e -> step(e, before, LeadState.CIRCULATING);
                case LeadMerged e -> {
                    before = state;
                    step(
                            e,
                            LeadState.MERGED,
                            LeadState.REGISTERED,
                            LeadState.RESPONDED,
                            LeadState.JUDGED,
                            LeadState.POOLED);
                }
                case LeadUnmerged e -> step(e, before, LeadState.MERGED);
                case LeadArchived e ->
                    step(
                            e,
                            LeadState.ARCHIVED,
                            LeadState.REGISTERED,
                            LeadState.RESPONDED,
                            LeadState.JUDGED,
                            LeadState.POOLED,
                            LeadState.DECLINED);
                case LeadReopened e -> step(e, LeadState.REGISTERED, LeadState.ARCHIVED);
                case VisitLogged e -> {
                    assertThat(state).isNotIn(LeadState.MERGED, LeadState.ARCHIVED);
                    assertThat(logged.add(e.visitId())).as("logged once").isTrue();
                }
                case VisitCorrected e -> standing(e.visitId());
                case VisitWithdrawn e -> {
                    standing(e.visitId());
                    withdrawn.add(e.visitId());
                }
                default -> {}
            }
        }

        private void standing(VisitId visit) {
            assertThat(logged).contains(visit);
            assertThat(withdrawn).doesNotContain(visit);
        }

        private void step(LeadEvent event, LeadState to, LeadState... from) {
            assertThat(Arrays.asList(from)).as("%s", event).contains(state);
            assertThat(event.occurredOn()).isAfterOrEqualTo(lastStep);
            lastStep = event.occurredOn();
            state = to;
        }
    }
}
