package dev.wuwei.crm.platform.personaldata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.wuwei.crm.shared.PersonalDataKeys;
import dev.wuwei.crm.shared.TypedId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Persons' keys in {@code es.person_key}, wrapped by the master key. A new key is stored in the transaction that first uses
 * it. Erasing clears the key for good; another node that has it in memory forgets it within a minute.
 */
public final class PersonKeyStore implements PersonalDataCipher.Keys, PersonalDataKeys {
    private final JdbcClient jdbc;
    private final SecretKey master;
    private final Cache<UUID, Optional<SecretKey>> cache = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** @param master wraps the persons' keys; 32 bytes */
    public PersonKeyStore(JdbcClient jdbc, SecretKey master) {
        this.jdbc = jdbc;
        this.master = master;
    }

    /** Keys that this thread's transaction made or read; shared with others only once it is committed. */
    private final ThreadLocal<Map<UUID, Optional<SecretKey>>> uncommitted = ThreadLocal.withInitial(HashMap::new);

    @Override
    public Optional<SecretKey> forWriting(UUID person) {
        Optional<SecretKey> known = known(person);
        if (known != null) {
            return known;
        }
        SecretKey fresh = PersonalDataCipher.newKey();
        int inserted = jdbc.sql(
                        "insert into es.person_key (person_id, wrapped_key) values (?, ?) on conflict do nothing")
                .param(person)
                .param(PersonalDataCipher.seal(master, PersonalDataCipher.bytes(person), fresh.getEncoded()))
                .update();
        Optional<SecretKey> key = inserted == 1 ? Optional.of(fresh) : stored(person);
        remember(person, key);
        return key;
    }

    @Override
    public Optional<SecretKey> forReading(UUID person) {
        Optional<SecretKey> known = known(person);
        if (known != null) {
            return known;
        }
        Optional<SecretKey> key = stored(person);
        remember(person, key);
        return key;
    }

    private Optional<SecretKey> known(UUID person) {
        Optional<SecretKey> own = inTransaction() ? uncommitted.get().get(person) : null;
        return own != null ? own : cache.getIfPresent(person);
    }

    private Optional<SecretKey> stored(UUID person) {
        List<byte[]> rows = jdbc.sql("select wrapped_key from es.person_key where person_id = ?")
                .param(person)
                .query((row, number) -> row.getBytes(1))
                .list();
        if (rows.isEmpty() || rows.getFirst() == null) {
            return Optional.empty();
        }
        byte[] raw = PersonalDataCipher.open(master, PersonalDataCipher.bytes(person), rows.getFirst());
        return Optional.of(PersonalDataCipher.key(raw));
    }

    private void remember(UUID person, Optional<SecretKey> key) {
        if (inTransaction()) {
            if (uncommitted.get().isEmpty()) {
                register(new Uncommitted());
            }
            uncommitted.get().put(person, key);
        } else {
            cache.asMap().putIfAbsent(person, key);
        }
    }

    @Override
    public void erase(TypedId person) {
        jdbc.sql("""
                        insert into es.person_key (person_id, wrapped_key, erased_at) values (?, null, now())
                        on conflict (person_id) do update set wrapped_key = null, erased_at = now()
                         where person_key.erased_at is null""").param(person.value()).update();
        if (inTransaction()) {
            remember(person.value(), Optional.empty());
            register(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    cache.put(person.value(), Optional.empty());
                }
            });
        } else {
            cache.put(person.value(), Optional.empty());
        }
    }

    private static boolean inTransaction() {
        return TransactionSynchronizationManager.isSynchronizationActive();
    }

    private static void register(TransactionSynchronization synchronization) {
        TransactionSynchronizationManager.registerSynchronization(synchronization);
    }

    /** A key that was rolled back encrypts nothing that can be read again, so it is shared only after the commit. */
    private final class Uncommitted implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            uncommitted.get().forEach(cache.asMap()::putIfAbsent);
        }

        @Override
        public void afterCompletion(int status) {
            uncommitted.remove();
        }
    }
}
