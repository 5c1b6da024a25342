package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.RESCISSION_REASON;

import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.SigningCommand.CorrectArrivedCapital;
import dev.wuwei.crm.signing.SigningCommand.RecordArrivedCapital;
import dev.wuwei.crm.signing.SigningEvent.AgreementRescinded;
import dev.wuwei.crm.signing.SigningEvent.ArrivedCapitalCorrected;
import dev.wuwei.crm.signing.SigningEvent.CapitalArrived;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ArrivedCapitalTest {
    private static final LocalDate ON = LocalDate.of(2026, 4, 10);

    private final AggregateScenario<Signing> agreement = agreement().given(signed());

    private static CapitalArrived arrived(String wan) {
        return new CapitalArrived(SIGNING, PROJECT, ENTRY, Money.wan(wan), "银行进账单", NONE, ON);
    }

    @Nested
    class Record {
        private RecordArrivedCapital record(EntryId entry, Money amount, String proof, LocalDate on) {
            return new RecordArrivedCapital(SIGNING, entry, amount, proof, NONE, on);
        }

        @Test
        void emits_dated_entry_with_proof() {
            agreement.when(record(ENTRY, Money.wan("800"), " 银行进账单 ", ON)).emits(arrived("800"));
        }

        @Test
        void rejects_the_same_entry_twice() {
            agreement
                    .given(signed(), arrived("800"))
                    .when(record(ENTRY, Money.wan("800"), "银行进账单", ON))
                    .rejects(SigningRule.ENTRY_ALREADY_RECORDED);
        }

        @Test
        void rejects_amounts_that_cannot_be() {
            agreement.when(record(ENTRY, null, "证", ON)).rejectsAt("amount", SharedRule.REQUIRED);
            agreement.when(record(ENTRY, Money.cny("0"), "证", ON)).rejectsAt("amount", SharedRule.NOT_POSITIVE);
            agreement.when(record(ENTRY, Money.wan("-1"), "证", ON)).rejectsAt("amount", SharedRule.NEGATIVE_AMOUNT);
            agreement.when(record(ENTRY, Money.wanUsd("1"), "证", ON)).rejectsAt("amount", SharedRule.WRONG_CURRENCY);
            agreement.when(record(ENTRY, Money.yi("10001"), "证", ON)).rejectsAt("amount", SharedRule.ABSURD_AMOUNT);
        }

        @Test
        void rejects_missing_proof_missing_entry_and_wrong_dates() {
            agreement.when(record(ENTRY, Money.wan("1"), "", ON)).rejectsAt("proof", SharedRule.REQUIRED);
            agreement.when(record(null, Money.wan("1"), "证", ON)).rejectsAt("entryId", SharedRule.REQUIRED);
            agreement
                    .when(record(ENTRY, Money.wan("1"), "证", TODAY.plusDays(1)))
                    .rejects(SharedRule.IN_FUTURE);
            agreement
                    .when(record(ENTRY, Money.wan("1"), "证", SIGNED_ON.minusDays(1)))
                    .rejects(SigningRule.BEFORE_SIGNING);
        }

        @Test
        void rejects_agreement_that_has_ended_and_other_parks() {
            agreement
                    .given(signed(), new AgreementRescinded(SIGNING, PROJECT, RESCISSION_REASON, ON))
                    .when(record(ENTRY, Money.wan("1"), "证", ON))
                    .rejects(SigningRule.NOT_IN_FORCE);
            agreement
                    .given(signed())
                    .seeing(OTHER_PARK.code())
                    .when(record(ENTRY, Money.wan("1"), "证", ON))
                    .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }

    @Nested
    class Correct {
        private CorrectArrivedCapital correct(EntryId entry, Money amount, String reason) {
            return new CorrectArrivedCapital(SIGNING, entry, amount, reason);
        }

        @Test
        void emits_what_it_should_have_been_on_the_day_of_the_entry() {
            var outcome = agreement.given(signed(), arrived("800")).when(correct(ENTRY, Money.wan("300"), "多录"));
            outcome.emits(new ArrivedCapitalCorrected(SIGNING, PROJECT, ENTRY, Money.wan("300"), Money.wan("800"), ON))
                    .withMetadata("correctionOf", outcome.eventId(SIGNING.toString(), 1));
        }

        @Test
        void emits_nothing_left_when_the_entry_is_taken_back() {
            agreement
                    .given(signed(), arrived("800"))
                    .when(correct(ENTRY, Money.cny("0"), "重复录入"))
                    .emits(new ArrivedCapitalCorrected(SIGNING, PROJECT, ENTRY, Money.cny("0"), Money.wan("800"), ON));
        }

        @Test
        void rejects_unknown_entry_same_amount_below_zero_and_other_currency() {
            var entered = agreement.given(signed(), arrived("800"));
            entered.when(correct(EntryId.next(), Money.wan("1"), "误录")).rejects(SigningRule.UNKNOWN_ENTRY);
            entered.when(correct(ENTRY, Money.wan("800"), "误录")).rejects(SigningRule.NOTHING_CHANGED);
            entered.when(correct(ENTRY, Money.wan("-1"), "误录")).rejectsAt("amount", SharedRule.NEGATIVE_AMOUNT);
            entered.when(correct(ENTRY, Money.wanUsd("1"), "误录")).rejectsAt("amount", SharedRule.WRONG_CURRENCY);
            entered.when(correct(ENTRY, Money.wan("1"), null)).rejects(SharedRule.REASON_REQUIRED);
        }
    }
}
