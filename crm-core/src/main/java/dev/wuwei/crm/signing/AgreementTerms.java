package dev.wuwei.crm.signing;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import java.util.List;

/**
 * What an agreement says; every version holds all of it.
 *
 * @param totalInvestment CNY
 * @param fixedAssetInvestment CNY, not above the total
 * @param foreignCapital contracted foreign capital in USD, or {@code null}; never added to CNY
 */
public record AgreementTerms(
        Money totalInvestment,
        Money fixedAssetInvestment,
        Money foreignCapital,
        Area land,
        List<YearAmount> annualPlan,
        List<AgreedPhase> phases,
        List<CompanyCommitment> companyCommitments,
        List<GovernmentCommitment> governmentCommitments) {
    /** @return the same but for its amounts; each as above */
    public AgreementTerms withAmounts(Money total, Money fixedAssets, Money foreign) {
        return new AgreementTerms(
                total, fixedAssets, foreign, land, annualPlan, phases, companyCommitments, governmentCommitments);
    }
}
