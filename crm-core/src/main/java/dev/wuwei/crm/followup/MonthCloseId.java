package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.TypedId;
import java.time.YearMonth;
import java.util.UUID;

/** The month of a park, as far as its monthly returns are concerned (月报结账). */
public record MonthCloseId(UUID value) implements TypedId {
    public static MonthCloseId of(String text) {
        return new MonthCloseId(UUID.fromString(text));
    }

    /** Named by park and month, so that a month has one. */
    public static MonthCloseId of(String parkCode, YearMonth month) {
        return new MonthCloseId(TypedId.named("month-close", parkCode, month.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
