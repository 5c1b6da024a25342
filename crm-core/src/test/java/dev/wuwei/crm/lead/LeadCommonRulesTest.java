package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.lead.LeadCommand.AcceptCirculation;
import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadCommand.ArbitrateClaim;
import dev.wuwei.crm.lead.LeadCommand.ArchiveLead;
import dev.wuwei.crm.lead.LeadCommand.AssignLead;
import dev.wuwei.crm.lead.LeadCommand.CirculateLead;
import dev.wuwei.crm.lead.LeadCommand.ClaimFirstReport;
import dev.wuwei.crm.lead.LeadCommand.CorrectVisit;
import dev.wuwei.crm.lead.LeadCommand.DeclineLead;
import dev.wuwei.crm.lead.LeadCommand.DrawFromPool;
import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadCommand.LapseProtection;
import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.MergeLead;
import dev.wuwei.crm.lead.LeadCommand.PoolLead;
import dev.wuwei.crm.lead.LeadCommand.ReopenLead;
import dev.wuwei.crm.lead.LeadCommand.RespondToLead;
import dev.wuwei.crm.lead.LeadCommand.ReturnCirculation;
import dev.wuwei.crm.lead.LeadCommand.ReviseLead;
import dev.wuwei.crm.lead.LeadCommand.UnmergeLead;
import dev.wuwei.crm.lead.LeadCommand.WithdrawVisit;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every command on a lead obeys: the state it is possible in, the park, the reason, the date. */
class LeadCommonRulesTest {

    /** The state graph of the domain, written down a second time on purpose. */
    private static final Map<Class<? extends LeadCommand>, String> POSSIBLE_IN = Map.ofEntries(
            Map.entry(ReviseLead.class, "REGISTERED RESPONDED JUDGED ADOPTED POOLED"),
            Map.entry(AssignLead.class, "REGISTERED RESPONDED JUDGED"),
            Map.entry(RespondToLead.class, "REGISTERED"),
            Map.entry(JudgeLead.class, "RESPONDED JUDGED"),
            Map.entry(DeclineLead.class, "JUDGED"),
            Map.entry(AdoptLead.class, "JUDGED"),
            Map.entry(PoolLead.class, "REGISTERED RESPONDED JUDGED"),
            Map.entry(DrawFromPool.class, "POOLED"),
            Map.entry(ClaimFirstReport.class, "REGISTERED RESPONDED JUDGED"),
            Map.entry(ArbitrateClaim.class, "REGISTERED RESPONDED JUDGED ADOPTED DECLINED POOLED CIRCULATING"),
            Map.entry(LapseProtection.class, "REGISTERED RESPONDED JUDGED ADOPTED DECLINED POOLED CIRCULATING"),
            Map.entry(CirculateLead.class, "REGISTERED RESPONDED JUDGED"),
            Map.entry(AcceptCirculation.class, "CIRCULATING"),
            Map.entry(ReturnCirculation.class, "CIRCULATING"),
            Map.entry(MergeLead.class, "REGISTERED RESPONDED JUDGED POOLED"),
            Map.entry(UnmergeLead.class, "MERGED"),
            Map.entry(ArchiveLead.class, "REGISTERED RESPONDED JUDGED DECLINED POOLED"),
            Map.entry(ReopenLead.class, "ARCHIVED"),
            Map.entry(LogVisit.class, "REGISTERED RESPONDED JUDGED ADOPTED DECLINED POOLED CIRCULATING"),
            Map.entry(
                    CorrectVisit.class,
                    "REGISTERED RESPONDED JUDGED ADOPTED DECLINED POOLED MERGED CIRCULATING ARCHIVED"),
            Map.entry(
                    WithdrawVisit.class,
                    "REGISTERED RESPONDED JUDGED ADOPTED DECLINED POOLED MERGED CIRCULATING ARCHIVED"));

    static Stream<Arguments> possible() {
        return pairs().filter(pair -> isPossible((LeadCommand) pair.get()[0], (LeadState) pair.get()[1]));
    }

    static Stream<Arguments> impossible() {
        return pairs().filter(pair -> !isPossible((LeadCommand) pair.get()[0], (LeadState) pair.get()[1]));
    }

    private static Stream<Arguments> pairs() {
        return LeadSamples.all().stream()
                .flatMap(command -> Arrays.stream(LeadState.values()).map(state -> Arguments.of(command, state)));
    }

    private static boolean isPossible(LeadCommand command, LeadState state) {
        return List.of(POSSIBLE_IN.get(command.getClass()).split(" ")).contains(state.name());
    }

    @ParameterizedTest
    @MethodSource("possible")
    void emits_something_in_every_state_that_the_command_is_possible_in(LeadCommand command, LeadState state) {
        AggregateScenario<Lead> lead = lead();
        holdsFirstReport(lead);
        assertThat(lead.given(story(command, state)).when(command).emitted()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void rejects_in_every_other_state(LeadCommand command, LeadState state) {
        Rule rule = command instanceof LogVisit
                ? LeadRule.TAKES_NO_VISITS
                : command instanceof AdoptLead && state == LeadState.ADOPTED
                        ? LeadRule.ALREADY_ADOPTED
                        : LeadRule.NOT_POSSIBLE_IN_STATE;
        var outcome = lead().given(story(command, state)).when(command).rejects(rule);
        if (rule == LeadRule.NOT_POSSIBLE_IN_STATE) {
            outcome.naming(state);
        }
    }

    static Stream<LeadCommand> commands() {
        return LeadSamples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void rejects_park_outside_the_scope_of_the_sender(LeadCommand command) {
        // A circulating lead stands between two parks; neither is this one.
        lead().given(story(command, anyStateFor(command)))
                .seeing("park-z")
                .when(command)
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    static Stream<LeadCommand> reasoned() {
        return Stream.of("", " \t", null)
                .flatMap(reason -> LeadSamples.all(TODAY, reason).stream())
                .filter(command -> command instanceof Reasoned && !(command instanceof ReviseLead));
    }

    @ParameterizedTest
    @MethodSource("reasoned")
    void rejects_missing_reason(LeadCommand command) {
        lead().given(story(command, anyStateFor(command))).when(command).rejects(SharedRule.REASON_REQUIRED);
    }

    static Stream<LeadCommand> overLongReasons() {
        return LeadSamples.all(TODAY, "长".repeat(501)).stream().filter(Reasoned.class::isInstance);
    }

    @ParameterizedTest
    @MethodSource("overLongReasons")
    void rejects_over_long_reason(LeadCommand command) {
        lead().given(story(command, anyStateFor(command))).when(command).rejectsAt("reason", SharedRule.TOO_LONG);
    }

    private static final Set<Class<?>> WITHOUT_DATE =
            Set.of(ClaimFirstReport.class, LogVisit.class, CorrectVisit.class, WithdrawVisit.class);

    private static Stream<LeadCommand> dated(LocalDate on) {
        return LeadSamples.all(on, REASON).stream().filter(command -> !WITHOUT_DATE.contains(command.getClass()));
    }

    static Stream<LeadCommand> tomorrow() {
        return dated(TODAY.plusDays(1));
    }

    @ParameterizedTest
    @MethodSource("tomorrow")
    void rejects_date_in_the_future(LeadCommand command) {
        lead().given(story(command, anyStateFor(command))).when(command).rejects(SharedRule.IN_FUTURE);
    }

    static Stream<LeadCommand> beforeRegistration() {
        return dated(REGISTERED_ON.minusDays(1));
    }

    @ParameterizedTest
    @MethodSource("beforeRegistration")
    void rejects_date_before_registration(LeadCommand command) {
        lead().given(story(command, anyStateFor(command))).when(command).rejects(SharedRule.TOO_EARLY);
    }

    static Stream<LeadCommand> undated() {
        return LeadSamples.all(null, REASON).stream().filter(command -> !WITHOUT_DATE.contains(command.getClass()));
    }

    @ParameterizedTest
    @MethodSource("undated")
    void rejects_missing_date(LeadCommand command) {
        lead().given(story(command, anyStateFor(command))).when(command).rejectsAt("occurredOn", SharedRule.REQUIRED);
    }

    /** Steps of the state machine; the others tell about a lead without moving it. */
    private static final Set<Class<?>> NO_STEP =
            Set.of(ReviseLead.class, AssignLead.class, ArbitrateClaim.class, LapseProtection.class);

    static Stream<LeadCommand> stepsBeforeTheLast() {
        return dated(REGISTERED_ON)
                .filter(command -> !NO_STEP.contains(command.getClass()) && !(command instanceof RespondToLead));
    }

    @ParameterizedTest
    @MethodSource("stepsBeforeTheLast")
    void rejects_step_dated_before_the_step_before_it(LeadCommand command) {
        LeadState state = command instanceof CirculateLead
                        || command instanceof PoolLead
                        || command instanceof MergeLead
                        || command instanceof ArchiveLead
                ? LeadState.JUDGED
                : anyStateFor(command);
        lead().given(story(command, state)).when(command).rejects(SharedRule.TOO_EARLY);
    }

    static LeadState anyStateFor(LeadCommand command) {
        return LeadState.valueOf(POSSIBLE_IN.get(command.getClass()).split(" ")[0]);
    }

    /** A lead in this state, with what the command is about: a claim, a dispute, a visit. */
    private static List<DomainEvent> story(LeadCommand command, LeadState state) {
        List<DomainEvent> history = command instanceof LapseProtection ? claimedIn(state) : in(state);
        if (command instanceof ArbitrateClaim) {
            history.addAll(List.of(claimed(), disputed()));
        }
        if (command instanceof CorrectVisit || command instanceof WithdrawVisit) {
            history.add(1, logged());
        }
        if (command instanceof LapseProtection && (state == LeadState.DECLINED || state == LeadState.POOLED)) {
            history.add(claimed());
        }
        return history;
    }
}
