package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_REVIEW_BODY;
import static dev.wuwei.crm.testing.TestDictionaries.REVIEW_BODY;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.RecogniseSigning;
import dev.wuwei.crm.signing.SigningCommand.WithdrawRecognition;
import dev.wuwei.crm.signing.SigningEvent.RecognitionWithdrawn;
import dev.wuwei.crm.signing.SigningEvent.SigningRecognised;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecogniseSigningTest {
    private static final LocalDate ON = LocalDate.of(2026, 5, 8);

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    private static RecogniseSigning recognise(String body, Money amount, LocalDate on) {
        return new RecogniseSigning(SIGNING, body, amount, on);
    }

    private static SigningRecognised recognised() {
        return new SigningRecognised(SIGNING, PROJECT, REVIEW_BODY, Money.yi("4"), ON);
    }

    @Test
    void emits_recognition() {
        agreement.when(recognise(REVIEW_BODY.code(), Money.yi("4"), ON)).emits(recognised());
    }

    @Test
    void emits_recognition_by_another_body() {
        agreement
                .given(signed(), recognised())
                .when(recognise(OTHER_REVIEW_BODY.code(), Money.yi("4"), ON))
                .emitsTypes(SigningRecognised.class);
    }

    @Test
    void rejects_recognition_twice_by_one_body() {
        agreement
                .given(signed(), recognised())
                .when(recognise(REVIEW_BODY.code(), Money.yi("4"), ON))
                .rejects(SigningRule.ALREADY_RECOGNISED);
    }

    @Test
    void rejects_bad_input() {
        agreement.when(recognise(NO_SUCH_CODE, Money.yi("4"), ON)).rejectsAt("bodyCode", SharedRule.UNKNOWN_CODE);
        agreement
                .when(recognise(REVIEW_BODY.code(), Money.wanUsd("4"), ON))
                .rejectsAt("amount", SharedRule.WRONG_CURRENCY);
        agreement.when(recognise(REVIEW_BODY.code(), Money.cny("0"), ON)).rejectsAt("amount", SharedRule.NOT_POSITIVE);
        agreement
                .when(recognise(REVIEW_BODY.code(), Money.yi("4"), TODAY.plusDays(1)))
                .rejects(SharedRule.IN_FUTURE);
        agreement
                .when(recognise(REVIEW_BODY.code(), Money.yi("4"), SIGNED_ON.minusDays(1)))
                .rejects(SigningRule.BEFORE_SIGNING);
    }

    @Test
    void rejects_framework_agreement() {
        agreement
                .given(signed(AgreementKind.FRAMEWORK, terms("5")))
                .when(recognise(REVIEW_BODY.code(), Money.yi("4"), ON))
                .rejects(SigningRule.NOT_FORMAL);
    }

    @Nested
    class Withdraw {
        @Test
        void emits_withdrawal_as_a_correction_after_which_it_can_be_recognised_again() {
            var outcome = agreement
                    .given(signed(), recognised())
                    .when(new WithdrawRecognition(SIGNING, REVIEW_BODY.code(), "误录"));
            var withdrawn = new RecognitionWithdrawn(SIGNING, PROJECT, REVIEW_BODY, Money.yi("4"), ON);
            outcome.emits(withdrawn).withMetadata("correctionOf", outcome.eventId(SIGNING.toString(), 1));
            agreement
                    .given(signed(), recognised(), withdrawn)
                    .when(recognise(REVIEW_BODY.code(), Money.yi("4"), ON))
                    .emits(recognised());
        }

        @Test
        void rejects_what_was_not_recognised_and_missing_reason() {
            agreement
                    .when(new WithdrawRecognition(SIGNING, REVIEW_BODY.code(), "误录"))
                    .rejects(SigningRule.NOT_RECOGNISED);
            agreement
                    .given(signed(), recognised())
                    .when(new WithdrawRecognition(SIGNING, REVIEW_BODY.code(), " "))
                    .rejects(SharedRule.REASON_REQUIRED);
        }
    }
}
