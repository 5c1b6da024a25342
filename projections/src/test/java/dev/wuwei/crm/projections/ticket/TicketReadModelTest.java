package dev.wuwei.crm.projections.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.Page;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.ticket.DeliveryWay;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.Limit;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.Satisfaction;
import dev.wuwei.crm.ticket.TicketAction;
import dev.wuwei.crm.ticket.TicketEvent;
import dev.wuwei.crm.ticket.TicketState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Power for the food project, closed in the end; land for the textile one, raised in another park and still open. */
class TicketReadModelTest extends ReadModelContract {
    private static final Viewer EVERYBODY = Viewer.everything();
    private static final Coded UTILITIES = new Coded("utilities", "用水用电用气");
    private static final Coded LAND = new Coded("land", "土地");
    private static final Coded POWER_SUPPLY = new Coded("power-supply", "供电公司");
    private static final LocalDate TODAY = LocalDate.of(2023, 11, 22);

    private final IssueTicketId power = IssueTicketId.next();
    private final IssueTicketId land = IssueTicketId.next();
    private final NoticeId yellow = NoticeId.next();
    private final NoticeId red = NoticeId.next();
    private Instant corrected;
    private TicketQuery query;

    TicketReadModelTest() {
        raise(power, story.foodLead, "ZS-2023-0001", "临时用电", UTILITIES, Story.NORTH, "2023-11-01");
        on("2023-11-02").record(assigned(power, story.promoter, "2023-11-03", "2023-11-09", "2023-11-02"));
        story.history.by(story.promoter);
        on("2023-11-03").record(new TicketEvent.TicketSignedFor(power, story.food, day("2023-11-03")));
        on("2023-11-06").record(new TicketEvent.HandlingLogged(power, story.food, "已勘查", List.of(), day("2023-11-06")));
        story.history.by(null);
        on("2023-11-10").record(sent(yellow, NoticeLevel.YELLOW, 1, "2023-11-10", story.head, story.leader));
        on("2023-11-14").record(sent(red, NoticeLevel.RED, 3, "2023-11-14", story.leader));
        story.history.by(story.leader);
        story.history.record(new TicketEvent.NoticeDelivered(
                power, story.food, yellow, story.leader, DeliveryWay.IN_APP, day("2023-11-14")));
        story.history.record(new TicketEvent.NoticeRead(power, story.food, red, story.leader, day("2023-11-14")));
        story.history.record(new TicketEvent.InterviewLogged(power, story.food, red, "三日内办结", day("2023-11-14")));
        story.history.by(story.promoter);
        on("2023-11-15")
                .record(new TicketEvent.TicketReplied(
                        power, story.food, "已增容", List.of(), day("2023-11-20"), day("2023-11-15")));
        story.history.by(story.head);
        on("2023-11-16")
                .record(new TicketEvent.TicketConfirmed(
                        power,
                        story.food,
                        Satisfaction.SATISFIED,
                        "稳定",
                        List.of(),
                        day("2023-11-20"),
                        day("2023-11-16")));
        // Entered two days after it happened.
        on("2023-11-20").record(new TicketEvent.TicketClosed(power, story.food, "用电已保障", day("2023-11-18")));
        story.history.because("登记有误");
        EventMeta correction = on("2023-11-21")
                .record(new TicketEvent.TicketCorrected(
                        power, story.food, "施工临时用电", UTILITIES, "400 千伏安不够", day("2023-11-01")));
        corrected = correction.recordedAt();
        raise(land, story.textileLead, "ZS-2023-0002", "用地界址", LAND, Story.SOUTH, "2023-11-17");
    }

    private dev.wuwei.crm.projections.testing.History on(String date) {
        return story.history.on(date);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private void raise(
            IssueTicketId id, LeadId lead, String projectNo, String title, Coded category, Coded park, String on) {
        story.history.by(story.head);
        on(on).record(new TicketEvent.TicketRaised(
                id,
                id.equals(power) ? story.food : story.textile,
                lead,
                projectNo,
                id.equals(power) ? "甲子食品" : "乙丑纺织",
                id.equals(power) ? "DB-2023-0001" : "DB-2023-0002",
                title,
                category,
                "说明",
                park,
                List.of(),
                day(on).plusDays(id.equals(power) ? 1 : 3),
                day(on)));
    }

    private TicketEvent.TicketAssigned assigned(
            IssueTicketId id, StaffId handler, String signBy, String replyBy, String on) {
        return new TicketEvent.TicketAssigned(
                id, story.food, POWER_SUPPLY, handler, null, "请尽快", day(signBy), day(replyBy), day(on));
    }

    private TicketEvent.NoticeSent sent(NoticeId id, NoticeLevel level, int late, String on, StaffId... to) {
        return new TicketEvent.NoticeSent(power, story.food, id, level, day("2023-11-09"), late, List.of(to), day(on));
    }

    @Override
    protected ReadModel model() {
        return new TicketReadModel(dataSource);
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(new StaffReadModel(dataSource));
    }

    @BeforeEach
    void query() {
        query = new TicketQuery(jdbc, new TestCalendar());
    }

    private List<TicketView> list(TicketFilter filter, AsOf asOf, Viewer viewer) {
        return query.page(filter, TicketSort.USUAL, Page.first(50), asOf, viewer, TODAY)
                .rows();
    }

    private TicketView powerAt(AsOf asOf) {
        return query.find(power, asOf, EVERYBODY, TODAY).orElseThrow().ticket();
    }

    @Test
    void lists_what_runs_out_first_and_closed_ones_last() {
        assertThat(list(TicketFilter.all(), AsOf.NOW, EVERYBODY))
                .extracting(TicketView::ticketId, TicketView::state, TicketView::dueOn, TicketView::daysLate)
                .containsExactly(
                        tuple(land, TicketState.RAISED, day("2023-11-20"), 2),
                        tuple(power, TicketState.CLOSED, null, 0));
        assertThat(query.page(TicketFilter.all(), TicketSort.USUAL, new Page(1, 1), AsOf.NOW, EVERYBODY, TODAY))
                .satisfies(page -> {
                    assertThat(page.total()).isEqualTo(2);
                    assertThat(page.rows()).extracting(TicketView::ticketId).containsExactly(power);
                });
        for (TicketSort.By by : TicketSort.By.values()) {
            assertThat(query.page(
                                    TicketFilter.all(),
                                    new TicketSort(by, true),
                                    Page.first(9),
                                    AsOf.NOW,
                                    EVERYBODY,
                                    TODAY)
                            .rows())
                    .as("%s", by)
                    .hasSize(2);
        }
    }

    @Test
    void filters_match_what_they_name() {
        assertThat(list(TicketFilter.all().text("界址"), AsOf.NOW, EVERYBODY))
                .extracting(TicketView::ticketId)
                .containsExactly(land);
        assertThat(list(TicketFilter.all().text("DB-2023-0001"), AsOf.NOW, EVERYBODY))
                .hasSize(1);
        assertThat(list(TicketFilter.all().text("100%"), AsOf.NOW, EVERYBODY)).isEmpty();
        assertThat(list(TicketFilter.all().onlyOverdue(true), AsOf.NOW, EVERYBODY))
                .extracting(TicketView::ticketId)
                .containsExactly(land);
        assertThat(list(
                        TicketFilter.all()
                                .closed(day("2023-11-18"), day("2023-11-18"))
                                .units(Set.of("power-supply")),
                        AsOf.NOW,
                        EVERYBODY))
                .extracting(TicketView::ticketId)
                .containsExactly(power);
        assertThat(list(TicketFilter.all().closed(day("2023-11-19"), null), AsOf.NOW, EVERYBODY))
                .isEmpty();
        assertThat(list(
                        TicketFilter.all()
                                .project(story.food)
                                .handler(story.promoter)
                                .categories(Set.of("utilities"))
                                .states(Set.of(TicketState.CLOSED))
                                .raised(day("2023-11-01"), day("2023-11-01")),
                        AsOf.NOW,
                        EVERYBODY))
                .hasSize(1);
        assertThat(list(TicketFilter.all().notices(Set.of(NoticeLevel.RED)), AsOf.on(day("2023-11-14")), EVERYBODY))
                .extracting(TicketView::ticketId)
                .containsExactly(power);
    }

    @Test
    void a_list_of_a_past_day_shows_what_stood_that_day() {
        assertThat(list(TicketFilter.all(), AsOf.on(day("2023-11-14")), EVERYBODY))
                .extracting(
                        TicketView::ticketId,
                        TicketView::state,
                        TicketView::daysLate,
                        TicketView::notice,
                        TicketView::handlerName)
                .containsExactly(tuple(power, TicketState.HANDLING, 3, NoticeLevel.RED, "赵甲"));
        assertThat(powerAt(AsOf.on(day("2023-11-02"))).state()).isEqualTo(TicketState.ASSIGNED);
        assertThat(powerAt(AsOf.on(day("2023-11-18"))).state())
                .as("closed that day, though entered later")
                .isEqualTo(TicketState.CLOSED);
        assertThat(query.find(power, AsOf.on(day("2023-10-31")), EVERYBODY, TODAY))
                .isEmpty();
    }

    @Test
    void what_was_not_known_yet_is_not_shown() {
        Instant before = Instant.parse("2023-11-19T00:00:00Z");
        assertThat(powerAt(new AsOf(day("2023-11-18"), before)).state()).isEqualTo(TicketState.CONFIRMED_BY_ENTERPRISE);
        assertThat(powerAt(new AsOf(null, before)).title()).isEqualTo("临时用电");
        assertThat(powerAt(AsOf.on(day("2023-11-02"))).title())
                .as("a correction holds from the beginning")
                .isEqualTo("施工临时用电");
        assertThat(powerAt(new AsOf(day("2023-11-02"), corrected.minusSeconds(1)))
                        .title())
                .isEqualTo("临时用电");
    }

    @Test
    void counts_tie_to_the_lists() {
        TicketCounts now = query.counts(TicketFilter.all(), AsOf.NOW, EVERYBODY, TODAY);
        assertThat(now.total()).isEqualTo(2);
        assertThat(now.open()).isEqualTo(1);
        assertThat(now.overdue()).isEqualTo(1);
        assertThat(now.closed()).isEqualTo(1);
        assertThat(now.byState()).hasSize(TicketState.values().length).containsEntry(TicketState.RAISED, 1L);
        TicketCounts then = query.counts(TicketFilter.all(), AsOf.on(day("2023-11-14")), EVERYBODY, TODAY);
        assertThat(then.byNotice()).containsEntry(NoticeLevel.RED, 1L).containsEntry(NoticeLevel.YELLOW, 0L);
    }

    @Test
    void the_file_tells_every_step_and_who_has_read_which_notice() {
        TicketFile file = query.find(power, AsOf.NOW, EVERYBODY, TODAY).orElseThrow();
        assertThat(file.steps())
                .extracting(TicketFile.Step::state, TicketFile.Step::note)
                .containsExactly(
                        tuple(TicketState.RAISED, null),
                        tuple(TicketState.ASSIGNED, "请尽快"),
                        tuple(TicketState.SIGNED_FOR, null),
                        tuple(TicketState.HANDLING, "已勘查"),
                        tuple(TicketState.REPLIED, "已增容"),
                        tuple(TicketState.CONFIRMED_BY_ENTERPRISE, "稳定"),
                        tuple(TicketState.CLOSED, "用电已保障"));
        assertThat(file.notices())
                .extracting(NoticeView::level, NoticeView::interview)
                .containsExactly(tuple(NoticeLevel.RED, "三日内办结"), tuple(NoticeLevel.YELLOW, null));
        NoticeView first = file.notices().getLast();
        assertThat(first.recipients()).hasSize(2);
        assertThat(first.isDeliveredTo(story.leader)).isTrue();
        assertThat(first.isDeliveredTo(story.head)).isFalse();
        assertThat(file.notices().getFirst().isReadBy(story.leader)).isTrue();
        TicketFile then =
                query.find(power, AsOf.on(day("2023-11-13")), EVERYBODY, TODAY).orElseThrow();
        assertThat(then.notices())
                .singleElement()
                .satisfies(
                        notice -> assertThat(notice.isDeliveredTo(story.leader)).isFalse());
        assertThat(then.steps()).hasSize(4);
    }

    @Test
    void notices_wait_for_those_who_have_not_read_them() {
        assertThat(query.unread(story.head)).extracting(NoticeView::noticeId).containsExactly(yellow);
        assertThat(query.unread(story.leader)).extracting(NoticeView::noticeId).containsExactly(yellow);
        assertThat(query.unread(story.promoter)).isEmpty();
    }

    @Test
    void limits_that_run_out_are_those_of_open_tickets() {
        assertThat(query.limitsUntil(day("2023-11-20")))
                .containsExactly(new RunningLimit(land, new Limit(day("2023-11-17"), day("2023-11-20")), null));
        assertThat(query.limitsUntil(day("2023-11-19"))).isEmpty();
    }

    @Test
    void other_parks_see_nothing_of_it() {
        Viewer south = new Viewer(story.colleague, Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(list(TicketFilter.all(), AsOf.NOW, south))
                .extracting(TicketView::ticketId)
                .containsExactly(land);
        assertThat(query.find(power, AsOf.NOW, south, TODAY)).isEmpty();
        assertThat(query.counts(TicketFilter.all(), AsOf.NOW, south, TODAY).total())
                .isEqualTo(1);
        assertThat(query.find(land, AsOf.NOW, south, TODAY)
                        .orElseThrow()
                        .ticket()
                        .availableActions())
                .contains(TicketAction.ASSIGN)
                .doesNotContain(TicketAction.SIGN_FOR);
    }
}
