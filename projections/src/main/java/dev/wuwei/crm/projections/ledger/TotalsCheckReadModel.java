package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.counting.TotalsCheckEvent;
import dev.wuwei.crm.counting.TotalsCheckEvent.TotalsChecked;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.FactCodec;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** What came of recounts (数据核对), a row a night. */
@Component
@ProcessingGroup("ledger")
class TotalsCheckReadModel extends ReadModel {
    static final FactCodec CODEC = new FactCodec(Json.mapper(), TotalsCheckEvent.class);

    private record Row(long position, Instant recordedAt, TotalsChecked event) {}

    private static final Table<Long, Row> CHECKS = Table.<Long, Row>keyed(
                    "totals_check", "position", "bigint", Row::position)
            .column("check_id", "uuid", row -> row.event().checkId())
            .column("recorded_at", "timestamptz", Row::recordedAt)
            .column("name", "text", row -> CODEC.nameOf(row.event()))
            .column("payload", "text", row -> CODEC.write(row.event()))
            .appendOnly();

    TotalsCheckReadModel(DataSource dataSource) {
        super(dataSource, CHECKS);
    }

    @Override
    public boolean reads(Class<? extends DomainEvent> kind) {
        return kind == TotalsChecked.class;
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        if (event instanceof TotalsChecked checked) {
            batch.rows(CHECKS).put(new Row(meta.position(), meta.recordedAt().truncatedTo(ChronoUnit.MICROS), checked));
        }
    }
}
