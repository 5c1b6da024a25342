package dev.wuwei.crm.testing;

import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Exclusion;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.signing.AgreementKind;
import java.math.BigDecimal;
import java.util.List;

/** The rules that are shipped, and others that differ from them in one thing. */
public final class TestCountingRules {
    private static final List<BigDecimal> BANDS =
            List.of(BigDecimal.ONE, new BigDecimal("5"), BigDecimal.TEN, new BigDecimal("50"));

    private TestCountingRules() {}

    public static CountingRules standard() {
        return rules(
                List.of(AgreementKind.FORMAL),
                Upgrade.AT_UPGRADE,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                Ending.ON_ITS_DATE,
                null,
                true,
                List.of());
    }

    public static CountingRules rules(
            List<AgreementKind> kinds,
            Upgrade upgrade,
            AmountChange amountChange,
            Ending ending,
            Integer lateAfterDays,
            boolean creditFollowsOwner,
            List<Exclusion> exclusions) {
        return new CountingRules(
                kinds, upgrade, amountChange, ending, lateAfterDays, creditFollowsOwner, exclusions, BANDS);
    }

    public static CountingRules counting(AgreementKind... kinds) {
        CountingRules rules = standard();
        return rules(
                List.of(kinds),
                rules.upgrade(),
                rules.amountChange(),
                rules.ending(),
                rules.lateAfterDays(),
                rules.creditFollowsOwner(),
                rules.exclusions());
    }

    public static CountingRules withUpgrade(Upgrade upgrade) {
        return rules(
                List.of(AgreementKind.FORMAL),
                upgrade,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                Ending.ON_ITS_DATE,
                null,
                true,
                List.of());
    }

    public static CountingRules withAmountChange(AmountChange amountChange) {
        return rules(
                List.of(AgreementKind.FORMAL),
                Upgrade.AT_UPGRADE,
                amountChange,
                Ending.ON_ITS_DATE,
                null,
                true,
                List.of());
    }

    public static CountingRules withEnding(Ending ending) {
        return rules(
                List.of(AgreementKind.FORMAL),
                Upgrade.AT_UPGRADE,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                ending,
                null,
                true,
                List.of());
    }

    public static CountingRules lateAfter(int days) {
        return rules(
                List.of(AgreementKind.FORMAL),
                Upgrade.AT_UPGRADE,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                Ending.ON_ITS_DATE,
                days,
                true,
                List.of());
    }

    public static CountingRules without(Exclusion... exclusions) {
        return rules(
                List.of(AgreementKind.FORMAL),
                Upgrade.AT_UPGRADE,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                Ending.ON_ITS_DATE,
                null,
                true,
                List.of(exclusions));
    }
}
