package dev.wuwei.crm.projections.staff;

import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.SavedViewEvent;
import dev.wuwei.crm.staff.SavedViewEvent.ViewDropped;
import dev.wuwei.crm.staff.SavedViewEvent.ViewSaved;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/** The views of lists that people saved for themselves. */
@Component
@ProcessingGroup("staff")
public class SavedViewReadModel extends ReadModel {
    private static final Table<Key, Row> VIEWS = Table.<Key, Row>keyed(
                    "saved_view", Row::key, key -> List.of(key.staff(), key.page(), key.name()))
            .keyColumn("staff_id", "uuid", row -> row.key().staff())
            .keyColumn("page", "text", row -> row.key().page())
            .keyColumn("name", "text", row -> row.key().name())
            .column("query", "text", Row::query)
            .column("sequence", "bigint", Row::sequence)
            .readBy(row -> new Row(
                    new Key(
                            new StaffId(row.getObject("staff_id", UUID.class)),
                            row.getString("page"),
                            row.getString("name")),
                    row.getString("query"),
                    row.getLong("sequence")));

    private record Key(StaffId staff, String page, String name) {}

    /** @param query {@code null} for a view that was dropped */
    private record Row(Key key, String query, long sequence) {}

    public SavedViewReadModel(DataSource dataSource) {
        super(dataSource, VIEWS);
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        if (!(event instanceof SavedViewEvent told)) {
            return;
        }
        Row now = switch (told) {
            case ViewSaved e -> new Row(new Key(e.staffId(), e.page(), e.name()), e.query(), meta.sequence());
            case ViewDropped e -> new Row(new Key(e.staffId(), e.page(), e.name()), null, meta.sequence());
        };
        boolean seen = batch.rows(VIEWS)
                .find(now.key())
                .filter(row -> row.sequence() >= now.sequence())
                .isPresent();
        if (!seen) {
            batch.rows(VIEWS).put(now);
        }
    }
}
