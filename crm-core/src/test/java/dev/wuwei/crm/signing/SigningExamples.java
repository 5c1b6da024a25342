package dev.wuwei.crm.signing;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.TestDictionaries.INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static dev.wuwei.crm.testing.TestDictionaries.SIGNING_OCCASION;

import dev.wuwei.crm.negotiation.NegotiationGuard;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.DueRule.Anchor;
import dev.wuwei.crm.signing.Party.Side;
import dev.wuwei.crm.signing.SigningCommand.UpgradeAgreement;
import dev.wuwei.crm.signing.SigningEvent.AgreementSigned;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One agreement of 5亿元 in two phases, signed in March 2026, and the variations that tests ask for. */
final class SigningExamples {
    static final SigningId SIGNING = SigningId.of("01970000-0000-7000-8000-000000000001");
    static final ProjectId PROJECT = ProjectId.of("01970000-0000-7000-8000-000000000002");
    static final NegotiationId NEGOTIATION = NegotiationId.of("01970000-0000-7000-8000-000000000003");
    static final EntryId ENTRY = EntryId.of("01970000-0000-7000-8000-000000000004");
    static final LocalDate SIGNED_ON = LocalDate.of(2026, 3, 2);
    static final String NUMBER = "ZS-HT-2026-001";
    static final String CREDIT_CODE = "91350100M000100Y43";
    static final List<Attachment> NONE = List.of();
    static final List<Party> PARTIES = List.of(
            new Party(Side.INVESTOR, "甲子集团", CREDIT_CODE), new Party(Side.SIGNING_SUBJECT, "甲子新材", CREDIT_CODE));

    private SigningExamples() {}

    static AgreedPhase phase(String name, String yi, int year) {
        return new AgreedPhase(
                name,
                Money.yi(yi),
                Area.mu("60"),
                LocalDate.of(year, 6, 30),
                LocalDate.of(year + 1, 6, 30),
                LocalDate.of(year + 1, 12, 31),
                null,
                null);
    }

    static CompanyCommitment commitment(String clause, Metric metric, String value) {
        return new CompanyCommitment(
                clause,
                null,
                metric,
                metric.isDate() ? Operator.NOT_LATER_THAN : Operator.AT_LEAST,
                value,
                "万元/亩",
                DueRule.monthsAfter(Anchor.PRODUCTION_START, 12),
                "审计报告",
                "退还奖补");
    }

    static GovernmentCommitment incentive(String clause, String wan) {
        return new GovernmentCommitment(
                clause, GovernmentCommitment.Kind.INCENTIVE, "设备补助", Money.wan(wan), "固定资产投资到位", null, "工信局");
    }

    /** @param yi total in 亿元, of which four fifths are fixed assets */
    static AgreementTerms terms(String yi) {
        return new AgreementTerms(
                Money.yi(yi),
                new Money(
                        Money.yi(yi).amount().multiply(new java.math.BigDecimal("0.8")),
                        Money.yi(yi).currency()),
                null,
                Area.mu("120"),
                List.of(new YearAmount(2026, Money.yi("1")), new YearAmount(2027, Money.yi("2"))),
                List.of(phase("一期", "2", 2026), phase("二期", "1", 2028)),
                List.of(commitment("5.1", Metric.INVESTMENT_INTENSITY, "400")),
                List.of(incentive("6.1", "500")));
    }

    static AgreementTerms foreign(AgreementTerms terms, Money usd) {
        return new AgreementTerms(
                terms.totalInvestment(),
                terms.fixedAssetInvestment(),
                usd,
                terms.land(),
                terms.annualPlan(),
                terms.phases(),
                terms.companyCommitments(),
                terms.governmentCommitments());
    }

    static AgreementTerms phases(AgreementTerms terms, AgreedPhase... phases) {
        return new AgreementTerms(
                terms.totalInvestment(),
                terms.fixedAssetInvestment(),
                terms.foreignCapital(),
                terms.land(),
                terms.annualPlan(),
                List.of(phases),
                terms.companyCommitments(),
                terms.governmentCommitments());
    }

    static AgreementTerms plan(AgreementTerms terms, YearAmount... plan) {
        return new AgreementTerms(
                terms.totalInvestment(),
                terms.fixedAssetInvestment(),
                terms.foreignCapital(),
                terms.land(),
                List.of(plan),
                terms.phases(),
                terms.companyCommitments(),
                terms.governmentCommitments());
    }

    static AgreementTerms committing(AgreementTerms terms, CompanyCommitment... commitments) {
        return new AgreementTerms(
                terms.totalInvestment(),
                terms.fixedAssetInvestment(),
                terms.foreignCapital(),
                terms.land(),
                terms.annualPlan(),
                terms.phases(),
                List.of(commitments),
                terms.governmentCommitments());
    }

    static AgreementTerms promising(AgreementTerms terms, GovernmentCommitment... commitments) {
        return new AgreementTerms(
                terms.totalInvestment(),
                terms.fixedAssetInvestment(),
                terms.foreignCapital(),
                terms.land(),
                terms.annualPlan(),
                terms.phases(),
                terms.companyCommitments(),
                List.of(commitments));
    }

    static AgreementSigned signed(AgreementKind kind, AgreementTerms terms) {
        return new AgreementSigned(
                SIGNING,
                PROJECT,
                "ZS-2026-0042",
                NEGOTIATION,
                kind,
                NUMBER,
                PARTIES,
                terms,
                SIGNING_OCCASION,
                true,
                true,
                INDUSTRY,
                PARK,
                SENDER,
                NONE,
                SIGNED_ON);
    }

    static AgreementSigned signed() {
        return signed(AgreementKind.FORMAL, terms("5"));
    }

    /** An agreement whose number is taken, with the neighbours that it asks. */
    static AggregateScenario<Signing> agreement(Negotiations negotiations) {
        var scenario = AggregateScenario.of(Signing.class).with(negotiations);
        scenario.uniqueness.holding(Agreement.CONTRACT_NO, NUMBER, SIGNING, SENDER, AggregateScenario.at(SIGNED_ON));
        return scenario;
    }

    static AggregateScenario<Signing> agreement() {
        return agreement(new Negotiations());
    }

    /** A negotiation that agrees to everything and remembers what it was told. */
    static final class Negotiations implements NegotiationGuard {
        final List<String> told = new ArrayList<>();
        private final List<String> conditions;

        Negotiations(String... conditions) {
            this.conditions = List.of(conditions);
        }

        @Override
        public List<String> upgrade(NegotiationId negotiationId, UpgradeAgreement command, EventMeta meta) {
            told.add("upgrade " + command.kind());
            return conditions;
        }

        @Override
        public void signingDateCorrected(
                NegotiationId negotiationId, SigningId signingId, LocalDate signedOn, EventMeta meta) {
            told.add("signed " + signedOn);
        }

        @Override
        public void agreementEnded(
                NegotiationId negotiationId, SigningId signingId, LocalDate occurredOn, EventMeta meta) {
            told.add("ended " + occurredOn);
        }

        @Override
        public void agreementRestored(
                NegotiationId negotiationId, SigningId signingId, LocalDate occurredOn, EventMeta meta) {
            told.add("restored " + occurredOn);
        }
    }
}
