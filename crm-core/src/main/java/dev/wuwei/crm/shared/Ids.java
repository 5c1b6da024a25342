package dev.wuwei.crm.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.function.Function;

/** New identifiers are time-ordered (UUIDv7), so that the index pages they land on stay hot. */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    public static <I extends TypedId> I next(Function<UUID, I> kind) {
        return kind.apply(next());
    }
}
