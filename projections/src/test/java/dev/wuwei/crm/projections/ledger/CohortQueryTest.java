package dev.wuwei.crm.projections.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.SkipCause;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Six projects of two years, whose shares, days and relapses are counted by hand. */
class CohortQueryTest {
    private static final AsOf YEAR_END = AsOf.on(LocalDate.of(2023, 12, 31));

    private static HikariDataSource dataSource;
    private static CohortQuery cohorts;
    private static final History history = new History();

    /** A project under the names of its phases; what happens to it is recorded on the day itself unless said otherwise. */
    private static final class Course {
        private final ProjectId project = ProjectId.next();
        private final LeadId lead = LeadId.next();
        private final SigningId signing = SigningId.next();
        private final FollowUpId followUp = FollowUpId.next();
        private final String number;
        private final Coded park;

        Course(int number, Coded park) {
            this.number = "ZS-2021-000" + number;
            this.park = park;
        }

        Course signed(String on, AgreementKind kind, String yi, String... phases) {
            LocalDate day = LocalDate.parse(on);
            LocalDate registered = day.minusDays(30);
            StaffId owner = StaffId.next();
            history.on(registered.toString());
            history.record(new LeadEvent.LeadRegistered(
                    lead,
                    project,
                    number,
                    new LeadProfile(
                            "项目" + number,
                            InvestorId.next(),
                            null,
                            null,
                            null,
                            null,
                            Story.SICHUAN,
                            Story.FOOD,
                            null,
                            null,
                            Money.yi(yi),
                            null,
                            null,
                            ProjectKind.NEWLY_INTRODUCED,
                            null),
                    park,
                    owner,
                    owner,
                    null,
                    null,
                    registered,
                    registered));
            history.on(on);
            List<AgreedPhase> agreed = Arrays.stream(phases)
                    .map(phase -> new AgreedPhase(phase, Money.yi(yi), null, day.plusYears(1), null, null, null, null))
                    .toList();
            history.record(new SigningEvent.AgreementSigned(
                    signing,
                    project,
                    number,
                    NegotiationId.next(),
                    kind,
                    "HT-" + number,
                    List.of(),
                    new AgreementTerms(Money.yi(yi), null, null, null, List.of(), agreed, List.of(), List.of()),
                    null,
                    false,
                    true,
                    Story.FOOD,
                    park,
                    owner,
                    List.of(),
                    day));
            if (kind == AgreementKind.FORMAL) {
                history.record(
                        new FollowUpEvent.FollowUpOpened(followUp, project, number, signing, 1, park, agreed, day));
            }
            return this;
        }

        Course reached(String phase, Milestone milestone, String on) {
            return reached(phase, milestone, on, on);
        }

        Course reached(String phase, Milestone milestone, String on, String recordedOn) {
            history.on(recordedOn);
            history.record(new FollowUpEvent.MilestoneRecognised(
                    followUp, project, phase, milestone, null, null, false, "证明", List.of(), LocalDate.parse(on)));
            return this;
        }

        Course rentedSince(String on) {
            history.on(on);
            history.record(new FollowUpEvent.MilestoneSkipped(
                    followUp, project, "一期", Milestone.COMPLETION, SkipCause.RENTED_FACTORY, LocalDate.parse(on)));
            return this;
        }

        Course droppedScale(String on) {
            history.on(on);
            history.record(new FollowUpEvent.ScaleDropped(followUp, project, "一期", LocalDate.parse(on)));
            return this;
        }

        Course droppedCapacity(String on) {
            history.on(on);
            history.record(new FollowUpEvent.CapacityDropped(followUp, project, "一期", LocalDate.parse(on)));
            return this;
        }

        Course stopped(String on, String restartedOn) {
            history.on(on);
            history.record(
                    new FollowUpEvent.ProductionStopped(followUp, project, "一期", Cause.MARKET, LocalDate.parse(on)));
            history.on(restartedOn);
            history.record(
                    new FollowUpEvent.ProductionRestarted(followUp, project, "一期", LocalDate.parse(restartedOn)));
            return this;
        }

        void rescinded(String on) {
            history.on(on);
            history.record(new SigningEvent.AgreementRescinded(
                    signing, project, new Coded("land", "土地未落实"), LocalDate.parse(on)));
        }
    }

    @BeforeAll
    static void the_projects() {
        new Course(1, Story.NORTH)
                .signed("2021-01-10", AgreementKind.FORMAL, "10", "一期")
                .reached("一期", Milestone.CONSTRUCTION_START, "2021-03-10")
                .reached("一期", Milestone.COMPLETION, "2022-01-10")
                .reached("一期", Milestone.PRODUCTION_START, "2022-04-10")
                .reached("一期", Milestone.SCALE_UP, "2022-10-10")
                .reached("一期", Milestone.FULL_CAPACITY, "2023-04-10")
                .droppedCapacity("2023-08-01");
        new Course(2, Story.NORTH)
                .signed("2021-06-01", AgreementKind.FORMAL, "2", "一期")
                .reached("一期", Milestone.CONSTRUCTION_START, "2021-12-01", "2022-01-20")
                .rentedSince("2022-02-01")
                .reached("一期", Milestone.PRODUCTION_START, "2022-02-01")
                .reached("一期", Milestone.SCALE_UP, "2022-09-01")
                .droppedScale("2023-02-01")
                .stopped("2023-05-01", "2023-07-01");
        new Course(3, Story.NORTH)
                .signed("2021-09-30", AgreementKind.FORMAL, "1", "一期")
                .rescinded("2022-03-01");
        new Course(4, Story.NORTH)
                .signed("2022-05-05", AgreementKind.FORMAL, "3", "一期", "二期")
                .reached("一期", Milestone.CONSTRUCTION_START, "2022-08-05")
                .reached("二期", Milestone.CONSTRUCTION_START, "2023-01-05");
        new Course(5, Story.SOUTH).signed("2022-12-20", AgreementKind.FORMAL, "4", "一期");
        new Course(6, Story.NORTH).signed("2022-02-02", AgreementKind.FRAMEWORK, "8");
        dataSource = TestPostgres.migratedDataSource();
        LedgerModel model = TestLedger.model(dataSource, history);
        History.play(model, dataSource, history.entries(), 7);
        cohorts = new CohortQuery(JdbcClient.create(dataSource));
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static Cohort of(int year, AsOf asOf) {
        return cohorts.cohorts(ProjectFilter.ALL, asOf, Viewer.everything()).stream()
                .filter(cohort -> cohort.year() == year)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> numbers(Collection<Cohort.Member> members) {
        return members.stream().map(member -> member.projectNo().substring(8)).toList();
    }

    @Test
    void a_project_belongs_to_the_year_of_its_formal_agreement_whatever_became_of_it() {
        assertThat(cohorts.cohorts(ProjectFilter.ALL, YEAR_END, Viewer.everything()))
                .extracting(Cohort::year, cohort -> Cohort.figure(cohort.members()))
                .containsExactly(
                        tuple(2022, new Figure(2, List.of(Money.yi("7")))),
                        tuple(2021, new Figure(3, List.of(Money.yi("13")))));
        assertThat(of(2021, YEAR_END).left())
                .extracting(Cohort.Member::projectNo, Cohort.Member::leftOn)
                .containsExactly(tuple("ZS-2021-0003", LocalDate.of(2022, 3, 1)));
    }

    @Test
    void the_share_that_came_so_far_grows_with_the_months_and_a_later_fall_does_not_lower_it() {
        Cohort cohort = of(2021, YEAR_END);
        assertThat(numbers(cohort.reached(Milestone.CONSTRUCTION_START, 1))).isEmpty();
        assertThat(numbers(cohort.reached(Milestone.CONSTRUCTION_START, 2))).containsExactly("0001");
        assertThat(numbers(cohort.reached(Milestone.CONSTRUCTION_START, 6))).containsExactly("0001", "0002");
        assertThat(numbers(cohort.reached(Milestone.COMPLETION, 11))).containsExactly("0002");
        assertThat(numbers(cohort.reached(Milestone.COMPLETION, 12))).containsExactly("0001", "0002");
        assertThat(numbers(cohort.reached(Milestone.SCALE_UP))).containsExactly("0001", "0002");
        assertThat(numbers(cohort.reached(Milestone.FULL_CAPACITY))).containsExactly("0001");
        assertThat(Cohort.figure(cohort.reached(Milestone.PRODUCTION_START)))
                .isEqualTo(new Figure(2, List.of(Money.yi("12"))));
    }

    @Test
    void a_project_has_started_when_its_last_phase_has() {
        Cohort cohort = of(2022, YEAR_END);
        assertThat(numbers(cohort.reached(Milestone.CONSTRUCTION_START, 7))).isEmpty();
        assertThat(numbers(cohort.reached(Milestone.CONSTRUCTION_START, 8))).containsExactly("0004");
    }

    @Test
    void months_that_the_youngest_has_not_lived_yet_are_not_asked() {
        assertThat(of(2021, YEAR_END).isAged(27)).isTrue();
        assertThat(of(2021, YEAR_END).isAged(28)).isFalse();
        AsOf earlier = AsOf.on(LocalDate.of(2021, 12, 31));
        assertThat(of(2021, earlier).isAged(3)).isTrue();
        assertThat(of(2021, earlier).isAged(4)).isFalse();
    }

    @Test
    void days_in_a_state_tell_apart_what_went_on_and_what_lasts() {
        Cohort cohort = of(2021, YEAR_END);
        assertThat(days(cohort.completed(PhaseState.SIGNED))).containsExactly(59L, 183L);
        assertThat(cohort.medianDays(cohort.completed(PhaseState.SIGNED))).isEqualTo(59L);
        assertThat(cohort.running(PhaseState.SIGNED)).isEmpty();
        assertThat(cohort.medianDays(cohort.running(PhaseState.SIGNED))).isNull();
        assertThat(days(cohort.completed(PhaseState.PRODUCING))).containsExactly(183L, 212L);
        assertThat(days(cohort.running(PhaseState.PRODUCING))).containsExactly(333L);
        assertThat(days(cohort.completed(PhaseState.ABOVE_SCALE))).containsExactly(182L);
        assertThat(days(of(2022, YEAR_END).running(PhaseState.SIGNED))).containsExactly(376L);
    }

    private static List<Long> days(List<Cohort.MemberStay> stays) {
        return stays.stream().map(each -> each.stay().days(YEAR_END.asOf())).toList();
    }

    @Test
    void relapses_are_told_by_kind_with_their_days() {
        Cohort cohort = of(2021, YEAR_END);
        assertThat(cohort.setbacks())
                .extracting(
                        setback -> setback.member().projectNo(),
                        Cohort.Setback::phase,
                        Cohort.Setback::kind,
                        Cohort.Setback::from,
                        Cohort.Setback::to)
                .containsExactly(
                        tuple("ZS-2021-0002", "一期", Relapse.SCALE_DROPPED, LocalDate.of(2023, 2, 1), null),
                        tuple(
                                "ZS-2021-0002",
                                "一期",
                                Relapse.PRODUCTION_STOPPED,
                                LocalDate.of(2023, 5, 1),
                                LocalDate.of(2023, 7, 1)),
                        tuple("ZS-2021-0001", "一期", Relapse.BELOW_CAPACITY, LocalDate.of(2023, 8, 1), null));
        assertThat(of(2021, AsOf.on(LocalDate.of(2023, 6, 1))).setbacks(Relapse.PRODUCTION_STOPPED))
                .extracting(Cohort.Setback::to)
                .containsOnlyNulls();
        assertThat(of(2021, AsOf.on(LocalDate.of(2023, 1, 31))).setbacks()).isEmpty();
    }

    @Test
    void as_of_a_day_and_as_known_then_it_was_otherwise() {
        LocalDate day = LocalDate.of(2022, 1, 10);
        Cohort now = of(2021, AsOf.on(day));
        assertThat(numbers(now.left())).isEmpty();
        assertThat(numbers(now.reached(Milestone.CONSTRUCTION_START))).containsExactly("0001", "0002");
        Instant beforeItWasEntered = Instant.parse("2022-01-15T00:00:00Z");
        Cohort then = of(2021, new AsOf(day, beforeItWasEntered));
        assertThat(numbers(then.reached(Milestone.CONSTRUCTION_START))).containsExactly("0001");
        assertThat(days(then.running(PhaseState.SIGNED))).hasSize(2);
        assertThat(of(2021, new AsOf(null, beforeItWasEntered)).day()).isEqualTo(LocalDate.of(2022, 1, 15));
    }

    @Test
    void nobody_sees_beyond_their_parks_and_a_filter_narrows() {
        Viewer north = new Viewer(null, Set.of(Role.PROMOTER), Set.of("north"));
        assertThat(cohorts.cohorts(ProjectFilter.ALL, YEAR_END, north))
                .flatExtracting(Cohort::members)
                .extracting(Cohort.Member::projectNo)
                .doesNotContain("ZS-2021-0005")
                .hasSize(4);
        Viewer south = new Viewer(null, Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(cohorts.cohorts(ProjectFilter.ALL, YEAR_END, south))
                .flatExtracting(Cohort::setbacks)
                .isEmpty();
        assertThat(cohorts.cohorts(ProjectFilter.ALL.inParks(Set.of("south")), YEAR_END, Viewer.everything()))
                .flatExtracting(Cohort::members)
                .extracting(Cohort.Member::projectNo)
                .containsExactly("ZS-2021-0005");
    }

    @Test
    void a_day_before_the_first_event_is_refused() {
        assertThatThrownBy(() ->
                        cohorts.cohorts(ProjectFilter.ALL, AsOf.on(LocalDate.of(2019, 1, 1)), Viewer.everything()))
                .hasMessage("ledger.before-first-event");
    }
}
