package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Money;
import java.math.BigDecimal;

/** How much: one of these, the one that the measure is a number of. The others are {@code null}. */
public record TargetValue(Integer count, Money amount, Area land) {
    public static TargetValue of(int count) {
        return new TargetValue(count, null, null);
    }

    public static TargetValue of(Money amount) {
        return new TargetValue(null, amount, null);
    }

    public static TargetValue of(Area land) {
        return new TargetValue(null, null, land);
    }

    /** @return projects, yuan, dollars or 亩 */
    public BigDecimal number() {
        if (count != null) {
            return BigDecimal.valueOf(count);
        }
        return amount != null ? amount.amount() : land.inMu();
    }
}
