package dev.wuwei.crm.projections.tenure;

import static dev.wuwei.crm.projections.testing.Story.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.dossier.EncounterQuery;
import dev.wuwei.crm.projections.ledger.CourseQuery;
import dev.wuwei.crm.projections.ledger.Figure;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.ledger.ProjectStatus;
import dev.wuwei.crm.projections.ledger.Stage;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.tenure.Tenure.Deed;
import dev.wuwei.crm.projections.tenure.Tenure.DeedKind;
import dev.wuwei.crm.projections.tenure.Tenure.Held;
import dev.wuwei.crm.projections.tenure.Tenure.Move;
import dev.wuwei.crm.projections.tenure.Tenure.MoveKind;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.projections.ticket.TicketQuery;
import dev.wuwei.crm.projections.ticket.TicketReadModel;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.projections.timeline.TimelineQuery;
import dev.wuwei.crm.projections.timeline.TimelineReadModel;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestThresholds;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.TicketEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In December 甲子食品 goes to another leader, owner and liaison, and the talks of 乙丑纺织 end. */
class TenureQueryTest {
    private static final EventNames NAMES = new EventNames();
    private static final Story story = new Story();
    private static HikariDataSource dataSource;
    private static TenureQuery query;

    @BeforeAll
    static void handed_on() {
        IssueTicketId power = IssueTicketId.next();
        story.history.on("2023-11-21").by(story.head);
        story.history.record(new TicketEvent.TicketRaised(
                power,
                story.food,
                story.foodLead,
                "ZS-2023-0001",
                "甲子食品",
                "DB-2023-0001",
                "临时用电",
                new Coded("utilities", "用水用电用气"),
                "说明",
                Story.NORTH,
                List.of(),
                day("2023-11-22"),
                day("2023-11-21")));
        story.history.on("2023-11-25");
        story.history.record(new TicketEvent.TicketClosed(power, story.food, "用电已保障", day("2023-11-25")));
        story.history.on("2023-12-01");
        story.history.record(new NegotiationEvent.Appointed(
                story.foodTalks, story.food, ProjectRole.LINKING_LEADER, story.head, story.leader, day("2023-12-01")));
        story.history.on("2023-12-05");
        story.history.record(new SigningEvent.CreditMoved(
                story.foodAgreement, story.food, story.colleague, null, null, day("2023-12-05")));
        story.history.on("2023-12-10");
        story.history.record(new FollowUpEvent.ServiceAssigned(
                story.foodFollowUp,
                story.food,
                ServiceRole.RESIDENT_LIAISON,
                story.colleague,
                story.promoter,
                day("2023-12-10")));
        story.history.on("2023-12-20");
        story.history.record(new NegotiationEvent.NegotiationTerminated(
                story.textileTalks, story.textile, new Coded("market", "市场变化"), day("2023-12-20")));
        dataSource = TestPostgres.migratedDataSource();
        for (ReadModel model : List.of(
                TestLedger.model(dataSource, story.history),
                new TimelineReadModel(dataSource, story.history, NAMES),
                new TicketReadModel(dataSource),
                new StaffReadModel(dataSource))) {
            History.play(model, dataSource, story.history.entries(), 7);
        }
        JdbcClient jdbc = JdbcClient.create(dataSource);
        query = new TenureQuery(
                new CourseQuery(jdbc),
                new EncounterQuery(new ProjectHistory(jdbc, story.history, NAMES)),
                new TimelineQuery(jdbc, story.history, NAMES),
                new FiveGapsQuery(jdbc, new TestThresholds()),
                new TicketQuery(jdbc, new TestCalendar()),
                new StaffQuery(jdbc));
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static Tenure of(Capacity capacity, UUID who, String from) {
        Tenure tenure = query.tenure(capacity, who, day(from), day("2023-12-31"), AsOf.NOW, Viewer.everything());
        long in = tenure.moves().stream().filter(move -> move.kind().isIn()).count();
        assertThat(tenure.opening().size() + in - (tenure.moves().size() - in))
                .as("opening, what came and what went make the closing")
                .isEqualTo(tenure.closing().size());
        return tenure;
    }

    private static Tenure owner(StaffId who, String from) {
        return of(Capacity.OWNER, who.value(), from);
    }

    @Test
    void an_owner_begins_with_what_was_in_hand_and_hands_it_on_to_a_successor() {
        Tenure tenure = owner(story.promoter, "2023-02-01");
        assertThat(tenure.name()).isEqualTo("赵甲");
        assertThat(tenure.opening())
                .extracting(
                        held -> held.project().projectNo(), Held::stage, Held::since, Held::predecessor, Held::verdict)
                .containsExactly(tuple("ZS-2023-0001", Stage.LEAD, day("2023-01-05"), null, null));
        assertThat(tenure.moves())
                .extracting(move -> move.project().projectNo(), Move::kind, Move::other, Move::on)
                .containsExactly(tuple("ZS-2023-0001", MoveKind.HANDED_ON, "钱乙", day("2023-12-05")));
        assertThat(tenure.closing()).isEmpty();
    }

    @Test
    void what_is_done_belongs_to_whoever_has_the_project_in_hand_that_day() {
        Tenure tenure = owner(story.promoter, "2023-02-01");
        assertThat(tenure.deeds())
                .extracting(Deed::kind, Deed::on, Deed::inPerson)
                .containsExactly(
                        tuple(DeedKind.NEGOTIATION, day("2023-02-03"), false),
                        tuple(DeedKind.ROUND, day("2023-02-10"), true),
                        tuple(DeedKind.ROUND, day("2023-02-20"), true),
                        tuple(DeedKind.AGREEMENT, day("2023-03-26"), false),
                        tuple(DeedKind.MILESTONE, day("2023-08-20"), false),
                        tuple(DeedKind.TICKET, day("2023-11-25"), false));
        assertThat(Tenure.done(tenure.deeds(DeedKind.AGREEMENT))).isEqualTo(new Figure(1, List.of(Money.yi("9.6"))));
        assertThat(owner(story.colleague, "2023-10-01").deeds())
                .extracting(Deed::kind, deed -> deed.project().projectNo(), Deed::on, Deed::inPerson)
                .containsExactly(
                        tuple(DeedKind.NEGOTIATION, "ZS-2023-0002", day("2023-10-12"), false),
                        tuple(DeedKind.VISIT, "ZS-2023-0002", day("2023-11-13"), true));
    }

    @Test
    void a_successor_takes_over_from_whom_it_was_and_what_ends_leaves_with_its_amount() {
        Tenure tenure = owner(story.colleague, "2023-10-01");
        assertThat(tenure.opening()).isEmpty();
        assertThat(tenure.moves())
                .extracting(move -> move.project().projectNo(), Move::kind, Move::other, Move::status)
                .containsExactly(
                        tuple("ZS-2023-0002", MoveKind.NEW, null, null),
                        tuple("ZS-2023-0001", MoveKind.TAKEN_OVER, "赵甲", null),
                        tuple("ZS-2023-0002", MoveKind.ENDED, null, ProjectStatus.TERMINATED));
        assertThat(Tenure.moved(tenure.moves(MoveKind.ENDED))).isEqualTo(new Figure(1, List.of(Money.yi("12"))));
        assertThat(tenure.closing())
                .extracting(held -> held.project().projectNo(), Held::since, Held::predecessor)
                .containsExactly(tuple("ZS-2023-0001", day("2023-12-05"), "赵甲"));
        assertThat(Tenure.held(tenure.closing())).isEqualTo(new Figure(1, List.of(Money.yi("10.5"))));
        assertThat(tenure.closing().getFirst().verdict()).isNotNull();
    }

    @Test
    void leader_team_and_liaison_have_it_in_hand_each_for_a_time_of_their_own() {
        Tenure leader = of(Capacity.LEADER, story.leader.value(), "2023-02-10");
        assertThat(leader.opening()).extracting(Held::since).containsExactly(day("2023-02-04"));
        assertThat(leader.deeds(DeedKind.NEGOTIATION)).isEmpty();
        assertThat(leader.deeds(DeedKind.ROUND)).hasSize(2);
        assertThat(leader.moves())
                .extracting(Move::kind, Move::other, Move::on)
                .containsExactly(tuple(MoveKind.HANDED_ON, "李丁", day("2023-12-01")));

        Tenure team = of(Capacity.TEAM, story.firstTeam.value(), "2023-02-01");
        assertThat(team.name()).isEqualTo("招商一科");
        assertThat(team.moves()).isEmpty();
        assertThat(team.closing()).hasSize(1);

        Tenure liaison = of(Capacity.LIAISON, story.promoter.value(), "2023-03-01");
        assertThat(liaison.opening()).isEmpty();
        assertThat(liaison.moves())
                .extracting(Move::kind, Move::other, Move::on)
                .containsExactly(
                        tuple(MoveKind.NEW, null, day("2023-04-02")),
                        tuple(MoveKind.HANDED_ON, "钱乙", day("2023-12-10")));
        assertThat(liaison.deeds()).extracting(Deed::kind).containsExactly(DeedKind.MILESTONE, DeedKind.TICKET);
        assertThat(of(Capacity.LIAISON, story.colleague.value(), "2023-03-01").closing())
                .extracting(Held::predecessor)
                .containsExactly("赵甲");
    }

    @Test
    void as_known_before_the_handing_on_was_entered_it_is_still_in_hand() {
        Tenure then = query.tenure(
                Capacity.OWNER,
                story.promoter.value(),
                day("2023-02-01"),
                day("2023-12-31"),
                new AsOf(null, Instant.parse("2023-12-02T00:00:00Z")),
                Viewer.everything());
        assertThat(then.moves()).isEmpty();
        assertThat(then.closing()).hasSize(1);
        LocalDate before = day("2023-12-04");
        assertThat(query.tenure(
                                Capacity.OWNER,
                                story.promoter.value(),
                                day("2023-02-01"),
                                before,
                                AsOf.NOW,
                                Viewer.everything())
                        .closing())
                .hasSize(1);
    }

    @Test
    void nobody_sees_beyond_their_parks_and_a_promoter_nobody_but_themself() {
        Viewer south = new Viewer(story.head, Set.of(Role.DEPARTMENT_HEAD), Set.of("south"));
        Tenure seen = query.tenure(
                Capacity.OWNER, story.colleague.value(), day("2023-10-01"), day("2023-12-31"), AsOf.NOW, south);
        assertThat(seen.closing()).isEmpty();
        assertThat(seen.moves()).extracting(move -> move.project().projectNo()).containsOnly("ZS-2023-0002");

        Viewer promoter = new Viewer(story.promoter, Set.of(Role.PROMOTER), Set.of());
        assertThat(query.tenure(
                                Capacity.OWNER,
                                story.promoter.value(),
                                day("2023-02-01"),
                                day("2023-12-31"),
                                AsOf.NOW,
                                promoter)
                        .opening())
                .hasSize(1);
        assertThatThrownBy(() -> query.tenure(
                        Capacity.OWNER,
                        story.colleague.value(),
                        day("2023-02-01"),
                        day("2023-12-31"),
                        AsOf.NOW,
                        promoter))
                .hasMessage("tenure.not-yours");
        assertThatThrownBy(() -> query.tenure(
                        Capacity.TEAM,
                        story.firstTeam.value(),
                        day("2023-02-01"),
                        day("2023-12-31"),
                        AsOf.NOW,
                        promoter))
                .hasMessage("tenure.not-yours");
    }

    @Test
    void a_period_that_cannot_be_told_is_refused() {
        assertThatThrownBy(() -> query.tenure(
                        Capacity.OWNER,
                        story.promoter.value(),
                        day("2023-12-31"),
                        day("2023-02-01"),
                        AsOf.NOW,
                        Viewer.everything()))
                .hasMessage("ledger.period-ends-before-start");
        assertThatThrownBy(() -> owner(story.promoter, "2019-01-01")).hasMessage("ledger.before-first-event");
    }
}
