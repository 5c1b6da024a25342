package dev.wuwei.probe;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

public record ProbeId(UUID value) implements TypedId {
    public static ProbeId next() {
        return Ids.next(ProbeId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
