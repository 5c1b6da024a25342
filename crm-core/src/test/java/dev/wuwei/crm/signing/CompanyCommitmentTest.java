package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.RESCISSION_REASON;

import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.CommitmentCommand.AssessCommitment;
import dev.wuwei.crm.signing.CommitmentCommand.OrderRectification;
import dev.wuwei.crm.signing.CommitmentCommand.WaiveCommitment;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawAssessment;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawRectification;
import dev.wuwei.crm.signing.CommitmentCommand.WithdrawWaiver;
import dev.wuwei.crm.signing.CommitmentEvent.AssessmentWithdrawn;
import dev.wuwei.crm.signing.CommitmentEvent.CommitmentAssessed;
import dev.wuwei.crm.signing.CommitmentEvent.CommitmentWaived;
import dev.wuwei.crm.signing.CommitmentEvent.RectificationOrdered;
import dev.wuwei.crm.signing.CommitmentEvent.RectificationWithdrawn;
import dev.wuwei.crm.signing.CommitmentEvent.WaiverWithdrawn;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompanyCommitmentTest {
    private static final LocalDate ON = LocalDate.of(2026, 4, 10);
    private static final String FIGURE = "5.1";
    private static final String DATE = "5.2";
    private static final String WORDS = "5.3";

    private final AggregateScenario<Signing> agreement = agreement().given(signedWithAll());

    private static SigningEvent.AgreementSigned signedWithAll() {
        return signed(
                AgreementKind.FORMAL,
                committing(
                        terms("5"),
                        commitment(FIGURE, Metric.INVESTMENT_INTENSITY, "400"),
                        commitment(DATE, Metric.SCALE_UP_DATE, "2028-06-30"),
                        commitment(WORDS, Metric.OTHER, "总部迁入")));
    }

    private static CommitmentAssessed assessed(String clause, String actual, CommitmentVerdict verdict) {
        return new CommitmentAssessed(SIGNING, PROJECT, ENTRY, clause, actual, verdict, "审计报告", NONE, ON);
    }

    private static CommitmentWaived waived() {
        return new CommitmentWaived(SIGNING, PROJECT, FIGURE, "县政府会议纪要 12 号", NONE, ON);
    }

    private static RectificationOrdered ordered(LocalDate deadline) {
        return new RectificationOrdered(SIGNING, PROJECT, FIGURE, "补足投资", deadline, NONE, ON);
    }

    @Nested
    class Assess {
        private AssessCommitment assess(String clause, String actual, CommitmentVerdict verdict, LocalDate on) {
            return new AssessCommitment(SIGNING, ENTRY, clause, actual, verdict, "审计报告", NONE, on);
        }

        @Test
        void emits_the_figure_as_audited_and_the_verdict_on_words() {
            agreement.when(assess(FIGURE, " 386.50 ", null, ON)).emits(assessed(FIGURE, "386.50", null));
            agreement
                    .when(assess(WORDS, null, CommitmentVerdict.MET, ON))
                    .emits(assessed(WORDS, null, CommitmentVerdict.MET));
        }

        @Test
        void rejects_verdicts_that_follow_from_facts() {
            agreement
                    .when(assess(FIGURE, "386", CommitmentVerdict.MET, ON))
                    .rejects(SigningRule.VERDICT_FOLLOWS_FIGURE);
            agreement.when(assess(DATE, "2028-06-01", null, ON)).rejects(SigningRule.JUDGED_BY_MILESTONE);
            agreement.when(assess(WORDS, "已迁", null, ON)).rejectsAt("verdict", SharedRule.REQUIRED);
        }

        @Test
        void rejects_no_figure_unknown_clause_the_future_and_the_same_entry_twice() {
            agreement.when(assess(FIGURE, "很多", null, ON)).rejectsAt("actual", SigningRule.COMMITMENT_VALUE);
            agreement.when(assess(FIGURE, "-1", null, ON)).rejectsAt("actual", SharedRule.NEGATIVE_AMOUNT);
            agreement.when(assess("9.9", "1", null, ON)).rejectsAt("clause", SigningRule.UNKNOWN_CLAUSE);
            agreement.when(assess(FIGURE, "1", null, TODAY.plusDays(1))).rejectsAt("occurredOn", SharedRule.IN_FUTURE);
            agreement.when(assess(FIGURE, "1", null, SIGNED_ON.minusDays(1))).rejects(SigningRule.BEFORE_SIGNING);
            agreement
                    .given(signedWithAll(), assessed(FIGURE, "386.50", null))
                    .when(assess(FIGURE, "1", null, ON))
                    .rejects(SigningRule.ENTRY_ALREADY_RECORDED);
        }

        @Test
        void rejects_other_parks_and_takes_the_judgement_after_the_end() {
            agreement
                    .seeing(OTHER_PARK.code())
                    .when(assess(FIGURE, "1", null, ON))
                    .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
            agreement()
                    .given(signedWithAll(), new AgreementRescinded(SIGNING, PROJECT, RESCISSION_REASON, ON))
                    .when(assess(FIGURE, "386.50", null, ON))
                    .emits(assessed(FIGURE, "386.50", null));
        }

        @Test
        void withdrawal_names_what_stood() {
            agreement
                    .given(signedWithAll(), assessed(FIGURE, "386.50", null))
                    .when(new WithdrawAssessment(SIGNING, ENTRY, "看错了表"))
                    .emits(new AssessmentWithdrawn(SIGNING, PROJECT, ENTRY, FIGURE, ON));
        }

        @Test
        void rejects_withdrawal_of_nothing_and_without_a_reason() {
            agreement.when(new WithdrawAssessment(SIGNING, ENTRY, "看错了表")).rejects(SigningRule.UNKNOWN_ENTRY);
            agreement
                    .given(signedWithAll(), assessed(FIGURE, "386.50", null))
                    .when(new WithdrawAssessment(SIGNING, ENTRY, " "))
                    .rejects(SharedRule.REASON_REQUIRED);
        }
    }

    @Nested
    class Waive {
        private WaiveCommitment waive(String document) {
            return new WaiveCommitment(SIGNING, FIGURE, document, NONE, ON, "规划调整，用地减少");
        }

        @Test
        void emits_the_document_and_can_be_taken_back() {
            agreement.when(waive("县政府会议纪要 12 号")).emits(waived());
            agreement
                    .given(signedWithAll(), waived())
                    .when(new WithdrawWaiver(SIGNING, FIGURE, "纪要作废"))
                    .emits(new WaiverWithdrawn(SIGNING, PROJECT, FIGURE, ON));
        }

        @Test
        void rejects_it_twice_without_a_document_or_where_nothing_was_waived() {
            agreement.given(signedWithAll(), waived()).when(waive("另一份")).rejects(SigningRule.ALREADY_WAIVED);
            agreement().given(signedWithAll()).when(waive(" ")).rejectsAt("document", SharedRule.REQUIRED);
            agreement()
                    .given(signedWithAll())
                    .when(new WithdrawWaiver(SIGNING, FIGURE, "纪要作废"))
                    .rejects(SigningRule.NOT_WAIVED);
        }
    }

    @Nested
    class Rectify {
        private OrderRectification order(LocalDate deadline, LocalDate on) {
            return new OrderRectification(SIGNING, FIGURE, "补足投资", deadline, NONE, on);
        }

        @Test
        void emits_the_order_and_a_later_one_moves_the_deadline() {
            agreement.when(order(ON.plusDays(60), ON)).emits(ordered(ON.plusDays(60)));
            agreement
                    .given(signedWithAll(), ordered(ON.plusDays(60)))
                    .when(order(ON.plusDays(90), ON))
                    .emits(ordered(ON.plusDays(90)));
        }

        @Test
        void rejects_a_deadline_before_the_order_and_an_order_before_the_last() {
            agreement.when(order(ON, ON)).rejectsAt("deadline", SigningRule.DEADLINE_BEFORE_ORDER);
            agreement
                    .given(signedWithAll(), ordered(ON.plusDays(60)))
                    .when(order(ON.plusDays(90), ON.minusDays(1)))
                    .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
        }

        @Test
        void withdrawal_takes_the_last_order_back() {
            agreement
                    .given(signedWithAll(), ordered(ON.plusDays(60)))
                    .when(new WithdrawRectification(SIGNING, FIGURE, "登错条款"))
                    .emits(new RectificationWithdrawn(SIGNING, PROJECT, FIGURE, ON));
            agreement()
                    .given(signedWithAll())
                    .when(new WithdrawRectification(SIGNING, FIGURE, "登错条款"))
                    .rejects(SigningRule.NOT_ORDERED);
        }
    }
}
