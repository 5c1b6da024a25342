package dev.wuwei.crm.projections.publication;

import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.publication.PublicationEvent;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** What happened to published reports, of which there are few: how they stand is told when it is asked for. */
@Component
@ProcessingGroup("publication")
public class PublicationReadModel extends ReadModel {
    private static final Table<Long, PublicationFact> FACTS = PublicationFact.table();

    public PublicationReadModel(DataSource dataSource) {
        super(dataSource, FACTS);
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        if (event instanceof PublicationEvent publication) {
            batch.rows(FACTS).put(PublicationFact.of(publication, meta));
        }
    }
}
