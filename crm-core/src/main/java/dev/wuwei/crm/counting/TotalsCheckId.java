package dev.wuwei.crm.counting;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One recount of all figures (数据核对). */
public record TotalsCheckId(UUID value) implements TypedId {
    public static TotalsCheckId of(String text) {
        return new TotalsCheckId(UUID.fromString(text));
    }

    public static TotalsCheckId next() {
        return Ids.next(TotalsCheckId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
