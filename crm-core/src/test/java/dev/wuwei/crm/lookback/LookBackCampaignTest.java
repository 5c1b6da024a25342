package dev.wuwei.crm.lookback;

import static dev.wuwei.crm.lookback.LookBackExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;

import dev.wuwei.crm.lookback.CampaignEvent.CampaignClosed;
import dev.wuwei.crm.lookback.CampaignEvent.CampaignRescheduled;
import dev.wuwei.crm.lookback.CampaignEvent.DataPulled;
import dev.wuwei.crm.lookback.CampaignEvent.PlanRevised;
import dev.wuwei.crm.lookback.CampaignEvent.ReviewersChanged;
import dev.wuwei.crm.lookback.CampaignEvent.ScopeFrozen;
import dev.wuwei.crm.lookback.LookBackCommand.ChangeReviewers;
import dev.wuwei.crm.lookback.LookBackCommand.CloseCampaign;
import dev.wuwei.crm.lookback.LookBackCommand.FreezeScope;
import dev.wuwei.crm.lookback.LookBackCommand.PlanCampaign;
import dev.wuwei.crm.lookback.LookBackCommand.PullData;
import dev.wuwei.crm.lookback.LookBackCommand.RescheduleCampaign;
import dev.wuwei.crm.lookback.LookBackCommand.RevisePlan;
import dev.wuwei.crm.lookback.LookBackCommand.Scope;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.staff.StaffRule;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookBackCampaignTest {
    private static final Scope SCOPE =
            new Scope(RULE.signedFrom(), RULE.signedTo(), List.of(PARK.code()), List.of(), Money.yi("1"));
    private static final ScopeFrozen FROZEN = new ScopeFrozen(CAMPAIGN, List.of(ENTRY), ON);
    private static final DataPulled PULLED = new DataPulled(CAMPAIGN, "2026 年度回头看", List.of(ENTRY), CUT_OFF, ON);

    private static final StaffId COLLEAGUE = new StaffId(new UUID(0x7000L, 2));

    private final Source source = source(ENTRY);
    private final AggregateScenario<LookBackCampaign> campaign =
            AggregateScenario.of(LookBackCampaign.class).with(new LookBackSources(source));

    @BeforeEach
    void openAccount() {
        campaign.directory.save(new StaffDirectory.Account(
                COLLEAGUE, "du2", Set.of(Role.SUPERVISOR), Set.of(), null, AccountState.ACTIVE));
    }

    private static PlanCampaign plan(Scope scope, LocalDate cutOff, List<StaffId> reviewers) {
        return new PlanCampaign(CAMPAIGN, "2026 年度回头看", scope, cutOff, FINISH_BY, reviewers, PLANNED_ON);
    }

    @Test
    void emits_the_plan_with_codes_and_their_names() {
        campaign.when(plan(SCOPE, CUT_OFF, List.of(SENDER))).emits(planned());
    }

    @Test
    void a_sender_of_one_park_plans_for_that_park() {
        Scope everywhere = new Scope(RULE.signedFrom(), RULE.signedTo(), null, null, Money.yi("1"));
        campaign.seeing(PARK.code())
                .when(plan(everywhere, CUT_OFF, List.of(SENDER)))
                .emits(planned());
        campaign.seeing(OTHER_PARK.code())
                .when(plan(SCOPE, CUT_OFF, List.of(SENDER)))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @Test
    void a_sender_of_one_park_moves_no_campaign_over_all_of_them() {
        ScopeRule everywhere = new ScopeRule(RULE.signedFrom(), RULE.signedTo(), List.of(), List.of(), null);
        campaign.seeing(PARK.code())
                .given(new CampaignEvent.CampaignPlanned(
                        CAMPAIGN, "2026 年度回头看", everywhere, CUT_OFF, null, List.of(SENDER), PLANNED_ON))
                .when(new FreezeScope(CAMPAIGN, ON))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @Test
    void rejects_plans_that_cannot_be() {
        campaign.when(plan(null, CUT_OFF, List.of(SENDER))).rejectsAt("rule", SharedRule.REQUIRED);
        campaign.when(plan(new Scope(RULE.signedTo(), RULE.signedFrom(), null, null, null), CUT_OFF, List.of(SENDER)))
                .rejectsAt("rule.signedTo", LookBackRule.SIGNED_RANGE);
        campaign.when(plan(
                        new Scope(
                                RULE.signedFrom(), RULE.signedTo(), List.of(TestDictionaries.NO_SUCH_CODE), null, null),
                        CUT_OFF,
                        List.of(SENDER)))
                .rejectsAt("rule.parkCodes", SharedRule.UNKNOWN_CODE);
        campaign.when(plan(SCOPE, TODAY.plusDays(1), List.of(SENDER))).rejectsAt("cutOff", SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_no_reviewer_the_same_twice_and_strangers() {
        campaign.when(plan(SCOPE, CUT_OFF, List.of())).rejects(LookBackRule.REVIEWER_MISSING);
        campaign.when(plan(SCOPE, CUT_OFF, List.of(SENDER, SENDER)))
                .rejectsAt("reviewers[1]", LookBackRule.REVIEWER_TWICE);
        campaign.when(plan(SCOPE, CUT_OFF, List.of(new StaffId(new UUID(9, 9)))))
                .rejectsAt("reviewers[0]", StaffRule.UNKNOWN_STAFF);
    }

    @Test
    void rejects_a_campaign_that_ends_before_the_day_it_looks_at() {
        campaign.when(new PlanCampaign(
                        CAMPAIGN, "2026 年度回头看", SCOPE, CUT_OFF, CUT_OFF.minusDays(1), List.of(SENDER), PLANNED_ON))
                .rejectsAt("finishBy", SharedRule.TOO_EARLY);
    }

    @Test
    void the_plan_may_change_until_the_list_is_frozen() {
        RevisePlan later = new RevisePlan(CAMPAIGN, "2026 年回头看", SCOPE, PLANNED_ON, null, List.of(SENDER), ON);
        campaign.given(planned())
                .when(later)
                .emits(new PlanRevised(CAMPAIGN, "2026 年回头看", RULE, PLANNED_ON, null, List.of(SENDER), ON));
        campaign.given(planned(), FROZEN).when(later).rejects(LookBackRule.WRONG_CAMPAIGN_STATE);
    }

    @Test
    void freezing_puts_on_the_list_who_meets_the_rule() {
        campaign.given(planned()).when(new FreezeScope(CAMPAIGN, ON)).emits(FROZEN);
    }

    @Test
    void rejects_an_empty_list_and_a_day_before_the_plan() {
        AggregateScenario.of(LookBackCampaign.class)
                .with(new LookBackSources(source()))
                .given(planned())
                .when(new FreezeScope(CAMPAIGN, ON))
                .rejects(LookBackRule.EMPTY_SCOPE);
        campaign.given(planned())
                .when(new FreezeScope(CAMPAIGN, PLANNED_ON.minusDays(1)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void data_are_pulled_once_of_everybody_on_the_list() {
        campaign.given(planned(), FROZEN).when(new PullData(CAMPAIGN, ON)).emits(PULLED);
        campaign.given(planned()).when(new PullData(CAMPAIGN, ON)).rejects(LookBackRule.WRONG_CAMPAIGN_STATE);
        campaign.given(planned(), FROZEN, PULLED)
                .when(new PullData(CAMPAIGN, ON))
                .rejects(LookBackRule.WRONG_CAMPAIGN_STATE);
    }

    @Test
    void the_day_to_finish_by_moves_with_a_reason_after_the_list_is_frozen() {
        LocalDate later = ON.plusMonths(4);
        RescheduleCampaign move = new RescheduleCampaign(CAMPAIGN, later, ON, "汛期道路中断，两个园区未能进场");
        CampaignRescheduled moved = new CampaignRescheduled(
                CAMPAIGN, planned().name(), later, planned().finishBy(), ON);
        campaign.given(planned(), FROZEN).when(move).emits(moved);
        campaign.given(planned(), FROZEN, PULLED).when(move).emits(moved);
        campaign.given(planned()).when(move).rejects(LookBackRule.WRONG_CAMPAIGN_STATE);
        campaign.given(planned(), FROZEN, moved).when(move).rejectsAt("finishBy", LookBackRule.DEADLINE_UNCHANGED);
        campaign.given(planned(), FROZEN)
                .when(new RescheduleCampaign(CAMPAIGN, ON, ON, "提前"))
                .rejectsAt("finishBy", LookBackRule.DEADLINE_TOO_EARLY);
        campaign.given(planned(), FROZEN)
                .when(new RescheduleCampaign(CAMPAIGN, null, ON, "推迟"))
                .rejectsAt("finishBy", SharedRule.REQUIRED);
        campaign.given(planned(), FROZEN)
                .when(new RescheduleCampaign(CAMPAIGN, later, ON, " "))
                .rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void reviewers_are_replaced_with_a_reason_until_it_is_closed() {
        List<StaffId> both = List.of(SENDER, COLLEAGUE);
        ChangeReviewers change = new ChangeReviewers(CAMPAIGN, List.of(COLLEAGUE, SENDER), ON, "增派一名核查人，原有的排在前面");
        ReviewersChanged changed = new ReviewersChanged(CAMPAIGN, planned().name(), both, List.of(SENDER), ON);
        campaign.given(planned(), FROZEN).when(change).emits(changed);
        campaign.given(planned(), FROZEN, PULLED).when(change).emits(changed);
        campaign.given(planned(), FROZEN, changed)
                .when(new ChangeReviewers(CAMPAIGN, List.of(COLLEAGUE), ON, "前一位调离"))
                .emits(new ReviewersChanged(CAMPAIGN, planned().name(), List.of(COLLEAGUE), both, ON));
        campaign.given(planned()).when(change).rejects(LookBackRule.WRONG_CAMPAIGN_STATE);
        campaign.given(planned(), FROZEN, PULLED, new CampaignClosed(CAMPAIGN, "三项违约均已整改", ON))
                .when(change)
                .rejects(LookBackRule.WRONG_CAMPAIGN_STATE);
    }

    @Test
    void rejects_reviewers_who_are_the_same_or_nobody_and_no_reason() {
        campaign.given(
                        planned(),
                        FROZEN,
                        new ReviewersChanged(
                                CAMPAIGN, planned().name(), List.of(SENDER, COLLEAGUE), List.of(SENDER), ON))
                .when(new ChangeReviewers(CAMPAIGN, List.of(COLLEAGUE, SENDER), ON, "换一换顺序"))
                .rejectsAt("reviewers", LookBackRule.REVIEWERS_UNCHANGED);
        campaign.given(planned(), FROZEN)
                .when(new ChangeReviewers(CAMPAIGN, List.of(), ON, "都不在"))
                .rejects(LookBackRule.REVIEWER_MISSING);
        campaign.given(planned(), FROZEN)
                .when(new ChangeReviewers(CAMPAIGN, List.of(COLLEAGUE), ON, " "))
                .rejects(SharedRule.REASON_REQUIRED);
        campaign.given(planned(), FROZEN)
                .when(new ChangeReviewers(CAMPAIGN, List.of(COLLEAGUE), PLANNED_ON.minusDays(1), "前一位调离"))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void closes_when_every_review_is_finished() {
        CloseCampaign close = new CloseCampaign(CAMPAIGN, "三项违约均已整改", ON);
        campaign.given(planned(), FROZEN, PULLED).when(close).emits(new CampaignClosed(CAMPAIGN, "三项违约均已整改", ON));
        source.unfinished = 2;
        campaign.given(planned(), FROZEN, PULLED).when(close).rejects(LookBackRule.REVIEWS_UNFINISHED);
    }
}
