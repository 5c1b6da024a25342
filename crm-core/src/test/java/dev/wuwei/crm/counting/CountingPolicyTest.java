package dev.wuwei.crm.counting;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.counting.CountingCommand.AdoptCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.DefineCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.RetireCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.ReviseCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.Rules;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyAdopted;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyDefined;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRetired;
import dev.wuwei.crm.counting.CountingEvent.CountingPolicyRevised;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestCountingRules;
import dev.wuwei.crm.testing.TestDictionaries;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CountingPolicyTest {
    private static final CountingPolicyId POLICY = new CountingPolicyId(new UUID(0x7000L, 55));
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final List<BigDecimal> BANDS = TestCountingRules.standard().bands();
    private static final CountingRules WITH_FRAMEWORKS =
            TestCountingRules.counting(AgreementKind.FRAMEWORK, AgreementKind.FORMAL);

    private final AggregateScenario<CountingPolicy> policy =
            AggregateScenario.of(CountingPolicy.class).by(AggregateScenario.SENDER, Role.LEADER);

    private static Rules rules(AgreementKind... kinds) {
        return rules(Upgrade.AT_UPGRADE, AmountChange.DIFFERENCE_ON_ITS_DATE, null, List.of(), BANDS, kinds);
    }

    private static Rules rules(
            Upgrade upgrade,
            AmountChange change,
            Integer lateAfterDays,
            List<CountingCommand.Exclusion> exclusions,
            List<BigDecimal> bands,
            AgreementKind... kinds) {
        return new Rules(
                Arrays.asList(kinds), upgrade, change, Ending.ON_ITS_DATE, lateAfterDays, true, exclusions, bands);
    }

    private static DefineCountingPolicy define(Rules rules) {
        return new DefineCountingPolicy(POLICY, "wide", "含框架协议", rules, TODAY);
    }

    private static CountingPolicyDefined defined() {
        return new CountingPolicyDefined(POLICY, "wide", 1, "含框架协议", WITH_FRAMEWORKS, FROM);
    }

    @Test
    void emits_the_first_version_with_kinds_in_their_order() {
        policy.when(define(rules(AgreementKind.FORMAL, AgreementKind.FRAMEWORK)))
                .emits(new CountingPolicyDefined(POLICY, "wide", 1, "含框架协议", WITH_FRAMEWORKS, TODAY));
    }

    @Test
    void emits_exclusions_with_the_names_of_their_codes() {
        policy.when(define(rules(
                        Upgrade.AT_UPGRADE,
                        AmountChange.DIFFERENCE_ON_ITS_DATE,
                        null,
                        List.of(
                                new CountingCommand.Exclusion(
                                        "SMALL_RENOVATION",
                                        "千万元以下技改不计",
                                        List.of(ProjectKind.TECHNICAL_RENOVATION),
                                        null,
                                        null,
                                        null,
                                        null,
                                        Money.cny("10000000")),
                                new CountingCommand.Exclusion(
                                        "OTHER_PARK",
                                        "高新区另计",
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of(TestDictionaries.OTHER_PARK.code()),
                                        null)),
                        BANDS,
                        AgreementKind.FORMAL)))
                .emits(new CountingPolicyDefined(
                        POLICY,
                        "wide",
                        1,
                        "含框架协议",
                        TestCountingRules.without(
                                new Exclusion(
                                        "SMALL_RENOVATION",
                                        "千万元以下技改不计",
                                        List.of(ProjectKind.TECHNICAL_RENOVATION),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        Money.cny("10000000")),
                                new Exclusion(
                                        "OTHER_PARK",
                                        "高新区另计",
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of(TestDictionaries.OTHER_PARK),
                                        null)),
                        TODAY));
    }

    @Test
    void rejects_what_would_count_the_same_money_twice() {
        policy.when(define(rules(
                        Upgrade.AGAIN,
                        AmountChange.DIFFERENCE_ON_ITS_DATE,
                        null,
                        null,
                        BANDS,
                        AgreementKind.FRAMEWORK,
                        AgreementKind.FORMAL)))
                .rejectsAt("rules.upgrade", CountingRule.COUNTED_TWICE);
        policy.when(define(
                        rules(Upgrade.AT_UPGRADE, AmountChange.WHOLE_AMOUNT, null, null, BANDS, AgreementKind.FORMAL)))
                .rejectsAt("rules.amountChange", CountingRule.COUNTED_TWICE);
        policy.when(define(rules(AgreementKind.FORMAL, AgreementKind.SUPPLEMENTARY)))
                .rejects(CountingRule.SUPPLEMENT_COUNTED);
    }

    @Test
    void rejects_rules_that_cannot_be() {
        policy.when(define(null)).rejectsAt("rules", SharedRule.REQUIRED);
        policy.when(define(rules(AgreementKind.FRAMEWORK))).rejects(CountingRule.FORMAL_MISSING);
        policy.when(define(rules(
                        Upgrade.AT_UPGRADE,
                        AmountChange.NOT_COUNTED,
                        null,
                        null,
                        List.of(BigDecimal.TEN, BigDecimal.ONE),
                        AgreementKind.FORMAL)))
                .rejects(CountingRule.BANDS_ASCENDING);
        policy.when(define(rules(Upgrade.AT_UPGRADE, AmountChange.NOT_COUNTED, -1, null, BANDS, AgreementKind.FORMAL)))
                .rejects(CountingRule.LATE_AFTER_DAYS);
    }

    @Test
    void rejects_exclusions_that_exclude_nothing_or_unknown_things() {
        policy.when(define(excluding(exclusion("A", null, null))))
                .rejectsAt("rules.exclusions[0].code", CountingRule.EXCLUSION_EMPTY);
        policy.when(define(excluding(exclusion("A", TestDictionaries.NO_SUCH_CODE, null))))
                .rejectsAt("rules.exclusions[0].industryCodes", SharedRule.UNKNOWN_CODE);
        policy.when(define(excluding(exclusion("A", null, new Money(BigDecimal.TEN, Currency.USD)))))
                .rejectsAt("rules.exclusions[0].below", SharedRule.WRONG_CURRENCY);
        policy.when(define(excluding(exclusion("a b", null, Money.yi("1")))))
                .rejectsAt("rules.exclusions[0].code", CountingRule.CODE_FORM);
        policy.when(define(excluding(exclusion("A", null, Money.yi("1")), exclusion("A", null, Money.yi("2")))))
                .rejectsAt("rules.exclusions[1].code", CountingRule.EXCLUSION_CODE_TWICE);
    }

    private static CountingCommand.Exclusion exclusion(String code, String industry, Money below) {
        return new CountingCommand.Exclusion(
                code, "甲", null, industry == null ? null : List.of(industry), null, null, null, below);
    }

    private static Rules excluding(CountingCommand.Exclusion... exclusions) {
        return rules(
                Upgrade.AT_UPGRADE,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                null,
                Arrays.asList(exclusions),
                BANDS,
                AgreementKind.FORMAL);
    }

    @Test
    void rejects_codes_of_another_form_and_that_of_the_shipped_policy() {
        policy.when(new DefineCountingPolicy(POLICY, "Wide One", "宽", rules(AgreementKind.FORMAL), TODAY))
                .rejects(CountingRule.CODE_FORM);
        policy.when(new DefineCountingPolicy(POLICY, "default", "宽", rules(AgreementKind.FORMAL), TODAY))
                .rejects(CountingRule.CODE_RESERVED);
    }

    @Test
    void emits_the_next_version_and_rejects_one_that_changes_nothing() {
        policy.given(defined())
                .when(new ReviseCountingPolicy(POLICY, "不含框架协议", rules(AgreementKind.FORMAL), TODAY, "与市里口径一致"))
                .emits(new CountingPolicyRevised(POLICY, "wide", 2, "不含框架协议", TestCountingRules.standard(), TODAY));
        policy.given(defined())
                .when(new ReviseCountingPolicy(
                        POLICY, "含框架协议", rules(AgreementKind.FRAMEWORK, AgreementKind.FORMAL), TODAY, "重申"))
                .rejects(CountingRule.NOTHING_CHANGED);
    }

    @Test
    void emits_adoption_from_a_day_and_its_end() {
        policy.given(defined())
                .when(new AdoptCountingPolicy(POLICY, 1, FROM, TODAY, "2026年起按新口径"))
                .emits(new CountingPolicyAdopted(POLICY, "wide", 1, FROM, TODAY));
        policy.given(defined(), new CountingPolicyAdopted(POLICY, "wide", 1, FROM, FROM))
                .when(new RetireCountingPolicy(POLICY, FROM.plusYears(1), TODAY, "恢复原口径"))
                .emits(new CountingPolicyRetired(POLICY, "wide", FROM.plusYears(1), TODAY));
    }

    @Test
    void rejects_adoption_of_no_version_twice_and_the_end_of_none() {
        policy.given(defined())
                .when(new AdoptCountingPolicy(POLICY, 2, FROM, TODAY, "按新口径"))
                .rejects(CountingRule.UNKNOWN_VERSION);
        policy.given(defined(), new CountingPolicyAdopted(POLICY, "wide", 1, FROM, FROM))
                .when(new AdoptCountingPolicy(POLICY, 1, FROM, TODAY, "按新口径"))
                .rejects(CountingRule.ALREADY_ADOPTED);
        policy.given(defined())
                .when(new RetireCountingPolicy(POLICY, FROM, TODAY, "恢复原口径"))
                .rejects(CountingRule.NOT_ADOPTED);
        policy.given(defined())
                .when(new AdoptCountingPolicy(POLICY, 1, FROM, TODAY, " "))
                .rejects(SharedRule.REASON_REQUIRED);
    }

    @Test
    void a_leader_of_one_park_does_not_decide_how_all_are_counted() {
        policy.seeing(TestDictionaries.PARK.code())
                .given(defined())
                .when(new AdoptCountingPolicy(POLICY, 1, FROM, TODAY, "按新口径"))
                .rejects(SharedRule.OUTSIDE_YOUR_PARKS);
    }
}
