package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.dictionary.Catalogue;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.dictionary.DictionaryId;
import dev.wuwei.crm.dictionary.DictionaryStandard;
import dev.wuwei.crm.platform.postgres.SingleStatement;
import dev.wuwei.crm.shared.DictionaryKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The dictionaries as they are listed, with what events say was changed since. They are asked for with every command and hardly
 * ever changed, so they are kept in memory for as long as the latest event of each is the same. That is looked up, once in a
 * transaction, so a change holds for whatever begins after its commit, on every node.
 */
final class RecordedDictionaries extends CataloguedDictionaries {
    private static final String LATEST =
            "select string_agg(latest.event_identifier, ' ') from unnest(?::text[]) dictionary"
                    + " cross join lateral (select event_identifier from es.domain_event where aggregate_identifier = dictionary"
                    + " order by sequence_number desc limit 1) latest";
    private static final String[] IDS = Arrays.stream(DictionaryKind.values())
            .map(kind -> DictionaryId.of(kind).toString())
            .toArray(String[]::new);

    private final DataSource dataSource;
    private final Function<DictionaryKind, List<DictionaryEvent>> changes;
    private final DictionaryStandard standard;
    private volatile Snapshot latest;

    /** @param asOf ids of the latest events, {@code null} when nothing was ever changed */
    private record Snapshot(String asOf, Map<DictionaryKind, Catalogue> catalogues) {}

    /** @param changes everything that was ever changed of a dictionary, in order */
    RecordedDictionaries(
            DataSource dataSource,
            Function<DictionaryKind, List<DictionaryEvent>> changes,
            DictionaryStandard standard) {
        this.dataSource = dataSource;
        this.changes = changes;
        this.standard = standard;
    }

    @Override
    Catalogue catalogue(DictionaryKind kind) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return current().catalogues().get(kind);
        }
        Snapshot seen = (Snapshot) TransactionSynchronizationManager.getResource(this);
        if (seen == null) {
            seen = current();
            TransactionSynchronizationManager.bindResource(this, seen);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(RecordedDictionaries.this);
                }
            });
        }
        return seen.catalogues().get(kind);
    }

    private Snapshot current() {
        String asOf = asOf();
        Snapshot known = latest;
        if (known == null || !Objects.equals(known.asOf(), asOf)) {
            Map<DictionaryKind, Catalogue> catalogues = new EnumMap<>(DictionaryKind.class);
            for (DictionaryKind kind : DictionaryKind.values()) {
                catalogues.put(kind, Catalogue.of(standard.entries(kind), changes.apply(kind)));
            }
            known = new Snapshot(asOf, catalogues);
            latest = known;
        }
        return known;
    }

    private String asOf() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            // Where nothing was sent before, the transaction stays as good as new, for the one insert that follows.
            return SingleStatement.run(connection, RecordedDictionaries::latest);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("What was changed of dictionaries cannot be read", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static String latest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setArray(1, connection.createArrayOf("text", IDS));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
