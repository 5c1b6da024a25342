package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** A team (科室/专班). */
public record TeamId(UUID value) implements TypedId {
    public static TeamId of(String text) {
        return new TeamId(UUID.fromString(text));
    }

    public static TeamId next() {
        return Ids.next(TeamId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
