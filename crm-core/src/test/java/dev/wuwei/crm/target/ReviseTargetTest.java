package dev.wuwei.crm.target;

import static dev.wuwei.crm.target.TargetExamples.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.target.TargetCommand.ReviseTarget;
import dev.wuwei.crm.target.TargetCommand.WithdrawTarget;
import dev.wuwei.crm.target.TargetEvent.TargetRevised;
import dev.wuwei.crm.target.TargetEvent.TargetWithdrawn;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestDictionaries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReviseTargetTest {
    private static final TargetValue SIXTY = TargetValue.of(Money.yi("60"));

    private final AggregateScenario<Target> target = AggregateScenario.of(Target.class);

    private static ReviseTarget revise(TargetValue value, LocalDate on, String reason) {
        return new ReviseTarget(TARGET, value, "县委〔2026〕8号", on, reason);
    }

    @Test
    void emits_the_new_value_with_its_document() {
        target.given(amountOf(OF_WHOLE))
                .when(revise(SIXTY, ON, "年中调整"))
                .emits(new TargetRevised(TARGET, SIXTY, "县委〔2026〕8号", ON));
    }

    @Test
    void rejects_a_revision_without_a_reason_or_before_the_one_before_it() {
        target.given(amountOf(OF_WHOLE)).when(revise(SIXTY, ON, " ")).rejects(SharedRule.REASON_REQUIRED);
        target.given(amountOf(OF_WHOLE), new TargetRevised(TARGET, SIXTY, null, ON))
                .when(revise(FIFTY, ON.minusDays(1), "年中调整"))
                .rejects(SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_a_revision_that_changes_nothing() {
        target.given(amountOf(OF_WHOLE))
                .when(new ReviseTarget(TARGET, FIFTY, null, ON, "年中调整"))
                .rejects(TargetRule.NOTHING_CHANGED);
    }

    @Test
    void rejects_a_value_in_another_unit() {
        target.given(amountOf(OF_WHOLE))
                .when(revise(TargetValue.of(Money.wanUsd("100")), ON, "年中调整"))
                .rejectsAt("value.amount", SharedRule.WRONG_CURRENCY);
    }

    @Test
    void rejects_what_lies_outside_the_senders_parks() {
        target.seeing(TestDictionaries.OTHER_PARK.code())
                .given(amountOf(OF_PARK))
                .when(revise(SIXTY, ON, "年中调整"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @Test
    void a_withdrawn_target_is_revised_no_more_and_another_may_be_set() {
        target.given(amountOf(OF_WHOLE))
                .when(new WithdrawTarget(TARGET, ON, "并入新区目标"))
                .emits(new TargetWithdrawn(TARGET, ON));
        target.given(amountOf(OF_WHOLE), new TargetWithdrawn(TARGET, ON))
                .when(revise(SIXTY, ON, "年中调整"))
                .rejects(TargetRule.WITHDRAWN);
        target.given(amountOf(OF_WHOLE))
                .when(new WithdrawTarget(TARGET, ON, null))
                .rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void withdrawing_gives_the_place_back() {
        target.uniqueness.holding(
                "target.slot",
                "WHOLE|2026|SIGNED_AMOUNT",
                TARGET,
                AggregateScenario.SENDER,
                AggregateScenario.at(SET_ON));
        target.given(amountOf(OF_WHOLE))
                .when(new WithdrawTarget(TARGET, ON, "并入新区目标"))
                .emits(new TargetWithdrawn(TARGET, ON));
        assertThat(target.uniqueness.holder("target.slot", "WHOLE|2026|SIGNED_AMOUNT"))
                .isEmpty();
    }
}
