package dev.wuwei.crm.projections.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wuwei.crm.platform.axon.EventSerializer;
import dev.wuwei.crm.platform.axon.HistoryReader;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.testing.History;
import dev.wuwei.crm.projections.testing.ProjectionsApplication;
import dev.wuwei.crm.projections.testing.StoredHistory;
import dev.wuwei.crm.projections.testing.Story;
import dev.wuwei.crm.shared.EventMeta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

class RebuildTest {
    private static ConfigurableApplicationContext context;
    private static Rebuild rebuild;
    private static Processors processors;
    private static DataSource dataSource;
    private static JdbcClient jdbc;
    private static StoredHistory history;

    @BeforeAll
    static void start() {
        context = ProjectionsApplication.start(
                TestPostgres.newDatabase(),
                TestPostgres.server().username(),
                TestPostgres.server().password());
        rebuild = context.getBean(Rebuild.class);
        processors = context.getBean(Processors.class);
        dataSource = context.getBean(DataSource.class);
        jdbc = JdbcClient.create(dataSource);
        history = new StoredHistory(dataSource, context.getBean(EventSerializer.class));
        tell(new Story());
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    private static void tell(Story story) {
        history.store(story.history.entries().stream()
                .map(entry -> new History.Entry(entry.event(), freshId(entry), entry.aggregate()))
                .toList());
        assertThat(processors.awaitVisible(processors.head(), Duration.ofSeconds(20)))
                .as("%s", processors.list())
                .isTrue();
    }

    /** Two stories number their events alike. */
    private static EventMeta freshId(History.Entry entry) {
        return History.placed(
                entry.meta(), entry.meta().position(), UUID.randomUUID().toString());
    }

    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        context.getBeansOfType(ReadModel.class).values().forEach(model -> rows.putAll(History.rows(model, dataSource)));
        return rows;
    }

    @Test
    void rebuilt_read_models_are_the_live_ones_and_go_on_from_there() {
        Map<String, List<String>> live = rows();
        RebuildRun.Outcome outcome = rebuild.start(List.of()).await();
        assertThat(outcome.phase()).isEqualTo(RebuildRun.Phase.DONE);
        assertThat(outcome.names()).contains("ledger");
        assertThat(outcome.comparisons()).isNotEmpty().allMatch(RebuildRun.Comparison::same);
        assertThat(rows()).isEqualTo(live);
        tell(new Story());
        assertThat(rows().get("ledger_present"))
                .hasSizeGreaterThan(live.get("ledger_present").size());
        assertThat(rebuild.start(List.of("ledger")).await().same()).isTrue();
    }

    @Test
    void with_next_to_no_room_in_memory_the_same_comes_of_it() {
        for (int i = 0; i < 20; i++) {
            tell(new Story());
        }
        Rebuild cramped = new Rebuild(
                List.copyOf(context.getBeansOfType(ReadModel.class).values()),
                dataSource,
                context.getBean(HistoryReader.class),
                context.getBean(EventProcessingConfiguration.class),
                context.getBean(TokenStore.class),
                context.getBean(PlatformTransactionManager.class),
                3);
        assertThat(cramped.start(List.of()).await().comparisons()).isNotEmpty().allMatch(RebuildRun.Comparison::same);
    }

    @Test
    void a_live_table_that_is_wrong_is_told_and_put_right() {
        Map<String, List<String>> right = rows();
        jdbc.sql("update ledger_present set signed = signed + 1").update();
        RebuildRun.Outcome outcome = rebuild.start(List.of("ledger")).await();
        assertThat(outcome.comparisons())
                .filteredOn(comparison -> !comparison.same())
                .extracting(RebuildRun.Comparison::table)
                .containsExactly("ledger_present");
        assertThat(rows()).isEqualTo(right);
    }

    @Test
    void what_is_recorded_meanwhile_is_neither_skipped_nor_applied_twice() {
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 20; i++) {
                tell(new Story());
            }
        });
        List<RebuildRun.Outcome> outcomes = new ArrayList<>();
        while (!writer.isDone()) {
            outcomes.add(rebuild.start(List.of()).await());
        }
        writer.join();
        assertThat(outcomes).isNotEmpty().allMatch(outcome -> outcome.phase() == RebuildRun.Phase.DONE);
        assertThat(processors.awaitVisible(processors.head(), Duration.ofSeconds(20)))
                .isTrue();
        assertThat(rebuild.start(List.of()).await().comparisons()).allMatch(RebuildRun.Comparison::same);
    }

    @Test
    void readers_of_other_read_models_stay_where_they_are() {
        List<Map<String, Object>> before = tokens();
        rebuild.start(List.of("staff")).await();
        assertThat(tokens()).isNotEmpty().isEqualTo(before);
    }

    private static List<Map<String, Object>> tokens() {
        return jdbc.sql("select processor_name, segment, convert_from(token, 'UTF8') from es.token"
                        + " where processor_name <> 'staff' order by 1, 2")
                .query()
                .listOfRows();
    }

    @Test
    void nothing_of_it_stays_behind() {
        rebuild.start(List.of()).await();
        assertThat(jdbc.sql("select nspname from pg_namespace where nspname like 'rm%'")
                        .query(String.class)
                        .list())
                .containsExactly("rm");
    }

    @Test
    void the_new_tables_are_made_as_the_migrations_made_the_live_ones() {
        List<String> migrated = structure();
        rebuild.start(List.of()).await();
        assertThat(structure()).hasSizeGreaterThan(500).containsExactlyElementsOf(migrated);
    }

    private static List<String> structure() {
        return jdbc.sql("""
                        select format('%s %s %s of %s %s %s', c.relkind, c.relname, c.reloptions, i.inhparent::regclass,
                            pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid))
                        from pg_class c left join pg_inherits i on i.inhrelid = c.oid
                        where c.relnamespace = 'rm'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
                        union all
                        select format('%s.%s %s null %s default %s %s stored %s %s statistics %s', c.relname, a.attname,
                            format_type(a.atttypid, a.atttypmod), not a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
                            a.attgenerated, a.attstorage, a.attcompression, a.attstattarget)
                        from pg_attribute a join pg_class c on c.oid = a.attrelid
                        left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                        where c.relnamespace = 'rm'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0
                          and not a.attisdropped
                        union all
                        select format('%s: %s %s', c.relname, k.conname, pg_get_constraintdef(k.oid))
                        from pg_constraint k join pg_class c on c.oid = k.conrelid
                        where c.relnamespace = 'rm'::regnamespace
                        union all
                        select pg_get_indexdef(indexrelid) from pg_index x join pg_class c on c.oid = x.indrelid
                        where c.relnamespace = 'rm'::regnamespace
                        union all
                        select pg_get_statisticsobjdef(oid) from pg_statistic_ext
                        where stxnamespace = 'rm'::regnamespace
                        union all
                        select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid and not t.tgisinternal
                        where c.relnamespace = 'rm'::regnamespace
                        order by 1""").query(String.class).list();
    }

    @Test
    void an_unknown_name_is_refused() {
        assertThatThrownBy(() -> rebuild.start(List.of("horoscope"))).hasMessage("rebuild.unknown-read-model");
    }
}
