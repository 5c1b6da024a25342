package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.Arrays;

/** What is counted and summed. Each is a count of projects and a sum; yuan and dollars are kept apart. */
public enum Measure {
    /** 签约: formal agreements, at first signing; increases at their own date. */
    SIGNED("signed"),
    /** 现场签约 */
    SIGNED_ON_SITE("signedOnSite"),
    /** 新引进 */
    NEWLY_INTRODUCED("newlyIntroduced"),
    /** 认定 */
    RECOGNISED("recognised"),
    /** 到位资金 */
    ARRIVED("arrived"),
    /** 在谈: adopted, neither shelved nor ended, not yet under a formal agreement; by estimate. A standing figure, not a flow. */
    IN_TALKS("inTalks"),
    /** 合同利用外资, in USD */
    CONTRACTED_FOREIGN("contractedForeign"),
    /** 实际利用外资, in USD */
    ACTUAL_FOREIGN("actualForeign");

    private final String key;

    Measure(String key) {
        this.key = key;
    }

    /** @return the name on the wire */
    public String key() {
        return key;
    }

    /** @return whether it counts agreements, so that a rescission may lower it */
    public boolean isOfAgreements() {
        return this != ARRIVED && this != ACTUAL_FOREIGN && this != IN_TALKS;
    }

    /** @return the currency that its sums are in: dollars for foreign capital. What is asked for otherwise stands apart */
    public Currency currency() {
        return this == CONTRACTED_FOREIGN || this == ACTUAL_FOREIGN ? Currency.USD : Currency.CNY;
    }

    /** @throws RuleViolated {@link LedgerRule#UNKNOWN_MEASURE} */
    public static Measure of(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new RuleViolated(LedgerRule.UNKNOWN_MEASURE, key));
    }
}
