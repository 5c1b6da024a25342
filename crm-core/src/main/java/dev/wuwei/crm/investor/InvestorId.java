package dev.wuwei.crm.investor;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** A company that invests (企业). */
public record InvestorId(UUID value) implements TypedId {
    public static InvestorId of(String text) {
        return new InvestorId(UUID.fromString(text));
    }

    public static InvestorId next() {
        return Ids.next(InvestorId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
