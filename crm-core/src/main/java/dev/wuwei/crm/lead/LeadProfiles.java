package dev.wuwei.crm.lead;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.investor.Investors;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Checks;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Dictionaries;
import dev.wuwei.crm.shared.DictionaryKind;
import dev.wuwei.crm.shared.Existence;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.shared.Violations;
import java.util.function.Function;

/** What is entered about a lead, checked and with the names that its codes have today. */
final class LeadProfiles {
    private LeadProfiles() {}

    /** @param before what was entered so far, or {@code null} */
    static LeadProfile check(
            LeadDetails details, LeadProfile before, Dictionaries dictionaries, Violations violations) {
        if (details == null) {
            violations.check(() -> Checks.present(null, "details"));
            return null;
        }
        return new LeadProfile(
                violations.value(() -> Checks.required(details.name(), Checks.NAME, "details.name")),
                details.investorId(),
                details.contactId(),
                violations.value(() -> dictionaries.require(
                        DictionaryKind.LEAD_SOURCE,
                        details.sourceCode(),
                        kept(before, LeadProfile::source),
                        "details.sourceCode")),
                violations.value(() -> Checks.optional(details.sourceNote(), Checks.LINE, "details.sourceNote")),
                violations.value(() -> dictionaries.optional(
                        DictionaryKind.PROMOTION_METHOD,
                        details.methodCode(),
                        kept(before, LeadProfile::method),
                        "details.methodCode")),
                violations.value(() -> dictionaries.optional(
                        DictionaryKind.REGION,
                        details.regionCode(),
                        kept(before, LeadProfile::region),
                        "details.regionCode")),
                violations.value(() -> dictionaries.optional(
                        DictionaryKind.INDUSTRY,
                        details.industryCode(),
                        kept(before, LeadProfile::industry),
                        "details.industryCode")),
                violations.value(() -> dictionaries.optional(
                        DictionaryKind.GBT4754,
                        details.gbt4754Code(),
                        kept(before, LeadProfile::gbt4754),
                        "details.gbt4754Code")),
                violations.value(() -> dictionaries.optional(
                        DictionaryKind.CHAIN,
                        details.chainCode(),
                        kept(before, LeadProfile::chain),
                        "details.chainCode")),
                violations.value(() -> details.intendedInvestment() == null
                        ? null
                        : Checks.positive(details.intendedInvestment(), "details.intendedInvestment")),
                violations.value(() -> area(details.landNeed(), "details.landNeed")),
                violations.value(() -> area(details.factoryNeed(), "details.factoryNeed")),
                violations.value(() -> Checks.present(details.kind(), "details.kind")),
                violations.value(() -> Checks.optional(details.summary(), Checks.TEXT, "details.summary")));
    }

    private static Coded kept(LeadProfile before, Function<LeadProfile, Coded> part) {
        return before == null ? null : part.apply(before);
    }

    private static Area area(Area need, String field) {
        return need == null ? null : Checks.positive(need, field);
    }

    /** @throws RuleViolated when there is no such investor, or it has gone into another */
    static void requireKnown(InvestorId investorId, Existence existence, Uniqueness uniqueness) {
        if (!Investors.exists(investorId, existence)) {
            throw new RuleViolated(LeadRule.UNKNOWN_INVESTOR);
        }
        if (Investors.isMerged(investorId, uniqueness)) {
            throw new RuleViolated(LeadRule.INVESTOR_MERGED);
        }
    }

    /** What adopting needs, and an adopted lead keeps. */
    static Violations adoptable(LeadProfile profile, StaffId owner) {
        return new Violations()
                .when(profile.investorId() == null, LeadRule.INVESTOR_MISSING)
                .when(profile.contactId() == null, LeadRule.CONTACT_MISSING)
                .when(profile.industry() == null, LeadRule.INDUSTRY_MISSING)
                .when(profile.intendedInvestment() == null, LeadRule.AMOUNT_MISSING)
                .when(owner == null, LeadRule.OWNER_MISSING);
    }
}
