package dev.wuwei.crm.projections.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.wuwei.crm.followup.BackSchedule;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.MeetingId;
import dev.wuwei.crm.followup.MeetingKind;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.PlannedStep;
import dev.wuwei.crm.followup.RequiredPermit;
import dev.wuwei.crm.followup.Resolution;
import dev.wuwei.crm.followup.ResolutionState;
import dev.wuwei.crm.followup.ScheduleStep;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.followup.ServiceTemplate;
import dev.wuwei.crm.followup.StepForecast;
import dev.wuwei.crm.followup.TrailingYear;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.projections.commitment.CommitmentQuery;
import dev.wuwei.crm.projections.commitment.CommitmentReadModel;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.dossier.DossierView.Step;
import dev.wuwei.crm.projections.dossier.DossierView.TeamMember;
import dev.wuwei.crm.projections.investor.InvestorQuery;
import dev.wuwei.crm.projections.investor.InvestorReadModel;
import dev.wuwei.crm.projections.ledger.FiveGapsQuery;
import dev.wuwei.crm.projections.lookback.LookBackQuery;
import dev.wuwei.crm.projections.project.ProjectQuery;
import dev.wuwei.crm.projections.project.ProjectReadModel;
import dev.wuwei.crm.projections.project.ProjectRow;
import dev.wuwei.crm.projections.project.ProjectStage;
import dev.wuwei.crm.projections.staff.StaffQuery;
import dev.wuwei.crm.projections.staff.StaffReadModel;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.ReadModelContract;
import dev.wuwei.crm.projections.testing.TestLedger;
import dev.wuwei.crm.projections.timeline.ProjectHistory;
import dev.wuwei.crm.projections.timeline.TimelineReadModel;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.signing.CommitmentSide;
import dev.wuwei.crm.signing.CommitmentState;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.testing.TestCalendar;
import dev.wuwei.crm.testing.TestStandardBook;
import dev.wuwei.crm.testing.TestThresholds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dossiers are made of the events that the timeline knows of. */
class DossierQueryTest extends ReadModelContract {
    private static final Viewer EVERYBODY = Viewer.everything();
    private static final LocalDate TODAY = LocalDate.parse("2023-11-30");
    private static final Coded AUCTION = new Coded("judicial-auction", "司法拍卖");

    private static final EventNames NAMES = new EventNames();

    private ProjectHistory history;
    private DossierQuery query;

    /** The land came three weeks late; power was entered by mistake; the actuals of the third quarter were corrected. */
    private static final LocalDate RED_AFTER_THIRTY_DAYS_FROM = day("2024-06-01");

    private final EventMeta redAfterThirtyDays;

    DossierQueryTest() {
        YearMonth july = YearMonth.of(2023, 7);
        YearMonth september = YearMonth.of(2023, 9);
        record(new FollowUpEvent.ElementPlanned(
                story.foodFollowUp, story.food, ElementKind.LAND, "自规局", day("2023-06-30"), day("2023-04-10")));
        record(new FollowUpEvent.ElementDelivered(
                story.foodFollowUp,
                story.food,
                ElementKind.LAND,
                Area.mu("40"),
                AUCTION,
                "交地确认书",
                List.of(),
                day("2023-07-20")));
        record(new FollowUpEvent.ElementDelivered(
                story.foodFollowUp, story.food, ElementKind.POWER, null, null, null, List.of(), day("2023-08-01")));
        record(new FollowUpEvent.ElementDeliveryWithdrawn(
                story.foodFollowUp, story.food, ElementKind.POWER, day("2023-08-01")));
        meetings();
        Coded environment = new Coded("environmental-approval", "环评批复");
        record(new FollowUpEvent.PermitChecklistChosen(
                story.foodFollowUp,
                story.food,
                new Coded("rented-factory", "租赁厂房"),
                "permits@1",
                List.of(
                        new RequiredPermit(new Coded("filing", "项目备案"), 1, 5, 1),
                        new RequiredPermit(environment, 1, 30, 10)),
                day("2023-08-01")));
        record(new FollowUpEvent.PermitApplied(
                story.foodFollowUp,
                story.food,
                new Coded(DueRule.CONSTRUCTION_PERMIT, "建筑工程施工许可证"),
                day("2023-08-10"),
                day("2023-08-06"),
                day("2023-08-01")));
        record(new FollowUpEvent.PermitApplied(
                story.foodFollowUp, story.food, environment, day("2023-11-02"), day("2023-10-02"), day("2023-09-10")));
        record(new FollowUpEvent.TolerantlyAccepted(
                story.foodFollowUp, story.food, environment, "地勘报告", "企业", day("2023-10-10"), day("2023-09-12")));
        record(new FollowUpEvent.MissingPapersHandedIn(story.foodFollowUp, story.food, environment, day("2023-10-20")));
        Coded safety = new Coded("safety-review", "安全审查意见");
        record(new FollowUpEvent.PermitApplied(story.foodFollowUp, story.food, safety, null, null, day("2023-09-15")));
        record(new FollowUpEvent.TolerantlyAccepted(
                story.foodFollowUp, story.food, safety, "预评价报告", "企业", day("2023-10-10"), day("2023-09-15")));
        record(new FollowUpEvent.PermitApplicationWithdrawn(story.foodFollowUp, story.food, safety, day("2023-09-15")));
        record(new FollowUpEvent.PermitGranted(
                story.foodFollowUp,
                story.food,
                new Coded(DueRule.CONSTRUCTION_PERMIT, "建筑工程施工许可证"),
                "5115-01",
                List.of(),
                day("2023-08-10")));
        record(new FollowUpEvent.StatisticalInclusionRecorded(
                story.foodFollowUp, story.food, "一期", "5115-0001", null, null, List.of(), day("2023-08-02")));
        record(new FollowUpEvent.StatisticalInclusionWithdrawn(
                story.foodFollowUp, story.food, "一期", day("2023-08-02")));
        record(new FollowUpEvent.StatisticalInclusionRecorded(
                story.foodFollowUp, story.food, "一期", "5115-0002", "蜀南食品", "审核通过", List.of(), day("2023-08-20")));
        record(new FollowUpEvent.ActualsReported(
                story.foodFollowUp, story.food, july, september, figures("1200"), day("2023-09-30")));
        record(new FollowUpEvent.ActualsCorrected(
                story.foodFollowUp, story.food, july, september, figures("1150"), day("2023-09-30")));
        scheduled(1, "2023-10-31", "2023-05-10");
        scheduled(2, "2023-11-30", "2023-09-05");
        progress(WATER, day("2023-08-20"), null, "2023-08-20");
        progress(WATER, day("2023-08-20"), day("2023-11-10"), "2023-11-10");
        progress(FENCE, day("2023-08-20"), null, "2023-08-20");
        progress(FENCE, null, null, "2023-11-24");
        story.history.on("2026-01-05").by(story.leader).because("常务会议");
        redAfterThirtyDays =
                story.history.record(TestStandardBook.adopted(Standard.LATE_RED, "30", RED_AFTER_THIRTY_DAYS_FROM));
    }

    private void meetings() {
        MeetingId meeting = MeetingId.next();
        MeetingId wrong = MeetingId.next();
        record(held(
                meeting,
                new Resolution(1, "完成线路迁改", "供电公司", null, day("2023-09-30")),
                new Resolution(2, "补办临时用地", "自规局", story.promoter, day("2023-10-15"))));
        record(held(wrong));
        record(new FollowUpEvent.MeetingWithdrawn(story.foodFollowUp, story.food, wrong, day("2023-09-10")));
        record(new FollowUpEvent.ResolutionExtended(
                story.foodFollowUp,
                story.food,
                meeting,
                2,
                "补办临时用地",
                day("2023-11-20"),
                day("2023-10-15"),
                day("2023-10-14")));
        record(new FollowUpEvent.ResolutionFulfilled(
                story.foodFollowUp, story.food, meeting, 1, "完成线路迁改", "已送电", List.of(), day("2023-10-10")));
        record(new FollowUpEvent.ResolutionAdded(
                story.foodFollowUp,
                story.food,
                meeting,
                new Resolution(3, "修便道", "住建局", null, day("2023-10-31")),
                day("2023-10-05")));
        record(new FollowUpEvent.ResolutionDropped(
                story.foodFollowUp, story.food, meeting, 3, "修便道", day("2023-10-20")));
    }

    private FollowUpEvent held(MeetingId meeting, Resolution... resolutions) {
        return new FollowUpEvent.MeetingHeld(
                story.foodFollowUp,
                story.food,
                meeting,
                MeetingKind.ON_SITE,
                "项目现场",
                story.leader,
                List.of(),
                "供电公司",
                "用电增容",
                null,
                List.of(resolutions),
                List.of(),
                day("2023-09-10"));
    }

    private void record(FollowUpEvent event) {
        story.history.on("2023-11-24").record(event);
    }

    private static EnterpriseActuals figures(String output) {
        return new EnterpriseActuals(Money.wan(output), null, Money.wan("36"), 85, "统计");
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Test
    void what_the_site_needs_what_it_was_permitted_and_what_the_enterprise_did_stand_in_the_file() {
        DossierView view = food(AsOf.NOW);
        assertThat(view.elements())
                .singleElement()
                .returns(ElementKind.LAND, DossierView.Element::element)
                .returns(day("2023-06-30"), DossierView.Element::promisedOn)
                .returns(day("2023-07-20"), DossierView.Element::deliveredOn)
                .returns(Area.mu("40"), DossierView.Element::land)
                .returns(AUCTION, DossierView.Element::disposalMethod);
        assertThat(view.permits())
                .filteredOn(permit -> permit.grant() != null)
                .singleElement()
                .returns("5115-01", permit -> permit.grant().number());
        assertThat(view.actuals()).singleElement().returns(figures("1150"), DossierView.Actual::figures);
        assertThat(food(AsOf.on(day("2023-07-19"))).elements())
                .as("the day before it was handed over")
                .singleElement()
                .returns(null, DossierView.Element::deliveredOn);
    }

    @Test
    void permits_stand_as_the_checklist_names_them_with_what_runs_what_is_late_and_what_is_missing() {
        assertThat(food(AsOf.NOW).permits())
                .extracting(permit -> permit.permit().code(), DossierView.Permit::state, DossierView.Permit::daysLate)
                .containsExactly(
                        tuple("filing", PermitState.NOT_APPLIED, 0L),
                        tuple("environmental-approval", PermitState.LATE, 59L),
                        tuple(DueRule.CONSTRUCTION_PERMIT, PermitState.GRANTED, 4L));
        assertThat(food(AsOf.NOW).permits().get(1).missing())
                .returns("地勘报告", DossierView.MissingPapers::missing)
                .returns(day("2023-10-20"), DossierView.MissingPapers::handedInOn);
        DossierView before = food(AsOf.on(day("2023-09-30")));
        assertThat(before.permits().get(1).state()).isEqualTo(PermitState.RUNNING);
        assertThat(before.permits().get(1).missing().handedInOn()).isNull();
        assertThat(before.permitChecklist().orElseThrow().projectType().name()).isEqualTo("租赁厂房");
        assertThat(food(AsOf.on(day("2023-07-31"))).permits())
                .as("before anything was chosen or applied for")
                .isEmpty();
    }

    @Test
    void an_application_sent_back_leaves_nothing() {
        assertThat(food(AsOf.NOW).permits())
                .as("sent back with its missing papers")
                .noneMatch(permit -> permit.permit().code().equals("safety-review"));
    }

    @Test
    void a_meeting_stands_with_what_came_of_each_resolution_on_the_day() {
        DossierView.Meeting meeting = food(AsOf.NOW).meetings().getFirst();
        assertThat(meeting.resolutions())
                .extracting(
                        one -> one.resolution().text(),
                        DossierView.Resolved::state,
                        DossierView.Resolved::dueOn,
                        one -> one.daysLate(TODAY))
                .containsExactly(
                        tuple("完成线路迁改", ResolutionState.FULFILLED, day("2023-09-30"), 10L),
                        tuple("补办临时用地", ResolutionState.OPEN, day("2023-11-20"), 10L),
                        tuple("修便道", ResolutionState.DROPPED, day("2023-10-31"), 0L));
        assertThat(meeting.resolutions().get(1).earlier()).containsExactly(day("2023-10-15"));
        assertThat(food(AsOf.on(day("2023-10-01"))).meetings().getFirst().resolutions())
                .extracting(DossierView.Resolved::state)
                .containsExactly(ResolutionState.OPEN, ResolutionState.OPEN);
        assertThat(food(AsOf.NOW).meetings()).as("one was entered wrongly").hasSize(1);
    }

    @Test
    void the_service_team_lacks_what_the_template_of_the_day_asks_for() {
        assertThat(food(AsOf.NOW).serviceTeam())
                .get()
                .returns("1+1+1", DossierView.ServiceTeam::template)
                .returns(List.of(ServiceRole.LIAISON_LEADER, ServiceRole.UTILITIES), DossierView.ServiceTeam::missing);
        assertThat(food(AsOf.on(day("2023-05-31"))).serviceTeam())
                .as("before the first template")
                .isEmpty();
    }

    @Test
    void the_last_twelve_months_are_not_there_while_only_a_quarter_was_reported() {
        assertThat(food(AsOf.NOW).capacity())
                .get()
                .extracting(DossierView.Capacity::reached)
                .returns(YearMonth.of(2022, 10), TrailingYear::from)
                .returns(YearMonth.of(2023, 9), TrailingYear::to)
                .returns(null, TrailingYear::output);
    }

    @Test
    void a_phase_is_in_the_statistics_from_the_day_on_that_stands() {
        assertThat(food(AsOf.NOW).phases().getFirst().inclusion())
                .returns("5115-0002", DossierView.Inclusion::libraryCode)
                .returns(day("2023-08-20"), DossierView.Inclusion::on);
        assertThat(food(AsOf.on(day("2023-08-19"))).phases().getFirst().inclusion())
                .isNull();
    }

    private static final ScheduleStep PERMIT =
            new ScheduleStep(new Coded("permit", "施工许可"), 5, 0, List.of(), DueRule.CONSTRUCTION_PERMIT, null, null);
    private static final ScheduleStep WATER =
            new ScheduleStep(new Coded("water", "水电气接入"), 0, 2, List.of("permit"), null, null, null);

    private static final ScheduleStep FENCE =
            new ScheduleStep(new Coded("fence", "围墙"), 10, 0, List.of(), null, null, null);

    private void scheduled(int revision, String production, String on) {
        List<PlannedStep> steps = BackSchedule.of(List.of(PERMIT, FENCE, WATER), day(production), new TestCalendar());
        record(new FollowUpEvent.SchedulePlanned(
                story.foodFollowUp,
                story.food,
                "一期",
                revision,
                new Coded("new-land", "新建用地"),
                "schedules@1",
                day(production),
                steps,
                day(on)));
    }

    private void progress(ScheduleStep step, LocalDate started, LocalDate finished, String on) {
        record(new FollowUpEvent.StepProgressRecorded(
                story.foodFollowUp, story.food, "一期", step.step(), started, finished, day(on)));
    }

    private DossierView.Schedule schedule(AsOf asOf) {
        return food(asOf).phases().getFirst().schedule();
    }

    @Test
    void the_wall_shows_the_schedules_of_the_file() {
        ScheduleQuery schedules = new ScheduleQuery(history, new TestCalendar());
        List<ProjectRow> rows = new ProjectQuery(jdbc, new TestThresholds(), new TestCalendar())
                .find(List.of(story.food), EVERYBODY, TODAY);
        for (AsOf asOf : List.of(AsOf.NOW, AsOf.on(day("2023-10-31")), new AsOf(null, story.signed.recordedAt()))) {
            List<DossierView.Schedule> filed = query.find(story.food, asOf, EVERYBODY, TODAY).stream()
                    .flatMap(view -> view.phases().stream())
                    .map(DossierView.Phase::schedule)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(schedules.of(rows, asOf, TODAY).getOrDefault(story.food, List.of()))
                    .as("%s", asOf)
                    .isEqualTo(filed);
        }
    }

    @Test
    void a_schedule_stands_with_its_baseline_and_what_its_steps_came_to_as_of_any_day() {
        DossierView.Schedule now = schedule(AsOf.NOW);
        assertThat(now.revision()).isEqualTo(2);
        assertThat(now.productionOn()).isEqualTo(day("2023-11-30"));
        assertThat(now.steps())
                .extracting(
                        step -> step.planned().code(),
                        StepForecast::state,
                        StepForecast::start,
                        StepForecast::finish,
                        StepForecast::slackDays)
                .containsExactly(
                        tuple("permit", StepForecast.State.FINISHED, day("2023-08-01"), day("2023-08-10"), 51L),
                        tuple("fence", StepForecast.State.OPEN, TODAY, day("2023-12-14"), -14L),
                        tuple("water", StepForecast.State.FINISHED, day("2023-08-20"), day("2023-11-10"), 20L));
        assertThat(now.baselineOf(now.steps().getLast().planned()).latestFinish())
                .as("the first plan is kept")
                .isEqualTo(day("2023-10-31"));

        DossierView.Schedule october = schedule(AsOf.on(day("2023-10-31")));
        assertThat(october.steps().getLast())
                .as("not finished yet, and two months are over")
                .returns(StepForecast.State.RUNNING, StepForecast::state)
                .returns(day("2023-10-31"), StepForecast::finish)
                .returns(30L, StepForecast::slackDays);
        DossierView.Schedule july = schedule(AsOf.on(day("2023-07-31")));
        assertThat(july.revision()).isEqualTo(1);
        assertThat(july.steps()).allMatch(step -> step.state() == StepForecast.State.OPEN);
        assertThat(july.late()).isEmpty();
        assertThat(now.late())
                .as("begun by mistake, which was taken back")
                .extracting(step -> step.planned().code())
                .containsExactly("fence");
        assertThat(schedule(AsOf.on(day("2023-05-09"))))
                .as("before it was planned")
                .isNull();
    }

    @Test
    void a_promise_of_land_is_held_against_its_hand_over() {
        assertThat(promises(AsOf.NOW))
                .singleElement()
                .returns(day("2023-06-30"), CommitmentView::dueOn)
                .returns(day("2023-07-20"), CommitmentView::actualOn);
        assertThat(promises(AsOf.on(day("2023-07-19")))).singleElement().returns(null, CommitmentView::actualOn);
    }

    private List<CommitmentView> promises(AsOf asOf) {
        return food(asOf).agreement().orElseThrow().commitments().stream()
                .filter(line -> line.side() == CommitmentSide.GOVERNMENT)
                .toList();
    }

    @Override
    protected ReadModel model() {
        return new TimelineReadModel(dataSource, story.history, NAMES);
    }

    @Override
    protected List<ReadModel> others() {
        return List.of(
                new StaffReadModel(dataSource),
                new InvestorReadModel(dataSource),
                new ProjectReadModel(dataSource, new TestThresholds()),
                new CommitmentReadModel(dataSource, new TestThresholds()),
                TestLedger.model(dataSource, story.history));
    }

    @BeforeEach
    void query() {
        TestThresholds thresholds = new TestThresholds();
        history = new ProjectHistory(jdbc, story.history, NAMES);
        query = new DossierQuery(
                jdbc,
                history,
                new ProjectQuery(jdbc, thresholds, new TestCalendar()),
                new InvestorQuery(jdbc),
                new StaffQuery(jdbc),
                new CommitmentQuery(jdbc),
                new LookBackQuery(jdbc),
                thresholds,
                new TestCalendar(),
                day -> day.isBefore(day("2023-06-01"))
                        ? Optional.empty()
                        : Optional.of(new ServiceTemplate(
                                day("2023-06-01"),
                                "1+1+1",
                                Set.of(
                                        ServiceRole.LIAISON_LEADER,
                                        ServiceRole.RESIDENT_LIAISON,
                                        ServiceRole.UTILITIES))));
    }

    private DossierView food(AsOf asOf) {
        return query.find(story.food, asOf, EVERYBODY, TODAY).orElseThrow();
    }

    private Map<String, Light> listed(FiveGapsQuery gaps, AsOf asOf) {
        Map<String, Light> lights = new HashMap<>();
        gaps.phases(FiveGapsQuery.Request.ofProjects(Set.of(story.food)), asOf, EVERYBODY).stream()
                .filter(phase -> phase.phase() != null)
                .forEach(phase -> lights.put(phase.phase(), phase.light()));
        return lights;
    }

    @Test
    void lights_are_those_of_the_list_by_the_limits_of_the_day_and_as_known_then() {
        FiveGapsQuery gaps = new FiveGapsQuery(jdbc, new TestThresholds());
        Instant before = redAfterThirtyDays.recordedAt().minusSeconds(1);
        Set<LocalDate> otherwise = new TreeSet<>();
        for (LocalDate day = day("2023-05-01"); day.isBefore(day("2025-12-31")); day = day.plusDays(9)) {
            for (AsOf asOf : List.of(AsOf.on(day), new AsOf(day, before))) {
                Map<String, Light> shown = new HashMap<>();
                food(asOf).phases().forEach(phase -> shown.put(phase.name(), phase.light()));
                assertThat(shown).as("%s", asOf).isEqualTo(listed(gaps, asOf));
            }
            if (!listed(gaps, AsOf.on(day)).equals(listed(gaps, new AsOf(day, before)))) {
                otherwise.add(day);
            }
        }
        assertThat(otherwise).isNotEmpty().allMatch(day -> !day.isBefore(RED_AFTER_THIRTY_DAYS_FROM));
    }

    @Test
    void the_page_is_there_as_a_whole() {
        DossierView view = food(AsOf.NOW);
        assertThat(view.head().projectNo()).isEqualTo("ZS-2023-0001");
        assertThat(view.head().stage()).isEqualTo(ProjectStage.FOLLOW_UP);
        assertThat(view.head().fiveGap()).isEqualTo(PhaseState.SIGNED);
        assertThat(view.head().amount()).isEqualTo(Money.yi("10.5"));
        assertThat(view.head().arrived()).isEqualTo(Money.wan("12000"));
        assertThat(view.head().invested()).isEqualTo(Money.wan("8900"));
        assertThat(view.head().agreementVersion()).isEqualTo(2);
        assertThat(view.head().light()).isEqualTo(Light.GREEN);
        assertThat(view.nameOf(view.head().leader())).isEqualTo("孙丙");
        assertThat(view.head().liaison()).isEqualTo(story.promoter);
        assertThat(view.head().availableActions()).contains("lead.LogVisit", "signing.AmendAgreement");
        assertThat(view.lead().state().state()).isEqualTo(LeadState.ADOPTED);
        assertThat(view.lead().judgement().opinion()).isEqualTo("值得跟进");
        assertThat(view.investor().legalName()).isEqualTo("甲子食品有限公司");
        assertThat(view.contacts()).hasSize(2);
        assertThat(view.persons().get(story.erased).erased()).isTrue();
        assertThat(view.persons().get(story.metOnce).name()).isEqualTo("石午");
        assertThat(view.attachments())
                .extracting(file -> file.file().fileName())
                .containsExactly("协议.pdf");
        assertThat(view.plans()).hasSize(1);
        assertThat(view.claims()).singleElement().matches(DossierView.Claim::standing);
    }

    @Test
    void a_corrected_visit_keeps_what_it_was_and_a_withdrawn_one_stays_struck_through() {
        DossierView view = food(AsOf.NOW);
        assertThat(view.visits()).hasSize(2);
        Visit withdrawn = view.visits().getFirst();
        assertThat(withdrawn.withdrawn().reason()).isEqualTo("属于另一个项目");
        Visit corrected = view.visits().getLast();
        assertThat(corrected.ourPeople()).extracting("staffId").containsExactly(story.head);
        assertThat(corrected.entered().daysLate()).isEqualTo(12);
        assertThat(corrected.earlier()).singleElement().satisfies(before -> {
            assertThat(before.ourPeople()).extracting("staffId").containsExactly(story.leader);
            assertThat(before.superseded().reason()).isEqualTo("参加人选错");
        });
        DossierView before =
                food(new AsOf(null, story.visitCorrected.recordedAt().minusSeconds(1)));
        assertThat(before.visits().getLast().ourPeople()).extracting("staffId").containsExactly(story.leader);
        assertThat(before.visits().getLast().earlier()).isEmpty();
    }

    @Test
    void talks_show_rounds_open_points_terms_and_reviews() {
        DossierView view = food(AsOf.NOW);
        assertThat(view.rounds()).extracting(Round::number).containsExactly(2, 1);
        assertThat(view.openPoints()).extracting(TopicPosition::topic).containsExactly("地价", "税收");
        assertThat(view.terms()).hasSize(2);
        assertThat(view.terms().getLast().changes()).singleElement().satisfies(change -> {
            assertThat(change.field()).isEqualTo("fixedAssetInvestment");
            assertThat(change.before()).isEqualTo(Money.yi("3.2"));
            assertThat(change.after()).isEqualTo(Money.yi("3.5"));
        });
        assertThat(view.reviews()).singleElement().satisfies(review -> {
            assertThat(review.opinions())
                    .extracting(DossierView.Opinion::verdict)
                    .containsExactly(OpinionVerdict.AGREE_WITH_CONDITIONS, OpinionVerdict.AGREE);
            assertThat(review.decision().gates()).hasSize(1);
        });
        assertThat(view.team())
                .containsExactly(
                        new TeamMember(ProjectRole.LINKING_LEADER, story.leader, LocalDate.parse("2023-02-04"), null),
                        new TeamMember(ProjectRole.LEAD_OFFICER, story.promoter, LocalDate.parse("2023-02-03"), null),
                        new TeamMember(ProjectRole.MEMBER, story.head, LocalDate.parse("2023-02-04"), null));
        DossierView inReview = food(AsOf.on(LocalDate.parse("2023-03-05")));
        assertThat(inReview.talks().stage()).isEqualTo(NegotiationStage.IN_REVIEW);
        assertThat(inReview.reviews().getFirst().opinions()).allMatch(DossierView.Opinion::isMissing);
        assertThat(inReview.reviews().getFirst().decision()).isNull();
        assertThat(inReview.agreements()).isEmpty();
        assertThat(inReview.head().amount()).isEqualTo(Money.yi("9.6"));
        assertThat(inReview.head().availableActions()).isEmpty();
    }

    @Test
    void a_breach_is_not_washed_away_by_a_later_version() {
        assertThat(food(AsOf.NOW).agreement().orElseThrow().commitments())
                .filteredOn(line -> line.side() == CommitmentSide.COMPANY)
                .extracting(
                        CommitmentView::clause,
                        CommitmentView::state,
                        CommitmentView::daysLate,
                        CommitmentView::judgedBy)
                .containsExactly(
                        tuple("03", CommitmentState.PENDING, -397L, 2), tuple("05", CommitmentState.MET, -11L, 2));
        assertThat(promises(AsOf.on(LocalDate.parse("2023-07-01"))))
                .singleElement()
                .returns(1L, CommitmentView::daysLate);
    }

    @Test
    void an_agreement_shows_its_versions_and_what_each_changed() {
        DossierView.Agreement agreement = food(AsOf.NOW).agreement().orElseThrow();
        assertThat(agreement.contractNo()).isEqualTo("LQ-2023-006");
        assertThat(agreement.versions())
                .extracting(DossierView.AgreementVersion::step, DossierView.AgreementVersion::contractNo)
                .containsExactly(tuple(Step.SIGNED, "LQ-2023-006"), tuple(Step.AMENDED, "LQ-2023-006-B1"));
        assertThat(agreement.inForce().corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.totalInvestment()).isEqualTo(Money.yi("10.2"));
            assertThat(correction.corrected().reason()).isEqualTo("与协议原件不符");
        });
        assertThat(food(AsOf.on(LocalDate.parse("2023-08-09"))).head().amount()).isEqualTo(Money.yi("9.6"));
        assertThat(food(AsOf.on(LocalDate.parse("2023-08-10"))).head().amount()).isEqualTo(Money.yi("10.5"));
        assertThat(food(new AsOf(LocalDate.parse("2023-08-10"), Instant.parse("2023-11-01T00:00:00Z")))
                        .head()
                        .amount())
                .as("as known before the correction")
                .isEqualTo(Money.yi("10.2"));
        assertThat(food(AsOf.NOW).arrivals().getFirst().corrections())
                .extracting(DossierView.AmountCorrection::amount)
                .containsExactly(Money.wan("20000"));
    }

    @Test
    void phases_show_milestones_pauses_and_returns() {
        DossierView view = food(AsOf.NOW);
        assertThat(view.phases())
                .extracting(DossierView.Phase::name, DossierView.Phase::state, DossierView.Phase::light)
                .containsExactly(
                        tuple("一期", PhaseState.STARTED, Light.GREEN), tuple("二期", PhaseState.SIGNED, Light.GREEN));
        DossierView.MilestoneLine start = view.phases().getFirst().milestones().getFirst();
        assertThat(start.daysLate()).isEqualTo(-11);
        assertThat(start.recognised().by()).isEqualTo(story.head);
        assertThat(start.evidence()).isEqualTo("施工许可");
        DossierView.Phase second = view.phases().getLast();
        assertThat(second.suspension().clockRuns()).isFalse();
        assertThat(second.milestones().getFirst().stand().isReported()).isFalse();
        assertThat(second.availableActions()).contains("followup.ResumePhase");
        assertThat(view.returns()).singleElement().satisfies(month -> {
            assertThat(month.figures().investedToDate()).isEqualTo(Money.wan("8900"));
            assertThat(month.corrections()).hasSize(1);
        });
        assertThat(view.service())
                .extracting(DossierView.ServiceMember::role)
                .containsExactly(ServiceRole.RESIDENT_LIAISON);
        DossierView reported = food(new AsOf(LocalDate.parse("2023-09-20"), Instant.parse("2023-09-20T00:00:00Z")));
        assertThat(reported.phases().getLast().milestones().getFirst().stand().reportedOn())
                .as("before it was taken back")
                .isEqualTo("2023-09-15");
        assertThat(food(AsOf.on(LocalDate.parse("2023-08-19")))
                        .phases()
                        .getFirst()
                        .state())
                .isEqualTo(PhaseState.SIGNED);
        assertThat(food(AsOf.NOW).phases().getFirst().milestones())
                .extracting(DossierView.MilestoneLine::milestone)
                .containsExactly(Milestone.values());
    }

    /** As known at an instant is what the page showed then, event by event of the whole story. */
    @Test
    void the_past_as_known_is_what_was_shown_then() {
        List<History.Entry> entries = story.history.entries().stream()
                .filter(entry -> !(entry.event().toString().contains(story.textile.toString())))
                .toList();
        Map<Long, Object> shown = new HashMap<>();
        ReadModel commitments = new CommitmentReadModel(dataSource, new TestThresholds());
        model.reset();
        commitments.reset();
        for (History.Entry entry : entries) {
            History.play(model, dataSource, List.of(entry), 1);
            History.play(commitments, dataSource, List.of(entry), 1);
            shown.put(entry.meta().position(), content(AsOf.NOW));
        }
        for (int i = 0; i < entries.size(); i++) {
            EventMeta meta = entries.get(i).meta();
            boolean lastOfItsInstant = i + 1 == entries.size()
                    || entries.get(i + 1).meta().recordedAt().isAfter(meta.recordedAt());
            if (lastOfItsInstant) {
                assertThat(content(new AsOf(null, meta.recordedAt())))
                        .as("after %s", entries.get(i).event())
                        .isEqualTo(shown.get(meta.position()));
            }
        }
    }

    private Object content(AsOf asOf) {
        return contentOf(query.find(story.food, asOf, EVERYBODY, TODAY));
    }

    private static Object contentOf(Optional<DossierView> dossier) {
        return dossier.<Object>map(view -> List.of(
                        String.valueOf(view.lead()),
                        String.valueOf(view.talks()),
                        view.claims(),
                        view.visits(),
                        view.rounds(),
                        view.openPoints(),
                        view.terms(),
                        view.reviews(),
                        view.team(),
                        view.agreements(),
                        view.arrivals(),
                        view.returns(),
                        view.service(),
                        view.phases().stream()
                                .map(phase -> List.of(
                                        phase.name(),
                                        phase.state(),
                                        phase.milestones().stream()
                                                .map(line -> String.valueOf(line.stand())
                                                        + line.agreedOn()
                                                        + line.daysLate())
                                                .toList()))
                                .toList()))
                .orElse("nothing");
    }

    @Test
    void an_id_alone_opens_nothing() {
        Viewer south = new Viewer(StaffId.next(), Set.of(Role.PROMOTER), Set.of("south"));
        assertThat(query.find(story.food, AsOf.NOW, south, TODAY)).isEmpty();
        assertThat(query.find("ZS-2023-0001", AsOf.NOW, south, TODAY)).isEmpty();
        assertThat(query.find("ZS-2023-0002", AsOf.NOW, south, TODAY)).isPresent();
        assertThat(query.find(story.food, AsOf.on(LocalDate.parse("2022-12-31")), EVERYBODY, TODAY))
                .as("it was not there yet")
                .isEmpty();
    }
}
