package dev.wuwei.crm.platform.history;

import dev.wuwei.crm.shared.Existence;
import dev.wuwei.crm.shared.TypedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every history begins with event 0 of its aggregate. */
@Component
class JdbcExistence implements Existence {
    private final JdbcClient jdbc;

    JdbcExistence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean of(TypedId id) {
        String aggregate = id.getClass().getSimpleName().replaceFirst("Id$", "");
        return jdbc.sql("""
                        select exists (select from es.domain_event
                        where aggregate_identifier = ? and sequence_number = 0 and type = ?)""")
                .params(id.toString(), aggregate)
                .query(Boolean.class)
                .single();
    }
}
