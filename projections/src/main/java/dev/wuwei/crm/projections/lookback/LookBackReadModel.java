package dev.wuwei.crm.projections.lookback;

import dev.wuwei.crm.lookback.CampaignEvent;
import dev.wuwei.crm.lookback.ReviewEvent;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** What happened to campaigns and reviews, of which there are few: how they stand on a day is told when it is asked for. */
@Component
@ProcessingGroup("lookback")
public class LookBackReadModel extends ReadModel {
    private static final Table<Long, LookBackFact> FACTS = LookBackFact.table();

    public LookBackReadModel(DataSource dataSource) {
        super(dataSource, FACTS);
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        switch (event) {
            case CampaignEvent e -> batch.rows(FACTS).put(LookBackFact.of(e, meta));
            case ReviewEvent e -> batch.rows(FACTS).put(LookBackFact.of(e, meta));
            default -> {}
        }
    }
}
