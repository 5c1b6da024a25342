package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.target.ScorecardEvent;
import dev.wuwei.crm.target.TargetEvent;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** What happened to targets and scorecards, of which there are few: how they stand on a day is told when it is asked for. */
@Component
@ProcessingGroup("target")
public class TargetReadModel extends ReadModel {
    private static final Table<Long, TargetFact> FACTS = TargetFact.table();

    public TargetReadModel(DataSource dataSource) {
        super(dataSource, FACTS);
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        switch (event) {
            case TargetEvent e -> batch.rows(FACTS).put(TargetFact.of(e, meta));
            case ScorecardEvent e -> batch.rows(FACTS).put(TargetFact.of(e, meta));
            default -> {}
        }
    }
}
