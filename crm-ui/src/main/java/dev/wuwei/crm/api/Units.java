package dev.wuwei.crm.api;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.AreaUnit;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The units that amounts and land are written in on the wire. */
final class Units {
    static final String YI_YUAN = "亿元";
    static final String WAN_YUAN = "万元";
    static final String WAN_DOLLAR = "万美元";

    private static final Map<String, BigDecimal> YUAN = factors("元", 0, WAN_YUAN, 4, YI_YUAN, 8);
    private static final Map<String, BigDecimal> DOLLAR = factors("美元", 0, WAN_DOLLAR, 4, "亿美元", 8);
    private static final Map<String, AreaUnit> AREAS = areas();

    private static final int SHARE_DECIMALS = 4;

    private Units() {}

    private static Map<String, BigDecimal> factors(Object... namesAndPowers) {
        Map<String, BigDecimal> factors = new LinkedHashMap<>();
        for (int i = 0; i < namesAndPowers.length; i += 2) {
            factors.put((String) namesAndPowers[i], BigDecimal.ONE.movePointRight((int) namesAndPowers[i + 1]));
        }
        return factors;
    }

    private static Map<String, AreaUnit> areas() {
        Map<String, AreaUnit> areas = new LinkedHashMap<>();
        areas.put("亩", AreaUnit.MU);
        areas.put("㎡", AreaUnit.SQUARE_METRE);
        areas.put("平方米", AreaUnit.SQUARE_METRE);
        areas.put("MU", AreaUnit.MU);
        areas.put("SQUARE_METRE", AreaUnit.SQUARE_METRE);
        return areas;
    }

    /** Names and what one of each is in the main unit. */
    static Map<String, BigDecimal> of(Currency currency) {
        return currency == Currency.USD ? DOLLAR : YUAN;
    }

    static Map<String, AreaUnit> ofAreas() {
        return AREAS;
    }

    /** An amount as the wire shows it: an exact decimal as text, its currency, its unit. */
    record Amount(String amount, String currency, String unit) {
        /** In 万元 or 万美元, as on detail pages. */
        static Amount inWan(Money money) {
            return money == null ? null : of(money.amount(), money.currency(), 4, WAN_YUAN, WAN_DOLLAR);
        }

        /** In 亿元, as totals are; dollars in 万美元. At least two decimals, more where the amount has them. */
        static Amount inYi(Money money) {
            if (money == null) {
                return null;
            }
            return money.currency() == Currency.USD
                    ? inWan(money)
                    : of(money.amount(), money.currency(), 8, YI_YUAN, YI_YUAN);
        }

        private static Amount of(BigDecimal main, Currency currency, int power, String yuan, String dollar) {
            BigDecimal value = main.movePointLeft(power).stripTrailingZeros();
            return new Amount(
                    value.setScale(Math.max(2, value.scale())).toPlainString(),
                    currency.name(),
                    currency == Currency.USD ? dollar : yuan);
        }
    }

    /** @return a share or a rate, 0 to 1 and above, with four decimals; rounded here and nowhere before */
    static Double share(BigDecimal share) {
        return share == null
                ? null
                : share.setScale(SHARE_DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }

    /** Land as the wire shows it, in the unit it was entered in. */
    record Land(String value, String unit) {
        static Land of(Area area) {
            return area == null
                    ? null
                    : new Land(
                            area.value().stripTrailingZeros().toPlainString(), area.unit() == AreaUnit.MU ? "亩" : "㎡");
        }
    }
}
