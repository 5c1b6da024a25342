package dev.wuwei.crm.lead;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** A lead (线索). */
public record LeadId(UUID value) implements TypedId {
    public static LeadId of(String text) {
        return new LeadId(UUID.fromString(text));
    }

    public static LeadId next() {
        return Ids.next(LeadId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
