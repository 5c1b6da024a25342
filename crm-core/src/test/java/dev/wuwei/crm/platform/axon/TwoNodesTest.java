package dev.wuwei.crm.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.probe.ProbeApplication;
import dev.wuwei.probe.ProbeCommand.NoteProbe;
import dev.wuwei.probe.ProbeCommand.OpenProbe;
import dev.wuwei.probe.ProbeId;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two applications on one database, each with its own cache of aggregates. */
class TwoNodesTest {
    private static final Caller CALLER = Caller.of(StaffId.next(), Set.of(Role.PROMOTER), Set.of(), Channel.UI);

    private static ConfigurableApplicationContext node(String database) {
        return ProbeApplication.start(
                database,
                TestPostgres.server().username(),
                TestPostgres.server().password());
    }

    @Test
    void two_nodes_take_turns_on_one_aggregate_that_both_remember() {
        String database = TestPostgres.newDatabase();
        try (ConfigurableApplicationContext one = node(database);
                ConfigurableApplicationContext other = node(database)) {
            CommandDispatcher here = one.getBean(CommandDispatcher.class);
            CommandDispatcher there = other.getBean(CommandDispatcher.class);
            ProbeId id = ProbeId.next();
            here.send(new OpenProbe(id, "two nodes", null, null), CALLER);
            for (int i = 1; i <= 6; i++) {
                CommandResult noted = (i % 2 == 0 ? here : there).send(new NoteProbe(id, "n" + i, null), CALLER);
                assertThat(noted.sequence()).isEqualTo(i);
            }
            assertThat(JdbcClient.create(one.getBean(DataSource.class))
                            .sql(
                                    "select sequence_number from es.domain_event where aggregate_identifier = ? order by 1")
                            .param(id.toString())
                            .query(Long.class)
                            .list())
                    .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        }
    }
}
