package dev.wuwei.crm.testing;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.shared.Uniqueness;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys held in memory; like the real one, taking a key that one holds already is no offence. */
public final class InMemoryUniqueness implements Uniqueness {
    private final Map<String, Holder> held = new HashMap<>();

    /** Sets the stage: somebody holds the key. */
    public InMemoryUniqueness holding(String scope, String key, TypedId owner, StaffId by, Instant since) {
        held.put(scope + "|" + key, new Holder(owner.toString(), by, since));
        return this;
    }

    @Override
    public void take(String scope, String key, TypedId owner, String field, EventMeta meta) {
        tryTake(scope, key, owner, meta).ifPresent(holder -> {
            throw RuleViolated.at(field, SharedRule.ALREADY_TAKEN, key, holder.takenBy(), holder.takenAt());
        });
    }

    @Override
    public Optional<Holder> tryTake(String scope, String key, TypedId owner, EventMeta meta) {
        Holder holder = held.computeIfAbsent(
                scope + "|" + key, k -> new Holder(owner.toString(), meta.recordedBy(), meta.recordedAt()));
        return holder.owner().equals(owner.toString()) ? Optional.empty() : Optional.of(holder);
    }

    @Override
    public void release(String scope, String key, TypedId owner) {
        holder(scope, key)
                .filter(holder -> holder.owner().equals(owner.toString()))
                .ifPresent(holder -> held.remove(scope + "|" + key));
    }

    @Override
    public Optional<Holder> holder(String scope, String key) {
        return Optional.ofNullable(held.get(scope + "|" + key));
    }
}
