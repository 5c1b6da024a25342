package dev.wuwei.crm.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.probe.ProbeApplication;
import dev.wuwei.probe.ProbeCommand.OpenProbe;
import dev.wuwei.probe.ProbeId;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which positions are taken or lost for good. */
class SettlementTest {
    @Test
    void numbers_that_nothing_was_committed_under_are_not_settled_because_a_crashed_server_gives_them_again() {
        try (ConfigurableApplicationContext node = ProbeApplication.start(
                TestPostgres.newDatabase(),
                TestPostgres.server().username(),
                TestPostgres.server().password())) {
            Caller caller = Caller.of(StaffId.next(), Set.of(Role.PROMOTER), Set.of(), Channel.UI);
            long newest = node.getBean(CommandDispatcher.class)
                    .send(new OpenProbe(ProbeId.next(), "settled", null, null), caller)
                    .position();
            JdbcClient.create(node.getBean(DataSource.class))
                    .sql("select nextval('es.domain_event_global_index_seq') from generate_series(1, 40)")
                    .query(Long.class)
                    .list();

            HistoryStore store = node.getBean(HistoryStore.class);
            store.settleAll();

            assertThat(store.settled()).isEqualTo(newest);
        }
    }
}
