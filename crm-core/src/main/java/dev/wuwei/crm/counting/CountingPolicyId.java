package dev.wuwei.crm.counting;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One counting policy (口径) with all its versions. */
public record CountingPolicyId(UUID value) implements TypedId {
    public static CountingPolicyId of(String text) {
        return new CountingPolicyId(UUID.fromString(text));
    }

    public static CountingPolicyId next() {
        return Ids.next(CountingPolicyId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
