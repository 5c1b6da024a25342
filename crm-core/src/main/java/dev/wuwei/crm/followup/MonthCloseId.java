package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.TypedId;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;

/** The month of a park, as far as its monthly returns are concerned (月报结账). */
public record MonthCloseId(UUID value) implements TypedId {
    public static MonthCloseId of(String text) {
        return new MonthCloseId(UUID.fromString(text));
    }

    /** Named by park and month, so that a month has one. */
    public static MonthCloseId of(String parkCode, YearMonth month) {
        String name = String.join("|", "month-close", parkCode, month.toString());
        return new MonthCloseId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
