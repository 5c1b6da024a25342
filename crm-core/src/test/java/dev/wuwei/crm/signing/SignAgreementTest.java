package dev.wuwei.crm.signing;

import static dev.wuwei.crm.signing.SigningExamples.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.NO_SUCH_CODE;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.SIGNING_OCCASION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.Rule;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.DueRule.Anchor;
import dev.wuwei.crm.signing.Party.Side;
import dev.wuwei.crm.signing.SigningCommand.SignAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.testing.AggregateScenario;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignAgreementTest {
    private final AggregateScenario<SigningDoor> negotiation = AggregateScenario.of(SigningDoor.class);

    private static SignAgreement sign(AgreementKind kind, List<Party> parties, AgreementTerms terms) {
        return new SignAgreement(
                NEGOTIATION,
                SIGNING,
                kind,
                NUMBER,
                parties,
                terms,
                SIGNING_OCCASION.code(),
                true,
                true,
                null,
                NONE,
                SIGNED_ON);
    }

    private static SignAgreement sign(AgreementTerms terms) {
        return sign(AgreementKind.FORMAL, PARTIES, terms);
    }

    private static SignAgreement sign(Party... parties) {
        return sign(AgreementKind.FORMAL, Arrays.asList(parties), terms("5"));
    }

    private static SignAgreement sign(
            String number, String occasion, String industry, List<Attachment> files, LocalDate on) {
        return new SignAgreement(
                NEGOTIATION,
                SIGNING,
                AgreementKind.FORMAL,
                number,
                PARTIES,
                terms("5"),
                occasion,
                false,
                false,
                industry,
                files,
                on);
    }

    private void rejects(AgreementTerms terms, String field, Rule rule) {
        negotiation.when(sign(terms)).rejectsAt(field, rule);
    }

    @Test
    void emits_agreement_and_end_of_the_negotiation_together() {
        var outcome = negotiation.when(sign(terms("5")));
        outcome.emitsTypes(AgreementSigned.class, NegotiationSigned.class);
        var signed = outcome.event(AgreementSigned.class);
        var condition = new CompanyCommitment(
                "ADMISSION-1", null, Metric.OTHER, Operator.EQUAL, SigningDoor.CONDITION, null, null, null, null);
        var expected = committing(terms("5"), commitment("5.1", Metric.INVESTMENT_INTENSITY, "400"), condition);
        assertThat(signed).isEqualTo(signed(AgreementKind.FORMAL, expected));
        assertThat(negotiation.uniqueness.holder(Agreement.CONTRACT_NO, NUMBER))
                .hasValueSatisfying(holder -> assertThat(holder.owner()).isEqualTo(SIGNING.toString()));
    }

    @Test
    void emits_industry_of_the_command_before_that_of_the_negotiation() {
        var signed = negotiation
                .when(sign(NUMBER, null, OTHER_INDUSTRY.code(), NONE, SIGNED_ON))
                .event(AgreementSigned.class);
        assertThat(signed.industry()).isEqualTo(OTHER_INDUSTRY);
        assertThat(signed.occasion()).isNull();
        assertThat(signed(AgreementKind.FORMAL, terms("5")).industry()).isEqualTo(INDUSTRY);
    }

    @Test
    void emits_letter_of_intent_without_phases_subject_and_fixed_assets() {
        var intent = new AgreementTerms(Money.yi("5"), null, null, null, null, null, null, null);
        var signed = negotiation
                .when(sign(AgreementKind.LETTER_OF_INTENT, List.of(PARTIES.getFirst()), intent))
                .event(AgreementSigned.class);
        assertThat(signed.terms().phases()).isEmpty();
        assertThat(signed.terms().annualPlan()).isEmpty();
        assertThat(signed.terms().governmentCommitments()).isEmpty();
    }

    @Test
    void emits_texts_without_outer_blanks_and_codes_in_upper_case() {
        var signed = negotiation
                .when(sign(new Party(Side.INVESTOR, " 甲子集团 ", CREDIT_CODE.toLowerCase()), PARTIES.get(1)))
                .event(AgreementSigned.class);
        assertThat(signed.parties()).isEqualTo(PARTIES);
    }

    @Test
    void emits_contracted_foreign_capital_beside_the_total_for_a_foreign_investor_without_code() {
        var command = sign(
                AgreementKind.FORMAL,
                List.of(new Party(Side.INVESTOR, "Jiazi Ltd", null), PARTIES.get(1)),
                foreign(terms("5"), Money.wanUsd("2000")));
        var signed = negotiation.when(command).event(AgreementSigned.class);
        assertThat(signed.terms().totalInvestment()).isEqualTo(Money.yi("5"));
        assertThat(signed.terms().foreignCapital()).isEqualTo(Money.wanUsd("2000"));
    }

    @Test
    void rejects_number_of_another_agreement_and_says_who_was_first() {
        negotiation.uniqueness.holding(
                Agreement.CONTRACT_NO, NUMBER, SigningId.next(), SENDER, AggregateScenario.at(SIGNED_ON));
        var outcome = negotiation.when(sign(terms("5")));
        outcome.rejectsAt("contractNo", SharedRule.ALREADY_TAKEN);
        assertThat(outcome.violations().getFirst().args())
                .containsExactly(NUMBER, SENDER, AggregateScenario.at(SIGNED_ON));
    }

    @Test
    void rejects_supplementary_agreement() {
        negotiation
                .when(sign(AgreementKind.SUPPLEMENTARY, PARTIES, terms("5")))
                .rejects(SigningRule.SUPPLEMENTARY_AMENDS);
    }

    @Test
    void rejects_signing_in_the_future() {
        negotiation
                .when(sign(NUMBER, null, null, NONE, TODAY.plusDays(1)))
                .rejectsAt("occurredOn", SharedRule.IN_FUTURE);
    }

    @Test
    void rejects_missing_and_impossible_dates() {
        negotiation.when(sign(NUMBER, null, null, NONE, null)).rejectsAt("occurredOn", SharedRule.REQUIRED);
        negotiation
                .when(sign(NUMBER, null, null, NONE, LocalDate.of(202, 3, 2)))
                .rejectsAt("occurredOn", SharedRule.TOO_EARLY);
    }

    @Test
    void rejects_park_outside_the_scope_of_the_sender() {
        negotiation.seeing(OTHER_PARK.code()).when(sign(terms("5"))).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }

    @Test
    void rejects_unknown_codes() {
        negotiation
                .when(sign(NUMBER, NO_SUCH_CODE, null, NONE, SIGNED_ON))
                .rejectsAt("occasionCode", SharedRule.UNKNOWN_CODE);
        negotiation
                .when(sign(NUMBER, null, NO_SUCH_CODE, NONE, SIGNED_ON))
                .rejectsAt("industryCode", SharedRule.UNKNOWN_CODE);
    }

    @Test
    void rejects_number_that_is_missing_too_long_or_holds_control_characters() {
        negotiation.when(sign(" ", null, null, NONE, SIGNED_ON)).rejectsAt("contractNo", SharedRule.REQUIRED);
        negotiation
                .when(sign("号".repeat(101), null, null, NONE, SIGNED_ON))
                .rejectsAt("contractNo", SharedRule.TOO_LONG);
        negotiation
                .when(sign("ZS\u202E001", null, null, NONE, SIGNED_ON))
                .rejectsAt("contractNo", SharedRule.FORBIDDEN_CHARACTERS);
    }

    @Test
    void rejects_attachment_that_is_no_file() {
        negotiation
                .when(sign(
                        NUMBER, null, null, List.of(new Attachment("abc", "合同.pdf", "application/pdf", 1)), SIGNED_ON))
                .rejectsAt("attachments[0].sha256", SharedRule.NOT_FOUND);
    }

    @Test
    void rejects_missing_kind_terms_and_parties_all_at_once() {
        var outcome = negotiation.when(sign(null, null, null));
        assertThat(outcome.violations())
                .extracting(violation -> violation.field() + " " + violation.code())
                .containsExactlyInAnyOrder(
                        "kind shared.required", "terms shared.required", "parties signing.party-missing");
    }

    @Nested
    class Parties {
        @ParameterizedTest
        @EnumSource(
                value = Side.class,
                names = {"INVESTOR", "SIGNING_SUBJECT"})
        void rejects_formal_agreement_without_one_side(Side side) {
            negotiation
                    .when(sign(PARTIES.stream()
                            .filter(party -> party.role() != side)
                            .toArray(Party[]::new)))
                    .rejects(SigningRule.PARTY_MISSING);
        }

        @Test
        void rejects_wrong_check_character() {
            negotiation
                    .when(sign(PARTIES.getFirst(), new Party(Side.SIGNING_SUBJECT, "甲子新材", "91350100M000100Y44")))
                    .rejectsAt("parties[1].creditCode", SharedRule.WRONG_CHECK_CHARACTER);
        }

        @Test
        void rejects_missing_code_of_a_domestic_investor() {
            negotiation
                    .when(sign(new Party(Side.INVESTOR, "甲子集团", null), PARTIES.get(1)))
                    .rejectsAt("parties[0].creditCode", SharedRule.REQUIRED);
        }

        @Test
        void rejects_party_without_name_or_side() {
            negotiation
                    .when(sign(PARTIES.get(0), PARTIES.get(1), new Party(Side.GOVERNMENT, "", null)))
                    .rejectsAt("parties[2].name", SharedRule.REQUIRED);
            negotiation
                    .when(sign(PARTIES.get(0), PARTIES.get(1), new Party(null, "某方", null)))
                    .rejectsAt("parties[2].role", SharedRule.REQUIRED);
        }

        @Test
        void rejects_same_party_twice() {
            negotiation
                    .when(sign(PARTIES.get(0), PARTIES.get(1), PARTIES.get(0)))
                    .rejects(SigningRule.PARTY_TWICE);
        }

        @Test
        void rejects_an_empty_row() {
            negotiation.when(sign(PARTIES.get(0), PARTIES.get(1), null)).rejectsAt("parties[2]", SharedRule.REQUIRED);
        }
    }

    @Nested
    class Amounts {
        private AgreementTerms amounts(Money total, Money fixed, Money foreign) {
            return new AgreementTerms(total, fixed, foreign, null, null, List.of(phase("一期", "0", 2026)), null, null);
        }

        @Test
        void rejects_total_that_is_missing_zero_negative_absurd_or_too_precise() {
            rejects(amounts(null, Money.yi("1"), null), "terms.totalInvestment", SharedRule.REQUIRED);
            rejects(amounts(Money.cny("0"), Money.cny("0"), null), "terms.totalInvestment", SharedRule.NOT_POSITIVE);
            rejects(amounts(Money.cny("1.001"), Money.cny("1"), null), "terms.totalInvestment", SharedRule.TOO_PRECISE);
            rejects(amounts(Money.yi("10001"), Money.yi("1"), null), "terms.totalInvestment", SharedRule.ABSURD_AMOUNT);
            negotiation
                    .when(sign(amounts(Money.yi("-1"), Money.cny("0"), null)))
                    .rejectsAll(SharedRule.NEGATIVE_AMOUNT);
        }

        @Test
        void rejects_total_in_dollars_and_foreign_capital_in_yuan() {
            rejects(
                    amounts(Money.wanUsd("100"), Money.yi("1"), null),
                    "terms.totalInvestment",
                    SharedRule.WRONG_CURRENCY);
            rejects(
                    amounts(Money.yi("5"), Money.yi("1"), Money.wan("100")),
                    "terms.foreignCapital",
                    SharedRule.WRONG_CURRENCY);
            rejects(
                    amounts(Money.yi("5"), Money.wanUsd("1"), null),
                    "terms.fixedAssetInvestment",
                    SharedRule.WRONG_CURRENCY);
        }

        @Test
        void rejects_fixed_assets_above_the_total() {
            rejects(
                    amounts(Money.yi("5"), Money.yi("5.1"), null),
                    "terms.fixedAssetInvestment",
                    SigningRule.FIXED_ASSETS_ABOVE_TOTAL);
        }

        @Test
        void rejects_formal_agreement_without_fixed_assets() {
            rejects(amounts(Money.yi("5"), null, null), "terms.fixedAssetInvestment", SharedRule.REQUIRED);
        }

        @Test
        void rejects_foreign_capital_of_nothing() {
            rejects(
                    amounts(Money.yi("5"), Money.yi("1"), Money.zero(Currency.USD)),
                    "terms.foreignCapital",
                    SharedRule.NOT_POSITIVE);
        }

        @Test
        void rejects_land_of_nothing() {
            var terms = terms("5");
            rejects(
                    new AgreementTerms(
                            terms.totalInvestment(),
                            terms.fixedAssetInvestment(),
                            null,
                            Area.mu("0"),
                            terms.annualPlan(),
                            terms.phases(),
                            null,
                            null),
                    "terms.land",
                    SharedRule.NOT_POSITIVE);
        }
    }

    @Nested
    class AnnualPlan {
        @Test
        void rejects_year_twice() {
            rejects(
                    plan(terms("5"), new YearAmount(2026, Money.yi("1")), new YearAmount(2026, Money.yi("2"))),
                    "terms.annualPlan[1].year",
                    SigningRule.PLAN_YEAR_TWICE);
        }

        @Test
        void rejects_plan_above_the_total() {
            negotiation
                    .when(sign(plan(terms("5"), new YearAmount(2026, Money.yi("5.01")))))
                    .rejects(SigningRule.PLAN_ABOVE_TOTAL);
        }

        @Test
        void rejects_impossible_years_and_amounts() {
            rejects(
                    plan(terms("5"), new YearAmount(26, Money.yi("1"))),
                    "terms.annualPlan[0].year",
                    SharedRule.TOO_EARLY);
            rejects(
                    plan(terms("5"), new YearAmount(20260, Money.yi("1"))),
                    "terms.annualPlan[0].year",
                    SharedRule.TOO_LATE);
            rejects(
                    plan(terms("5"), new YearAmount(2026, Money.yi("-1"))),
                    "terms.annualPlan[0].amount",
                    SharedRule.NEGATIVE_AMOUNT);
            rejects(
                    plan(terms("5"), new YearAmount(2026, Money.wanUsd("1"))),
                    "terms.annualPlan[0].amount",
                    SharedRule.WRONG_CURRENCY);
        }
    }

    @Nested
    class Phases {
        private AgreedPhase dated(LocalDate start, LocalDate complete) {
            return new AgreedPhase("一期", null, null, start, complete, null, null, null);
        }

        @Test
        void rejects_formal_agreement_without_a_phase() {
            negotiation.when(sign(phases(terms("5")))).rejects(SigningRule.PHASE_MISSING);
        }

        @Test
        void rejects_name_twice() {
            rejects(
                    phases(terms("5"), phase("一期", "1", 2026), phase("一期", "1", 2027)),
                    "terms.phases[1].name",
                    SigningRule.PHASE_TWICE);
        }

        @Test
        void rejects_phases_above_the_total() {
            negotiation
                    .when(sign(phases(terms("5"), phase("一期", "3", 2026), phase("二期", "2.5", 2027))))
                    .rejects(SigningRule.PHASES_ABOVE_TOTAL);
        }

        @Test
        void rejects_dates_out_of_order() {
            rejects(
                    phases(terms("5"), dated(LocalDate.of(2027, 1, 1), LocalDate.of(2026, 12, 31))),
                    "terms.phases[0].completeBy",
                    SigningRule.PHASE_DATES_OUT_OF_ORDER);
        }

        @Test
        void rejects_start_before_signing() {
            rejects(
                    phases(terms("5"), dated(SIGNED_ON.minusDays(1), null)),
                    "terms.phases[0].startBy",
                    SigningRule.PHASE_BEFORE_SIGNING);
        }

        @Test
        void rejects_date_in_another_age() {
            rejects(
                    phases(terms("5"), dated(LocalDate.of(2206, 1, 1), null)),
                    "terms.phases[0].startBy",
                    SharedRule.TOO_LATE);
        }

        @Test
        void rejects_wrong_amounts_of_a_phase() {
            rejects(
                    phases(terms("5"), new AgreedPhase("一期", Money.wanUsd("1"), null, null, null, null, null, null)),
                    "terms.phases[0].investment",
                    SharedRule.WRONG_CURRENCY);
            rejects(
                    phases(terms("5"), new AgreedPhase("一期", null, Area.mu("-1"), null, null, null, null, null)),
                    "terms.phases[0].land",
                    SharedRule.NOT_POSITIVE);
        }
    }

    @Nested
    class CompanyCommitments {
        private static final String AT = "terms.companyCommitments[0].";

        private void rejects(CompanyCommitment commitment, String field, Rule rule) {
            SignAgreementTest.this.rejects(committing(terms("5"), commitment), field, rule);
        }

        private CompanyCommitment of(Metric metric, Operator operator, String value, DueRule due) {
            return new CompanyCommitment("5.1", null, metric, operator, value, null, due, null, null);
        }

        @Test
        void emits_date_commitment() {
            var signed = negotiation
                    .when(sign(committing(
                            terms("5"),
                            of(
                                    Metric.START_DATE,
                                    Operator.NOT_LATER_THAN,
                                    "2026-06-30",
                                    DueRule.on(LocalDate.of(2026, 6, 30))))))
                    .event(AgreementSigned.class);
            assertThat(signed.terms().companyCommitments())
                    .extracting(CompanyCommitment::value)
                    .contains("2026-06-30");
        }

        @Test
        void rejects_clause_twice() {
            SignAgreementTest.this.rejects(
                    committing(terms("5"), commitment("5.1", Metric.JOBS, "1"), commitment("5.1", Metric.TAX, "1")),
                    "terms.companyCommitments[1].clause",
                    SigningRule.CLAUSE_TWICE);
        }

        @Test
        void rejects_unknown_phase() {
            rejects(
                    new CompanyCommitment(
                            "5.1",
                            "三期",
                            Metric.JOBS,
                            Operator.AT_LEAST,
                            "1",
                            null,
                            DueRule.monthsAfter(Anchor.SIGNING, 1),
                            null,
                            null),
                    AT + "phase",
                    SigningRule.UNKNOWN_PHASE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"四百", "1e", "2026-06-30", "=1+1"})
        void rejects_figure_that_is_none(String value) {
            rejects(
                    of(Metric.JOBS, Operator.AT_LEAST, value, DueRule.monthsAfter(Anchor.SIGNING, 1)),
                    AT + "value",
                    SigningRule.COMMITMENT_VALUE);
        }

        @Test
        void rejects_negative_and_absurd_figures() {
            var due = DueRule.monthsAfter(Anchor.SIGNING, 1);
            rejects(of(Metric.JOBS, Operator.AT_LEAST, "-1", due), AT + "value", SharedRule.NEGATIVE_AMOUNT);
            rejects(of(Metric.JOBS, Operator.AT_LEAST, "1e12", due), AT + "value", SharedRule.ABSURD_AMOUNT);
            rejects(of(Metric.JOBS, Operator.AT_LEAST, "0.0000001", due), AT + "value", SharedRule.TOO_PRECISE);
        }

        @Test
        void rejects_date_that_is_none() {
            rejects(
                    of(
                            Metric.START_DATE,
                            Operator.NOT_LATER_THAN,
                            "2026-02-30",
                            DueRule.monthsAfter(Anchor.SIGNING, 1)),
                    AT + "value",
                    SigningRule.COMMITMENT_VALUE);
        }

        @Test
        void rejects_operator_that_does_not_fit_the_metric() {
            var due = DueRule.monthsAfter(Anchor.SIGNING, 1);
            rejects(
                    of(Metric.START_DATE, Operator.AT_LEAST, "2026-06-30", due),
                    AT + "operator",
                    SigningRule.OPERATOR_UNFIT);
            rejects(of(Metric.JOBS, Operator.NOT_LATER_THAN, "10", due), AT + "operator", SigningRule.OPERATOR_UNFIT);
        }

        @Test
        void rejects_due_rules_that_say_too_little_or_too_much() {
            var rule = SigningRule.DUE_RULE_INCOMPLETE;
            rejects(of(Metric.JOBS, Operator.AT_LEAST, "1", null), AT + "due", SharedRule.REQUIRED);
            rejects(of(Metric.JOBS, Operator.AT_LEAST, "1", new DueRule(null, null, null)), AT + "due", rule);
            rejects(of(Metric.JOBS, Operator.AT_LEAST, "1", new DueRule(Anchor.DATE, null, null)), AT + "due", rule);
            rejects(
                    of(Metric.JOBS, Operator.AT_LEAST, "1", new DueRule(Anchor.PERMIT, SIGNED_ON, 3)),
                    AT + "due",
                    rule);
            rejects(of(Metric.JOBS, Operator.AT_LEAST, "1", new DueRule(Anchor.PERMIT, null, null)), AT + "due", rule);
            rejects(
                    of(Metric.JOBS, Operator.AT_LEAST, "1", DueRule.monthsAfter(Anchor.PERMIT, -1)),
                    AT + "due.months",
                    SharedRule.NEGATIVE_AMOUNT);
            rejects(
                    of(Metric.JOBS, Operator.AT_LEAST, "1", DueRule.monthsAfter(Anchor.PERMIT, 601)),
                    AT + "due.months",
                    SharedRule.ABSURD_AMOUNT);
        }

        @Test
        void rejects_due_rules_that_wait_for_what_is_promised() {
            var rule = SigningRule.DUE_RULE_IN_A_CIRCLE;
            rejects(
                    of(
                            Metric.START_DATE,
                            Operator.NOT_LATER_THAN,
                            null,
                            DueRule.monthsAfter(Anchor.PRODUCTION_START, 1)),
                    AT + "due",
                    rule);
            rejects(
                    of(
                            Metric.PRODUCTION_DATE,
                            Operator.NOT_LATER_THAN,
                            null,
                            DueRule.monthsAfter(Anchor.PRODUCTION_START, 1)),
                    AT + "due",
                    rule);
        }

        @Test
        void takes_a_date_that_runs_from_the_hand_over_of_the_land() {
            var signed = negotiation
                    .when(sign(committing(
                            terms("5"),
                            of(
                                    Metric.START_DATE,
                                    Operator.NOT_LATER_THAN,
                                    null,
                                    DueRule.monthsAfter(Anchor.LAND_HANDOVER, 3)))))
                    .event(AgreementSigned.class);
            assertThat(signed.terms().companyCommitments())
                    .extracting(CompanyCommitment::value)
                    .startsWith((String) null);
        }

        @Test
        void rejects_clause_that_poses_as_a_condition_of_the_admission() {
            rejects(
                    new CompanyCommitment(
                            "ADMISSION-1", null, Metric.OTHER, Operator.EQUAL, "无条件", null, null, null, null),
                    AT + "value",
                    SigningRule.CONDITION_REWORDED);
        }
    }

    @Nested
    class GovernmentCommitments {
        private static final String AT = "terms.governmentCommitments[0].";

        private void rejects(GovernmentCommitment commitment, String field, Rule rule) {
            SignAgreementTest.this.rejects(promising(terms("5"), commitment), field, rule);
        }

        private GovernmentCommitment of(GovernmentCommitment.Kind kind, String promise, Money amount, String by) {
            return new GovernmentCommitment(
                    "6.1", kind, promise, amount, null, DueRule.monthsAfter(Anchor.SIGNING, 3), by);
        }

        @Test
        void rejects_promise_without_words_or_department() {
            rejects(
                    of(GovernmentCommitment.Kind.LAND_HANDOVER, " ", null, "自然资源局"),
                    AT + "promise",
                    SharedRule.REQUIRED);
            rejects(
                    of(GovernmentCommitment.Kind.LAND_HANDOVER, "交地", null, null),
                    AT + "responsible",
                    SharedRule.REQUIRED);
            rejects(of(null, "交地", null, "自然资源局"), AT + "kind", SharedRule.REQUIRED);
        }

        @Test
        void rejects_amount_of_what_is_no_incentive() {
            rejects(
                    of(GovernmentCommitment.Kind.LAND_HANDOVER, "交地", Money.wan("1"), "自然资源局"),
                    AT + "amount",
                    SigningRule.AMOUNT_ONLY_FOR_INCENTIVES);
        }

        @Test
        void rejects_incentive_in_dollars() {
            rejects(
                    of(GovernmentCommitment.Kind.INCENTIVE, "补助", Money.wanUsd("1"), "工信局"),
                    AT + "amount",
                    SharedRule.WRONG_CURRENCY);
        }

        @Test
        void rejects_clause_twice_and_missing_due_rule() {
            SignAgreementTest.this.rejects(
                    promising(terms("5"), incentive("6.1", "1"), incentive("6.1", "2")),
                    "terms.governmentCommitments[1].clause",
                    SigningRule.CLAUSE_TWICE);
            rejects(
                    new GovernmentCommitment("6.1", GovernmentCommitment.Kind.OTHER, "配套道路", null, null, null, "住建局"),
                    AT + "due",
                    SharedRule.REQUIRED);
        }
    }

    @Test
    void rejects_more_rows_than_any_agreement_has() {
        var row = new YearAmount(2026, new Money(BigDecimal.ONE, Currency.CNY));
        rejects(
                plan(terms("5"), Collections.nCopies(201, row).toArray(YearAmount[]::new)),
                "terms.annualPlan",
                SharedRule.TOO_MANY);
    }
}
