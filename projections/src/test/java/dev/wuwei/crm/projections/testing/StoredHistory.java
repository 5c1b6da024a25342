package dev.wuwei.crm.projections.testing;

import dev.wuwei.crm.platform.axon.EventSerializer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;

/** Puts events into the store as they are, recorded when their metadata says. */
public final class StoredHistory {
    private static final int AT_ONCE = 1000;

    private final DataSource dataSource;
    private final EventSerializer serializer;

    public StoredHistory(DataSource dataSource, EventSerializer serializer) {
        this.dataSource = dataSource;
        this.serializer = serializer;
    }

    public void store(List<History.Entry> entries) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into es.domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                            + " payload_type, payload_revision, payload, meta_data) values (?,?,?,?,?,?,?,?,?)")) {
                int waiting = 0;
                for (History.Entry entry : entries) {
                    SerializedObject<byte[]> payload = serializer.serialize(entry.event(), byte[].class);
                    insert.setString(1, entry.meta().eventId());
                    insert.setString(2, entry.aggregate().toString());
                    insert.setLong(3, entry.meta().sequence());
                    insert.setString(4, "Test");
                    insert.setObject(5, entry.meta().recordedAt().atOffset(ZoneOffset.UTC));
                    insert.setString(6, payload.getType().getName());
                    insert.setString(7, payload.getType().getRevision());
                    insert.setBytes(8, payload.getData());
                    insert.setBytes(
                            9,
                            serializer
                                    .serialize(MetaData.from(facts(entry)), byte[].class)
                                    .getData());
                    insert.addBatch();
                    if (++waiting == AT_ONCE) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                insert.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> facts(History.Entry entry) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (entry.meta().recordedBy() != null) {
            facts.put("recordedBy", entry.meta().recordedBy().toString());
        }
        facts.put("role", "PROMOTER");
        facts.put("channel", "UI");
        if (entry.meta().reason() != null) {
            facts.put("reason", entry.meta().reason());
        }
        if (entry.meta().correctionOf() != null) {
            facts.put("correctionOf", entry.meta().correctionOf());
        }
        return facts;
    }
}
