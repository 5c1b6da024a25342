package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.CorrectForeignCapitalUsed;
import dev.wuwei.crm.signing.SigningCommand.RecordForeignCapitalUsed;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.signing.SigningEvent.ForeignCapitalCorrected;
import dev.wuwei.crm.signing.SigningEvent.ForeignCapitalUsed;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ForeignCapitalTest {
    private static final LocalDate ON = LocalDate.of(2026, 4, 10);

    private final AgreementSigned foreign = signed(AgreementKind.FORMAL, foreign(terms("5"), Money.wanUsd("2000")));
    private final AggregateScenario<Signing> agreement = agreement().given(foreign);

    private static ForeignCapitalUsed used(String wan) {
        return new ForeignCapitalUsed(SIGNING, PROJECT, ENTRY, Money.wanUsd(wan), "验资报告", NONE, ON);
    }

    @Nested
    class Record {
        private RecordForeignCapitalUsed record(Money amount, String proof, LocalDate on) {
            return new RecordForeignCapitalUsed(SIGNING, ENTRY, amount, proof, NONE, on);
        }

        @Test
        void emits_dated_entry_in_dollars() {
            agreement.when(record(Money.wanUsd("300"), "验资报告", ON)).emits(used("300"));
        }

        @Test
        void rejects_yuan() {
            agreement.when(record(Money.wan("300"), "验资报告", ON)).rejectsAt("amount", SharedRule.WRONG_CURRENCY);
        }

        @Test
        void rejects_agreement_without_foreign_capital() {
            agreement
                    .given(signed())
                    .when(record(Money.wanUsd("300"), "验资报告", ON))
                    .rejects(SigningRule.NO_FOREIGN_CAPITAL);
        }

        @Test
        void rejects_missing_proof_wrong_dates_and_the_same_entry_twice() {
            agreement.when(record(Money.wanUsd("1"), null, ON)).rejectsAt("proof", SharedRule.REQUIRED);
            agreement.when(record(Money.wanUsd("1"), "证", TODAY.plusDays(1))).rejects(SharedRule.IN_FUTURE);
            agreement
                    .given(foreign, used("300"))
                    .when(record(Money.wanUsd("1"), "证", ON))
                    .rejects(SigningRule.ENTRY_ALREADY_RECORDED);
        }
    }

    @Nested
    class Correct {
        @Test
        void emits_what_it_should_have_been() {
            var outcome = agreement
                    .given(foreign, used("300"))
                    .when(new CorrectForeignCapitalUsed(SIGNING, ENTRY, Money.wanUsd("30"), "多录一位"));
            outcome.emits(new ForeignCapitalCorrected(
                            SIGNING, PROJECT, ENTRY, Money.wanUsd("30"), Money.wanUsd("300"), ON))
                    .withMetadata("correctionOf", outcome.eventId(SIGNING.toString(), 1));
        }

        @Test
        void rejects_unknown_entry_yuan_and_missing_reason() {
            agreement
                    .when(new CorrectForeignCapitalUsed(SIGNING, ENTRY, Money.wanUsd("30"), "误录"))
                    .rejects(SigningRule.UNKNOWN_ENTRY);
            var entered = agreement.given(foreign, used("300"));
            entered.when(new CorrectForeignCapitalUsed(SIGNING, ENTRY, Money.wan("30"), "误录"))
                    .rejectsAt("amount", SharedRule.WRONG_CURRENCY);
            entered.when(new CorrectForeignCapitalUsed(SIGNING, ENTRY, Money.wanUsd("30"), null))
                    .rejects(SharedRule.REASON_REQUIRED);
        }
    }
}
