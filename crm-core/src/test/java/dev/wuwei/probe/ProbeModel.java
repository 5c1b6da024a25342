package dev.wuwei.probe;

import dev.wuwei.crm.shared.EventMeta;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down every event once; a second time would break the primary key. */
@Component
@ProcessingGroup("probe-model")
public class ProbeModel {
    private final JdbcClient jdbc;
    private volatile String poison;

    ProbeModel(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        jdbc.sql("""
                        create table if not exists rm.probe_seen (
                            position bigint primary key, event text, probe text, recorded_at timestamptz,
                            recorded_by text, reason text, caused_by text, content text)""").update();
    }

    /** Notes with this text cannot be handled until it is set to {@code null}. */
    public void poison(String text) {
        poison = text;
    }

    @EventHandler
    void on(ProbeEvent event, EventMeta meta) {
        if (event instanceof ProbeEvent.ProbeNoted noted && noted.text().equals(poison)) {
            throw new IllegalStateException("unhandleable: " + poison);
        }
        jdbc.sql("insert into rm.probe_seen values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        meta.position(),
                        event.getClass().getSimpleName(),
                        event.probeId().toString(),
                        java.sql.Timestamp.from(meta.recordedAt()),
                        meta.recordedBy() == null ? null : meta.recordedBy().toString(),
                        meta.reason(),
                        meta.causedBy(),
                        event.toString())
                .update();
    }
}
