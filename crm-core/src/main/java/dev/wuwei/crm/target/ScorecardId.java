package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** A scorecard (考核办法) of one year. */
public record ScorecardId(UUID value) implements TypedId {
    public static ScorecardId of(String text) {
        return new ScorecardId(UUID.fromString(text));
    }

    public static ScorecardId next() {
        return Ids.next(ScorecardId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
