package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.CommitmentCommand.AdvancePromise;
import dev.wuwei.crm.signing.CommitmentCommand.CorrectPromisePayment;
import dev.wuwei.crm.signing.CommitmentCommand.PayPromise;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawPromiseStep;
import dev.wuwei.crm.signing.CommitmentEvent.PromiseAdvanced;
import dev.wuwei.crm.signing.CommitmentEvent.PromisePaid;
import dev.wuwei.crm.signing.CommitmentEvent.PromisePaymentCorrected;
import dev.wuwei.crm.signing.CommitmentEvent.PromiseStepWithdrawn;
import dev.wuwei.crm.signing.DueRule.Anchor;
import dev.wuwei.crm.signing.GovernmentCommitment.Kind;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GovernmentCommitmentTest {
    private static final LocalDate ON = LocalDate.of(2026, 4, 10);
    private static final String MONEY = "6.1";
    private static final String ROAD = "6.2";

    private final AggregateScenario<Signing> agreement = agreement().given(signedWithRoad());

    private static SigningEvent.AgreementSigned signedWithRoad() {
        return signed(
                AgreementKind.FORMAL,
                promising(
                        terms("5"),
                        incentive(MONEY, "500"),
                        new GovernmentCommitment(
                                ROAD,
                                Kind.INFRASTRUCTURE,
                                "园区道路接入",
                                null,
                                null,
                                DueRule.monthsAfter(Anchor.SIGNING, 6),
                                "住建局")));
    }

    private static PromiseAdvanced advanced(String clause, PromiseStep step) {
        return new PromiseAdvanced(SIGNING, PROJECT, clause, step, null, NONE, ON);
    }

    private static PromisePaid paid(String wan) {
        return new PromisePaid(SIGNING, PROJECT, ENTRY, MONEY, Money.wan(wan), 2026, "拨付凭证", NONE, ON);
    }

    @Nested
    class Advance {
        private AdvancePromise advance(String clause, PromiseStep step) {
            return new AdvancePromise(SIGNING, clause, step, null, NONE, ON);
        }

        @Test
        void incentive_is_claimed_then_verified() {
            agreement.when(advance(MONEY, PromiseStep.CLAIMED)).emits(advanced(MONEY, PromiseStep.CLAIMED));
            agreement
                    .given(signedWithRoad(), advanced(MONEY, PromiseStep.CLAIMED))
                    .when(advance(MONEY, PromiseStep.VERIFIED))
                    .emits(advanced(MONEY, PromiseStep.VERIFIED));
        }

        @Test
        void what_is_not_money_is_honoured_at_once() {
            agreement.when(advance(ROAD, PromiseStep.HONOURED)).emits(advanced(ROAD, PromiseStep.HONOURED));
        }

        @Test
        void rejects_steps_that_skip_go_back_or_follow_an_end() {
            agreement.when(advance(MONEY, PromiseStep.VERIFIED)).rejectsAt("step", SigningRule.PROMISE_STEP_MISSING);
            agreement.when(advance(MONEY, PromiseStep.HONOURED)).rejectsAt("step", SigningRule.HONOURED_BY_PAYING);
            agreement
                    .given(signedWithRoad(), advanced(MONEY, PromiseStep.CLAIMED))
                    .when(advance(MONEY, PromiseStep.CONDITION_MET))
                    .rejectsAt("step", SigningRule.PROMISE_STEP_BACK);
            agreement()
                    .given(signedWithRoad(), advanced(ROAD, PromiseStep.HONOURED))
                    .when(new AdvancePromise(SIGNING, ROAD, PromiseStep.INVALIDATED, "规划取消", NONE, ON))
                    .rejects(SigningRule.PROMISE_STEP_BACK);
        }

        @Test
        void refusal_says_why() {
            agreement.when(advance(MONEY, PromiseStep.REFUSED)).rejectsAt("note", SharedRule.REQUIRED);
        }

        @Test
        void rejects_the_future_and_unknown_clauses() {
            agreement
                    .when(new AdvancePromise(SIGNING, ROAD, PromiseStep.HONOURED, null, NONE, TODAY.plusDays(1)))
                    .rejectsAt("occurredOn", SharedRule.IN_FUTURE);
            agreement.when(advance("5.1", PromiseStep.HONOURED)).rejectsAt("clause", SigningRule.UNKNOWN_CLAUSE);
        }

        @Test
        void withdrawal_takes_the_last_step_back_unless_money_was_paid_on_it() {
            agreement
                    .given(signedWithRoad(), advanced(MONEY, PromiseStep.CLAIMED))
                    .when(new WithdrawPromiseStep(SIGNING, MONEY, "材料退回"))
                    .emits(new PromiseStepWithdrawn(SIGNING, PROJECT, MONEY, PromiseStep.CLAIMED, ON));
            agreement()
                    .given(signedWithRoad())
                    .when(new WithdrawPromiseStep(SIGNING, MONEY, "材料退回"))
                    .rejects(SigningRule.NO_PROMISE_STEP);
            agreement()
                    .given(
                            signedWithRoad(),
                            advanced(MONEY, PromiseStep.CLAIMED),
                            advanced(MONEY, PromiseStep.VERIFIED),
                            paid("200"))
                    .when(new WithdrawPromiseStep(SIGNING, MONEY, "材料退回"))
                    .rejects(SigningRule.ALREADY_PAID);
        }
    }

    @Nested
    class Pay {
        private final Object[] verified = {
            signedWithRoad(), advanced(MONEY, PromiseStep.CLAIMED), advanced(MONEY, PromiseStep.VERIFIED)
        };

        private PayPromise pay(String clause, String wan, int year) {
            return new PayPromise(SIGNING, ENTRY, clause, Money.wan(wan), year, "拨付凭证", NONE, ON);
        }

        @Test
        void emits_a_part_with_the_year_whose_budget_pays_it() {
            agreement.given(verified).when(pay(MONEY, "200", 2026)).emits(paid("200"));
        }

        @Test
        void rejects_before_verification_beyond_the_promise_and_what_is_not_money() {
            agreement.when(pay(MONEY, "200", 2026)).rejects(SigningRule.PROMISE_STEP_MISSING);
            agreement.given(verified).when(pay(MONEY, "501", 2026)).rejectsAt("amount", SigningRule.PAID_ABOVE_PROMISE);
            agreement.when(pay(ROAD, "1", 2026)).rejects(SigningRule.AMOUNT_ONLY_FOR_INCENTIVES);
        }

        @Test
        void rejects_a_budget_year_that_cannot_be() {
            agreement.given(verified).when(pay(MONEY, "200", 2022)).rejectsAt("budgetYear", SigningRule.BUDGET_YEAR);
        }

        @Test
        void correction_keeps_what_was_taken_for_paid() {
            agreement
                    .given(verified[0], verified[1], verified[2], paid("200"))
                    .when(new CorrectPromisePayment(SIGNING, ENTRY, Money.wan("180"), "凭证金额看错"))
                    .emits(new PromisePaymentCorrected(
                            SIGNING, PROJECT, ENTRY, MONEY, Money.wan("180"), Money.wan("200"), ON));
            agreement
                    .given(verified[0], verified[1], verified[2], paid("200"))
                    .when(new CorrectPromisePayment(SIGNING, ENTRY, Money.wan("600"), "凭证金额看错"))
                    .rejectsAt("amount", SigningRule.PAID_ABOVE_PROMISE);
        }
    }
}
