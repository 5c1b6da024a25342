package dev.wuwei.crm.lead;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One visit (走访/接待/考察/电话/线上). */
public record VisitId(UUID value) implements TypedId {
    public static VisitId of(String text) {
        return new VisitId(UUID.fromString(text));
    }

    public static VisitId next() {
        return Ids.next(VisitId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
