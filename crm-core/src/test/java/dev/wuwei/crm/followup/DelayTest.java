package dev.wuwei.crm.followup;

import static dev.wuwei.crm.followup.FollowUpExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.followup.FollowUpCommand.ExplainDelay;
import dev.wuwei.crm.followup.FollowUpCommand.JustifyDelay;
import dev.wuwei.crm.followup.FollowUpCommand.WithdrawJustification;
import dev.wuwei.crm.followup.FollowUpEvent.DelayExplained;
import dev.wuwei.crm.followup.FollowUpEvent.DelayJustified;
import dev.wuwei.crm.followup.FollowUpEvent.JustificationWithdrawn;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DelayTest {
    private static final LocalDate NEXT = TODAY.plusDays(10);
    private static final DelayExplained EXPLAINED = new DelayExplained(
            FOLLOW_UP,
            PROJECT,
            FIRST,
            Milestone.CONSTRUCTION_START,
            Cause.GOVERNMENT,
            "土地未交付",
            SENDER,
            "完成拆迁",
            NEXT,
            TODAY);
    private static final DelayJustified JUSTIFIED =
            new DelayJustified(FOLLOW_UP, PROJECT, FIRST, Milestone.CONSTRUCTION_START, Cause.GOVERNMENT, NEXT, TODAY);

    private final AggregateScenario<FollowUp> followUp = followUp();

    private static ExplainDelay explain(Cause cause, String words, StaffId owner, String action, LocalDate on) {
        return new ExplainDelay(FOLLOW_UP, FIRST, cause, words, owner, action, on);
    }

    private static ExplainDelay explain() {
        return explain(Cause.GOVERNMENT, "土地未交付", SENDER, "完成拆迁", NEXT);
    }

    private static JustifyDelay justify(LocalDate until, String reason) {
        return new JustifyDelay(FOLLOW_UP, FIRST, until, reason);
    }

    @Test
    void emits_cause_owner_and_next_action_and_another_one_later() {
        followUp.given(opened()).when(explain()).emits(EXPLAINED);
        followUp.given(justOpened(EXPLAINED))
                .when(explain(Cause.MARKET, "订单减少", SENDER, "完成拆迁", NEXT))
                .emits(new DelayExplained(
                        FOLLOW_UP,
                        PROJECT,
                        FIRST,
                        Milestone.CONSTRUCTION_START,
                        Cause.MARKET,
                        "订单减少",
                        SENDER,
                        "完成拆迁",
                        NEXT,
                        TODAY));
    }

    @Test
    void rejects_a_delay_without_cause_owner_or_next_action_and_the_same_again() {
        followUp.given(opened())
                .when(explain(null, "土地未交付", SENDER, "完成拆迁", NEXT))
                .rejectsAt("cause", SharedRule.REQUIRED);
        followUp.given(opened())
                .when(explain(Cause.MARKET, " ", SENDER, "完成拆迁", NEXT))
                .rejectsAt("explanation", SharedRule.REQUIRED);
        followUp.given(opened())
                .when(explain(Cause.MARKET, "订单减少", null, "完成拆迁", NEXT))
                .rejectsAt("owner", SharedRule.REQUIRED);
        followUp.given(opened())
                .when(explain(Cause.MARKET, "订单减少", new StaffId(new UUID(1, 2)), "完成拆迁", NEXT))
                .rejectsAt("owner", FollowUpRule.UNKNOWN_PERSON);
        followUp.given(opened())
                .when(explain(Cause.MARKET, "订单减少", SENDER, null, NEXT))
                .rejectsAt("nextAction", SharedRule.REQUIRED);
        followUp.given(opened())
                .when(explain(Cause.MARKET, "订单减少", SENDER, "完成拆迁", TODAY.minusDays(1)))
                .rejectsAt("nextActionOn", SharedRule.TOO_EARLY);
        followUp.given(justOpened(EXPLAINED)).when(explain()).rejects(FollowUpRule.NOTHING_CHANGED);
        followUp.given(reached(Milestone.FULL_CAPACITY)).when(explain()).rejects(FollowUpRule.NOT_POSSIBLE_IN_STATE);
    }

    @Test
    void emits_that_a_cause_is_justified_and_that_it_is_not() {
        followUp.given(justOpened(EXPLAINED)).when(justify(NEXT, "政府交地延期属实")).emits(JUSTIFIED);
        followUp.given(justOpened(EXPLAINED, JUSTIFIED))
                .when(new WithdrawJustification(FOLLOW_UP, FIRST, "已交地"))
                .emits(new JustificationWithdrawn(FOLLOW_UP, PROJECT, FIRST, TODAY));
    }

    @Test
    void rejects_a_justification_of_nothing_without_reason_into_the_past_and_twice() {
        followUp.given(opened()).when(justify(NEXT, "属实")).rejects(FollowUpRule.DELAY_UNEXPLAINED);
        followUp.given(reached(Milestone.CONSTRUCTION_START, EXPLAINED))
                .when(justify(NEXT, "属实"))
                .rejects(FollowUpRule.DELAY_UNEXPLAINED);
        followUp.given(justOpened(EXPLAINED)).when(justify(NEXT, " ")).rejects(SharedRule.REASON_REQUIRED);
        followUp.given(justOpened(EXPLAINED))
                .when(justify(TODAY.minusDays(1), "属实"))
                .rejectsAt("quietUntil", SharedRule.TOO_EARLY);
        followUp.given(justOpened(EXPLAINED, JUSTIFIED))
                .when(justify(NEXT, "属实"))
                .rejects(FollowUpRule.NOTHING_CHANGED);
        followUp.given(justOpened(EXPLAINED))
                .when(new WithdrawJustification(FOLLOW_UP, FIRST, "已交地"))
                .rejects(FollowUpRule.NOT_JUSTIFIED);
        followUp.given(justOpened(EXPLAINED, JUSTIFIED, EXPLAINED))
                .when(new WithdrawJustification(FOLLOW_UP, FIRST, "已交地"))
                .rejects(FollowUpRule.NOT_JUSTIFIED);
    }
}
