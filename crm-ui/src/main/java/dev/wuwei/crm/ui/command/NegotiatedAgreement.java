package dev.wuwei.crm.ui.command;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.projections.dossier.DossierView.TermsVersion;
import dev.wuwei.crm.projections.investor.InvestorRow;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.CompanyCommitment.Operator;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.Party;
import java.util.ArrayList;
import java.util.List;

/** The agreement that follows from the last terms on the table, as a draft that is completed by hand. */
final class NegotiatedAgreement {
    /** 达产 is what output and tax are promised for, a year after production unless agreed otherwise. */
    private static final int MONTHS_AFTER_PRODUCTION = 12;

    private NegotiatedAgreement() {}

    /** @return one party, the investor, and one for the company that signs; none when no investor is known */
    static List<Party> parties(InvestorRow investor) {
        return investor == null
                ? List.of()
                : List.of(
                        new Party(Party.Side.INVESTOR, investor.legalName(), investor.creditCode()),
                        new Party(Party.Side.SIGNING_SUBJECT, null, null));
    }

    /** @return {@code null} when nothing was negotiated yet */
    static AgreementTerms terms(TermsVersion version) {
        if (version == null) {
            return null;
        }
        Terms terms = version.terms();
        return new AgreementTerms(
                yuan(terms.totalInvestment()),
                yuan(terms.fixedAssetInvestment()),
                null,
                terms.land(),
                List.of(),
                List.of(new AgreedPhase(
                        t("command.first-phase"),
                        yuan(terms.totalInvestment()),
                        terms.land(),
                        terms.startOn(),
                        terms.completeOn(),
                        terms.produceOn(),
                        terms.scaleUpOn(),
                        terms.fullCapacityOn())),
                companyCommitments(terms),
                governmentCommitments(terms));
    }

    private static Money yuan(Money money) {
        return money == null || money.currency() != Currency.CNY ? null : money;
    }

    private static List<CompanyCommitment> companyCommitments(Terms terms) {
        List<CompanyCommitment> promises = new ArrayList<>();
        promise(promises, Metric.INVESTMENT_INTENSITY, terms.intensity());
        promise(promises, Metric.OUTPUT_PER_MU, terms.outputPerMu());
        promise(promises, Metric.TAX_PER_MU, terms.taxPerMu());
        promise(promises, Metric.JOBS, terms.jobs());
        return promises;
    }

    private static void promise(List<CompanyCommitment> promises, Metric metric, Number value) {
        if (value != null) {
            promises.add(new CompanyCommitment(
                    String.valueOf(promises.size() + 1),
                    null,
                    metric,
                    Operator.AT_LEAST,
                    value.toString(),
                    Behaviours.unit(metric),
                    DueRule.monthsAfter(DueRule.Anchor.PRODUCTION_START, MONTHS_AFTER_PRODUCTION),
                    null,
                    null));
        }
    }

    private static List<GovernmentCommitment> governmentCommitments(Terms terms) {
        List<GovernmentCommitment> promises = new ArrayList<>();
        for (Terms.Incentive incentive : terms.incentives() == null ? List.<Terms.Incentive>of() : terms.incentives()) {
            promises.add(new GovernmentCommitment(
                    "Z" + (promises.size() + 1),
                    GovernmentCommitment.Kind.INCENTIVE,
                    incentive.clause(),
                    null,
                    null,
                    null,
                    null));
        }
        return promises;
    }
}
