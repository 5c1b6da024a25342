package dev.wuwei.crm.platform.lookup;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.shared.Uniqueness;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code es.claim}: its primary key decides who was first, whichever node they came by. */
@Component
final class ClaimTable implements Uniqueness {
    private final JdbcClient jdbc;

    ClaimTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public void take(String scope, String key, TypedId owner, String field, EventMeta meta) {
        tryTake(scope, key, owner, meta).ifPresent(holder -> {
            throw RuleViolated.at(
                    field, SharedRule.ALREADY_TAKEN, key, Objects.toString(holder.takenBy(), ""), holder.takenAt());
        });
    }

    @Override
    public Optional<Holder> tryTake(String scope, String key, TypedId owner, EventMeta meta) {
        // Whoever comes second waits here until the first one's transaction has ended.
        int taken = jdbc.sql("insert into es.claim (scope, key, owner, taken_by, taken_at) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .param(scope)
                .param(key)
                .param(text(owner))
                .param(meta.recordedBy() == null ? null : meta.recordedBy().value())
                .param(OffsetDateTime.ofInstant(meta.recordedAt(), ZoneOffset.UTC))
                .update();
        if (taken == 1) {
            return Optional.empty();
        }
        Optional<Holder> holder = holder(scope, key);
        return holder.isEmpty()
                ? tryTake(scope, key, owner, meta)
                : holder.filter(other -> !other.owner().equals(text(owner)));
    }

    @Override
    public void release(String scope, String key, TypedId owner) {
        jdbc.sql("delete from es.claim where scope = ? and key = ? and owner = ?")
                .params(scope, key, text(owner))
                .update();
    }

    @Override
    public Optional<Holder> holder(String scope, String key) {
        return jdbc.sql("select owner, taken_by, taken_at from es.claim where scope = ? and key = ?")
                .params(scope, key)
                .query((row, number) -> {
                    UUID takenBy = row.getObject(2, UUID.class);
                    return new Holder(
                            row.getString(1),
                            takenBy == null ? null : new StaffId(takenBy),
                            row.getObject(3, OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    private static String text(TypedId id) {
        return id.value().toString();
    }
}
