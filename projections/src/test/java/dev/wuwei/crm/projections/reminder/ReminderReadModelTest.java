package dev.wuwei.crm.projections.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.MeetingId;
import dev.wuwei.crm.followup.MeetingKind;
import dev.wuwei.crm.followup.Resolution;
import dev.wuwei.crm.lookback.CampaignEvent;
import dev.wuwei.crm.lookback.CampaignEvent.CampaignClosed;
import dev.wuwei.crm.lookback.CampaignEvent.CampaignPlanned;
import dev.wuwei.crm.lookback.CampaignEvent.PlanRevised;
import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.LookBackReviewId;
import dev.wuwei.crm.lookback.RectificationId;
import dev.wuwei.crm.lookback.ReviewEvent;
import dev.wuwei.crm.lookback.ScopeRule;
import dev.wuwei.crm.projections.commitment.CommitmentReadModel;
import dev.wuwei.crm.projections.lookback.LookBackReadModel;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.reminder.ReminderEvent.MailAddressSet;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderDelivered;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRaised;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderRead;
import dev.wuwei.crm.reminder.ReminderEvent.ReminderSnoozed;
import dev.wuwei.crm.reminder.ReminderEvent.RemindersMuted;
import dev.wuwei.crm.reminder.ReminderEvent.RemindersUnmuted;
import dev.wuwei.crm.reminder.ReminderId;
import dev.wuwei.crm.reminder.ReminderKind;
import dev.wuwei.crm.reminder.ReminderSettingsId;
import dev.wuwei.crm.reminder.ReminderWay;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reminders of permits that were applied for, and what is due on the story's projects. */
class ReminderReadModelTest extends ReadModelContract {
    private static final LocalDate TODAY = LocalDate.of(2023, 11, 22);

    private final ReminderId waiting = permit(story.promoter, "3.1");
    private final ReminderId read = permit(story.promoter, "3.2");
    private final ReminderId snoozed = permit(story.promoter, "3.3");
    private final ReminderId mailed = permit(story.colleague, "3.1");
    private ReminderQuery query;

    ReminderReadModelTest() {
        applied("3.1");
        applied("3.2");
        applied("3.3");
        story.history.record(new ReminderRead(read, TODAY));
        story.history.record(new ReminderSnoozed(snoozed, TODAY.plusDays(2), TODAY));
        story.history.record(new ReminderDelivered(mailed, ReminderWay.EMAIL, TODAY));
        ReminderSettingsId hers = ReminderSettingsId.of(story.colleague);
        story.history.record(new MailAddressSet(hers, story.colleague, "li@park.example", TODAY));
        story.history.record(new RemindersMuted(hers, story.colleague, ReminderKind.OPINION, TODAY));
        story.history.record(new RemindersMuted(hers, story.colleague, ReminderKind.PROGRESS, TODAY));
        story.history.record(new RemindersUnmuted(hers, story.colleague, ReminderKind.OPINION, TODAY));
    }

    private void applied(String permit) {
        record(new FollowUpEvent.PermitApplied(
                story.foodFollowUp,
                story.food,
                new Coded(permit, permit),
                TODAY.plusDays(20),
                TODAY.plusDays(3),
                TODAY));
    }

    private void record(FollowUpEvent event) {
        story.history.on(TODAY.toString()).record(event);
    }

    private ReminderId permit(StaffId recipient, String name) {
        return raise(recipient, ReminderKind.PERMIT, name, TODAY.plusDays(3));
    }

    private ReminderId raise(StaffId recipient, ReminderKind kind, String item, LocalDate dueOn) {
        ReminderId id = ReminderId.about(recipient, kind, story.food, item, dueOn, false);
        story.history
                .on(TODAY.toString())
                .record(new ReminderRaised(
                        id, recipient, kind, story.food, "ZS-2023-0001", "甲子食品产业园", "wuxi", item, dueOn, false, TODAY));
        return id;
    }

    @Override
    protected ReadModel model() {
        return new ReminderReadModel(dataSource);
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(
                new ProjectReadModel(dataSource, new TestThresholds()),
                new CommitmentReadModel(dataSource, new TestThresholds()));
    }

    @BeforeEach
    void query() {
        query = new ReminderQuery(jdbc, new TestThresholds());
    }

    @Test
    void the_inbox_holds_what_is_neither_read_nor_put_off() {
        assertThat(query.inbox(story.promoter, TODAY))
                .extracting(ReminderView::reminderId)
                .containsExactly(waiting);
        assertThat(query.unread(story.promoter, TODAY)).isEqualTo(1);
        assertThat(query.inbox(story.promoter, TODAY.plusDays(2)))
                .as("on the day until which it was put off it is back")
                .extracting(ReminderView::reminderId)
                .containsExactly(waiting, snoozed);
        assertThat(query.inbox(story.leader, TODAY)).isEmpty();
    }

    @Test
    void wishes_are_as_they_were_said_last() {
        assertThat(query.wishes(story.colleague))
                .isEqualTo(new ReminderWishes(java.util.Set.of(ReminderKind.PROGRESS), "li@park.example"));
        assertThat(query.wishes(story.leader)).isEqualTo(ReminderWishes.NONE);
    }

    @Test
    void what_has_left_one_way_still_waits_to_leave_another() {
        assertThat(query.undelivered(ReminderWay.EMAIL, TODAY, TODAY))
                .extracting(ReminderView::reminderId)
                .containsExactly(waiting);
        assertThat(query.undelivered(ReminderWay.WECOM, TODAY, TODAY))
                .extracting(ReminderView::reminderId)
                .containsExactlyInAnyOrder(waiting, mailed);
        assertThat(query.undelivered(ReminderWay.WECOM, TODAY.plusDays(1), TODAY.plusDays(1)))
                .as("yesterday's is no news")
                .isEmpty();
        assertThat(query.undelivered(ReminderWay.WECOM, TODAY.plusDays(1), TODAY.plusDays(2)))
                .as("what was put off is news on the day on which it comes back")
                .extracting(ReminderView::reminderId)
                .containsExactly(snoozed);
    }

    @Test
    void tasks_of_a_project_concern_whoever_is_in_charge_of_it_once() {
        Map<ReminderKind, Integer> month = Map.of(ReminderKind.MILESTONE, 40_000);
        List<DueThing> due = query.tasks(month, TODAY, LocalDate.of(2020, 1, 1));
        assertThat(due).isNotEmpty().allSatisfy(each -> assertThat(each.item()).contains("|"));
        DueThing first = due.getFirst();
        raised(first);
        assertThat(query.tasks(month, TODAY, LocalDate.of(2020, 1, 1)))
                .as("what was raised is not raised again")
                .hasSize(due.size() - 1)
                .doesNotContain(first);
        assertThat(query.inbox(first.recipient(), TODAY))
                .extracting(ReminderView::dueOn)
                .contains(first.dueOn());
        jdbc.sql("delete from project_task where project_id = ? and kind = 'MILESTONE'")
                .param(first.projectId().value())
                .update();
        assertThat(query.inbox(first.recipient(), TODAY))
                .as("what has been done reminds nobody")
                .extracting(ReminderView::dueOn)
                .doesNotContain(first.dueOn());
    }

    @Test
    void a_permit_and_missing_papers_fall_due_until_the_permit_is_there_and_the_papers_came() {
        Map<ReminderKind, Integer> ahead = Map.of(ReminderKind.PERMIT, 3, ReminderKind.MISSING_PAPERS, 5);
        Coded permit = new Coded("filing", "项目备案");
        LocalDate day = TODAY.plusDays(1);
        record(new FollowUpEvent.PermitApplied(story.foodFollowUp, story.food, permit, TODAY.plusDays(5), day, TODAY));
        record(new FollowUpEvent.TolerantlyAccepted(
                story.foodFollowUp, story.food, permit, "土地证", "企业", TODAY.plusDays(4), TODAY));
        read();
        assertThat(filing(ahead))
                .extracting(DueThing::kind, DueThing::dueOn)
                .containsExactly(
                        tuple(ReminderKind.PERMIT, day), tuple(ReminderKind.MISSING_PAPERS, TODAY.plusDays(4)));
        record(new FollowUpEvent.MissingPapersHandedIn(story.foodFollowUp, story.food, permit, TODAY));
        record(new FollowUpEvent.PermitGranted(story.foodFollowUp, story.food, permit, "1", List.of(), TODAY));
        read();
        assertThat(filing(ahead)).isEmpty();
        record(new FollowUpEvent.PermitWithdrawn(story.foodFollowUp, story.food, permit, TODAY));
        read();
        assertThat(filing(ahead))
                .as("a grant that was entered wrongly leaves the application waiting")
                .extracting(DueThing::kind)
                .containsExactly(ReminderKind.PERMIT);
    }

    @Test
    void what_a_meeting_resolved_concerns_whom_it_named_or_whoever_is_in_charge_until_it_is_done() {
        MeetingId meeting = MeetingId.next();
        LocalDate due = TODAY.plusDays(2);
        record(new FollowUpEvent.MeetingHeld(
                story.foodFollowUp,
                story.food,
                meeting,
                MeetingKind.COORDINATION,
                "管委会",
                story.leader,
                List.of(),
                "供电公司",
                "用电增容",
                null,
                List.of(
                        new Resolution(1, "完成线路迁改", "供电公司", story.colleague, due),
                        new Resolution(2, "补办临时用地", "自规局", null, due),
                        new Resolution(3, "修便道", "住建局", null, due)),
                List.of(),
                TODAY));
        record(new FollowUpEvent.ResolutionDropped(story.foodFollowUp, story.food, meeting, 3, "修便道", TODAY));
        read();
        assertThat(resolutions())
                .extracting(DueThing::item, DueThing::recipient)
                .containsExactlyInAnyOrder(tuple("1. 完成线路迁改", story.colleague), tuple("2. 补办临时用地", story.promoter));
        record(new FollowUpEvent.ResolutionFulfilled(
                story.foodFollowUp, story.food, meeting, 1, "完成线路迁改", "已送电", List.of(), TODAY));
        record(new FollowUpEvent.ResolutionExtended(
                story.foodFollowUp, story.food, meeting, 2, "补办临时用地", due.plusDays(60), due, TODAY));
        read();
        assertThat(resolutions()).isEmpty();
        record(new FollowUpEvent.ResolutionReopened(story.foodFollowUp, story.food, meeting, 1, "完成线路迁改", TODAY));
        read();
        assertThat(resolutions()).extracting(DueThing::item).containsExactly("1. 完成线路迁改");
        record(new FollowUpEvent.MeetingWithdrawn(story.foodFollowUp, story.food, meeting, TODAY));
        read();
        assertThat(resolutions()).isEmpty();
    }

    private List<DueThing> resolutions() {
        return query.tasks(Map.of(ReminderKind.RESOLUTION, 3), TODAY, TODAY.minusDays(31));
    }

    private void read() {
        History.play(new ProjectReadModel(dataSource, new TestThresholds()), dataSource, story.history.entries(), 1000);
    }

    private List<DueThing> filing(Map<ReminderKind, Integer> ahead) {
        return query.tasks(ahead, TODAY, TODAY.minusDays(30)).stream()
                .filter(thing -> thing.item().equals("项目备案"))
                .toList();
    }

    @Test
    void commitments_of_both_sides_fall_due_until_they_are_kept() {
        Map<ReminderKind, Integer> far = Map.of(ReminderKind.COMMITMENT, 500);
        List<DueThing> due = query.commitments(far, TODAY, LocalDate.of(2020, 1, 1));
        assertThat(due).extracting(DueThing::item).containsExactly("21", "03");
        assertThat(query.commitments(Map.of(ReminderKind.COMMITMENT, 15), TODAY, TODAY.minusDays(31)))
                .as("one is long past, the other far away")
                .isEmpty();
        raised(due.getFirst());
        assertThat(query.commitments(far, TODAY, LocalDate.of(2020, 1, 1)))
                .extracting(DueThing::item)
                .containsExactly("03");
        assertThat(query.inbox(due.getFirst().recipient(), TODAY))
                .extracting(ReminderView::item)
                .contains("21");
        jdbc.sql("update commitment set state = 'HONOURED' where clause = '21'").update();
        assertThat(query.inbox(due.getFirst().recipient(), TODAY))
                .as("what has been kept reminds nobody")
                .extracting(ReminderView::item)
                .doesNotContain("21");
    }

    @Test
    void what_a_look_back_demanded_comes_near_until_it_passes_its_recheck() {
        CampaignId campaign = CampaignId.next();
        LookBackReviewId review = LookBackReviewId.of(campaign, story.food);
        RectificationId item = RectificationId.next();
        History demanded = new History(900_000);
        demanded.on("2023-11-20");
        demanded.record(new ReviewEvent.RectificationDemanded(
                review,
                campaign,
                story.food,
                item,
                CommitmentSide.COMPANY,
                "补招 34 人",
                "企业",
                TODAY.plusDays(5),
                TODAY.minusDays(2)));
        ReadModel lookBacks = new LookBackReadModel(dataSource);
        History.play(lookBacks, dataSource, demanded.entries(), 10);
        Map<ReminderKind, Integer> week = Map.of(ReminderKind.RECTIFICATION, 7);
        assertThat(query.commitments(week, TODAY, TODAY.minusDays(31)))
                .singleElement()
                .returns("补招 34 人", DueThing::item)
                .returns(TODAY.plusDays(5), DueThing::dueOn);
        assertThat(query.commitments(Map.of(ReminderKind.RECTIFICATION, 4), TODAY, TODAY.minusDays(31)))
                .isEmpty();
        History moved = new History(900_050);
        moved.on("2023-11-20");
        moved.record(new ReviewEvent.RectificationRescheduled(
                review,
                campaign,
                story.food,
                item,
                "补招 34 人",
                TODAY.plusDays(6),
                TODAY.plusDays(5),
                TODAY.minusDays(1)));
        History.play(lookBacks, dataSource, moved.entries(), 10);
        assertThat(query.commitments(week, TODAY, TODAY.minusDays(31)))
                .as("the day that it was moved to")
                .extracting(DueThing::dueOn)
                .containsExactly(TODAY.plusDays(6));
        History passed = new History(900_100);
        passed.on("2023-11-21");
        passed.record(new ReviewEvent.RectificationRechecked(
                review, campaign, story.food, item, true, "社保名册已核", TODAY.minusDays(1)));
        History.play(lookBacks, dataSource, passed.entries(), 10);
        assertThat(query.commitments(week, TODAY, TODAY.minusDays(31))).isEmpty();
    }

    @Test
    void a_campaign_concerns_each_of_its_reviewers_by_its_last_plan_until_it_is_closed() {
        CampaignId campaign = CampaignId.next();
        ScopeRule rule = new ScopeRule(TODAY.minusYears(3), TODAY, List.of(), List.of(), null);
        History planned = new History(910_000);
        planned.on("2023-11-20");
        planned.record(new CampaignPlanned(
                campaign, "回头看", rule, TODAY, TODAY.plusDays(90), List.of(story.promoter), TODAY.minusDays(2)));
        planned.record(new PlanRevised(
                campaign,
                "2023 年度回头看",
                rule,
                TODAY,
                TODAY.plusDays(10),
                List.of(story.promoter, story.colleague),
                TODAY.minusDays(1)));
        ReadModel lookBacks = new LookBackReadModel(dataSource);
        History.play(lookBacks, dataSource, planned.entries(), 10);
        List<DueThing> due = query.campaigns(15, TODAY, TODAY.minusDays(31));
        assertThat(due)
                .extracting(DueThing::recipient, DueThing::item, DueThing::dueOn, DueThing::projectId)
                .containsExactlyInAnyOrder(
                        tuple(story.promoter, campaign + "|2023 年度回头看", TODAY.plusDays(10), null),
                        tuple(story.colleague, campaign + "|2023 年度回头看", TODAY.plusDays(10), null));
        assertThat(query.campaigns(9, TODAY, TODAY.minusDays(31)))
                .as("not near yet")
                .isEmpty();
        due.forEach(this::raised);
        assertThat(query.campaigns(15, TODAY, TODAY.minusDays(31)))
                .as("once each")
                .isEmpty();
        assertThat(query.inbox(story.colleague, TODAY))
                .extracting(ReminderView::kind)
                .contains(ReminderKind.CAMPAIGN);
        History moved = new History(910_050);
        moved.on("2023-11-21");
        moved.record(new CampaignEvent.CampaignRescheduled(
                campaign, "2023 年度回头看", TODAY.plusDays(12), TODAY.plusDays(10), TODAY.minusDays(1)));
        History.play(lookBacks, dataSource, moved.entries(), 10);
        assertThat(query.campaigns(15, TODAY, TODAY.minusDays(31)))
                .as("anew, for the day that it was moved to")
                .extracting(DueThing::dueOn)
                .containsOnly(TODAY.plusDays(12));
        query.campaigns(15, TODAY, TODAY.minusDays(31)).forEach(this::raised);
        History handedOver = new History(910_070);
        handedOver.on("2023-11-21");
        handedOver.record(new CampaignEvent.ReviewersChanged(
                campaign,
                "2023 年度回头看",
                List.of(story.promoter, story.head),
                List.of(story.promoter, story.colleague),
                TODAY.minusDays(1)));
        History.play(lookBacks, dataSource, handedOver.entries(), 10);
        assertThat(query.campaigns(15, TODAY, TODAY.minusDays(31)))
                .as("who took over is reminded, too")
                .extracting(DueThing::recipient)
                .containsExactly(story.head);
        assertThat(query.inbox(story.colleague, TODAY))
                .as("who handed over is reminded no more")
                .extracting(ReminderView::kind)
                .doesNotContain(ReminderKind.CAMPAIGN);
        assertThat(query.inbox(story.promoter, TODAY))
                .extracting(ReminderView::kind)
                .contains(ReminderKind.CAMPAIGN);
        History closed = new History(910_100);
        closed.on("2023-11-22");
        closed.record(new CampaignClosed(campaign, "已办结", TODAY));
        History.play(lookBacks, dataSource, closed.entries(), 10);
        assertThat(query.inbox(story.promoter, TODAY))
                .as("a closed campaign reminds nobody")
                .extracting(ReminderView::kind)
                .doesNotContain(ReminderKind.CAMPAIGN);
    }

    @Test
    void a_digest_is_news_on_its_day_only() {
        StaffId reader = StaffId.next();
        ReminderId digest = ReminderId.about(reader, ReminderKind.DIGEST, null, "LEADS=2", TODAY, false);
        story.history
                .on(TODAY.toString())
                .record(new ReminderRaised(
                        digest, reader, ReminderKind.DIGEST, null, null, null, null, "LEADS=2", TODAY, false, TODAY));
        History.play(model(), dataSource, story.history.entries(), 1000);
        assertThat(query.inbox(reader, TODAY))
                .singleElement()
                .returns(digest, ReminderView::reminderId)
                .returns(null, ReminderView::projectId);
        assertThat(query.undelivered(ReminderWay.EMAIL, TODAY, TODAY))
                .extracting(ReminderView::reminderId)
                .contains(digest);
        assertThat(query.inbox(reader, TODAY.plusDays(1))).isEmpty();
    }

    private void raised(DueThing thing) {
        jdbc.sql("""
                        insert into reminder (reminder_id, recipient, kind, project_id, project_no, project_name, item,
                            due_on, past, raised_on, delivered, sequence, last_event_at, last_position)
                        values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?, ?, '{}', 0, now(), 0)""")
                .params(
                        thing.recipient().value(),
                        thing.kind().name(),
                        thing.projectId() == null ? null : thing.projectId().value(),
                        thing.projectNo(),
                        thing.projectName(),
                        thing.item(),
                        thing.dueOn(),
                        thing.dueOn().isBefore(TODAY),
                        TODAY)
                .update();
    }

    @Test
    void a_phase_that_is_built_and_says_nothing_is_asked_for_its_monthly_return() {
        YearMonth far = YearMonth.of(2030, 1);
        assertThat(query.missingReturns(far, LocalDate.of(2030, 2, 5), TODAY))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.kind()).isEqualTo(ReminderKind.MONTHLY_RETURN));
        assertThat(query.missingReturns(YearMonth.of(1999, 1), LocalDate.of(1999, 2, 5), TODAY))
                .isEmpty();
    }
}
