package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The row of an event of which only matters that it is there. */
final class StoredEvent {
    private StoredEvent() {}

    static void append(DataSource dataSource, TypedId aggregate, String type, long sequence, DomainEvent event) {
        JdbcClient.create(dataSource)
                .sql("""
                        insert into es.domain_event (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                            payload_type, payload, meta_data) values (?, ?, ?, ?, now(), ?, '', '')""")
                .params(
                        UUID.randomUUID().toString(),
                        aggregate.toString(),
                        sequence,
                        type,
                        event.getClass().getSimpleName())
                .update();
    }
}
