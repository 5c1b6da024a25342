package dev.wuwei.crm.platform.personaldata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.wuwei.crm.platform.postgres.SingleStatement;
import dev.wuwei.crm.shared.PersonalDataKeys;
import dev.wuwei.crm.shared.TypedId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Persons' keys in {@code es.person_key}, wrapped by the master key. A new key is stored in the transaction that first uses
 * it. Erasing clears the key for good; another node that has it in memory forgets it within a minute.
 */
public final class PersonKeyStore implements PersonalDataCipher.Keys, PersonalDataKeys {
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final SecretKey master;
    private final Cache<UUID, Optional<SecretKey>> cache = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** @param master wraps the persons' keys; 32 bytes */
    public PersonKeyStore(DataSource dataSource, SecretKey master) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
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
        return remember(person, stored(person).orElseGet(() -> made(person)));
    }

    private Optional<SecretKey> made(UUID person) {
        SecretKey fresh = PersonalDataCipher.newKey();
        int inserted = jdbc.sql(
                        "insert into es.person_key (person_id, wrapped_key) values (?, ?) on conflict do nothing")
                .param(person)
                .param(PersonalDataCipher.seal(master, PersonalDataCipher.bytes(person), fresh.getEncoded()))
                .update();
        // Somebody else may have made it meanwhile.
        return inserted == 1 ? Optional.of(fresh) : stored(person).orElseThrow();
    }

    @Override
    public Optional<SecretKey> forReading(UUID person) {
        Optional<SecretKey> known = known(person);
        if (known != null) {
            return known;
        }
        return remember(person, stored(person).orElse(Optional.empty()));
    }

    private Optional<SecretKey> known(UUID person) {
        Optional<SecretKey> own = inTransaction() ? uncommitted.get().get(person) : null;
        return own != null ? own : cache.getIfPresent(person);
    }

    /** @return the key, empty inside when the person was erased; empty when there never was one */
    private Optional<Optional<SecretKey>> stored(UUID person) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            // Where nothing was sent before, the transaction stays as good as new, for the one insert that follows.
            return SingleStatement.run(connection, same -> select(same, person));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The key of person " + person + " cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private Optional<Optional<SecretKey>> select(Connection connection, UUID person) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select wrapped_key from es.person_key where person_id = ?")) {
            statement.setObject(1, person);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(unwrapped(person, row.getBytes(1))) : Optional.empty();
            }
        }
    }

    private Optional<SecretKey> unwrapped(UUID person, byte[] wrapped) {
        return Optional.ofNullable(wrapped)
                .map(present -> PersonalDataCipher.key(
                        PersonalDataCipher.open(master, PersonalDataCipher.bytes(person), present)));
    }

    private Optional<SecretKey> remember(UUID person, Optional<SecretKey> key) {
        if (inTransaction()) {
            if (uncommitted.get().isEmpty()) {
                register(new Uncommitted());
            }
            uncommitted.get().put(person, key);
        } else {
            cache.asMap().putIfAbsent(person, key);
        }
        return key;
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
