package dev.wuwei.crm.projections.month;

import dev.wuwei.crm.followup.MonthCloseId;
import dev.wuwei.crm.followup.MonthEvent;
import dev.wuwei.crm.followup.MonthEvent.MonthClosed;
import dev.wuwei.crm.followup.MonthEvent.MonthReopened;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import java.time.YearMonth;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** Which months of a park were closed (结账), and which of them are open again. */
@Component
@ProcessingGroup("month")
public class MonthReadModel extends ReadModel {
    private static final Table<MonthCloseId, MonthRow> MONTHS = MonthRow.table();

    public MonthReadModel(DataSource dataSource) {
        super(dataSource, MONTHS);
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        switch (event) {
            case MonthClosed e -> moved(e, e.park(), e.month(), true, meta, batch);
            case MonthReopened e -> moved(e, e.park(), e.month(), false, meta, batch);
            default -> {}
        }
    }

    private static void moved(
            MonthEvent event, Coded park, YearMonth month, boolean closed, EventMeta meta, Batch batch) {
        MonthRow row =
                batch.rows(MONTHS).find(event.closeId()).orElseGet(() -> new MonthRow(event.closeId(), park, month));
        if (!row.knows(meta)) {
            row.moved(closed, meta);
            batch.rows(MONTHS).put(row);
        }
    }
}
