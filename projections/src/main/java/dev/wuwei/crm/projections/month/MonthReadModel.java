package dev.wuwei.crm.projections.month;

import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnCorrected;
import dev.wuwei.crm.followup.FollowUpEvent.MonthlyReturnFiled;
import dev.wuwei.crm.followup.MonthCloseId;
import dev.wuwei.crm.followup.MonthEvent;
import dev.wuwei.crm.followup.MonthEvent.MonthClosed;
import dev.wuwei.crm.followup.MonthEvent.MonthReopened;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Objects;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** What was returned for each month (月报), which months of a park were closed (结账), and which of them are open again. */
@Component
@ProcessingGroup("month")
public class MonthReadModel extends ReadModel {
    private static final Table<MonthCloseId, MonthRow> MONTHS = MonthRow.table();
    private static final Table<ReturnRow.Key, ReturnRow> RETURNS = ReturnRow.table();

    public MonthReadModel(DataSource dataSource) {
        super(dataSource, MONTHS, RETURNS);
    }

    @Override
    protected void prefetch(Collection<DomainEvent> events, Batch batch) {
        batch.rows(RETURNS)
                .prefetch(events.stream()
                        .map(MonthReadModel::returnOf)
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static ReturnRow.Key returnOf(DomainEvent event) {
        return switch (event) {
            case MonthlyReturnFiled e -> new ReturnRow.Key(e.projectId(), e.phase(), e.month());
            case MonthlyReturnCorrected e -> new ReturnRow.Key(e.projectId(), e.phase(), e.month());
            default -> null;
        };
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        switch (event) {
            case MonthClosed e -> moved(e, e.park(), e.month(), true, meta, batch);
            case MonthReopened e -> moved(e, e.park(), e.month(), false, meta, batch);
            case MonthlyReturnFiled e -> returned(returnOf(e), e.figures(), meta, batch);
            case MonthlyReturnCorrected e -> returned(returnOf(e), e.figures(), meta, batch);
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

    private static void returned(ReturnRow.Key key, MonthlyReturn figures, EventMeta meta, Batch batch) {
        boolean known = batch.rows(RETURNS)
                .find(key)
                .filter(row -> meta.sequence() <= row.sequence())
                .isPresent();
        if (!known) {
            batch.rows(RETURNS).put(ReturnRow.of(key, figures, meta));
        }
    }
}
