package dev.wuwei.crm.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.projections.support.ReadModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every read model owes: the same rows whenever, however often and in whatever order its events come. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ReadModelContract {
    protected final Story story = new Story();
    protected HikariDataSource dataSource;
    protected JdbcClient jdbc;
    protected ReadModel model;

    protected abstract ReadModel model();

    /** Read models that the queries under test join with. */
    protected List<ReadModel> others() {
        return List.of();
    }

    @BeforeAll
    void open() {
        dataSource = TestPostgres.migratedDataSource();
        jdbc = JdbcClient.create(dataSource);
        model = model();
        others().forEach(other -> History.play(other, dataSource, story.history.entries(), 7));
    }

    @AfterAll
    void close() {
        dataSource.close();
    }

    @BeforeEach
    void live() {
        model.reset();
        History.play(model, dataSource, story.history.entries(), 7);
    }

    private Map<String, List<String>> rows() {
        return History.rows(model, dataSource);
    }

    /** Says which rows differ, not all that are there. */
    private void same(Map<String, List<String>> live) {
        rows().forEach((table, found) -> {
            List<String> missing = new ArrayList<>(live.get(table));
            List<String> added = new ArrayList<>(found);
            found.forEach(missing::remove);
            live.get(table).forEach(added::remove);
            assertThat(added).as("rows of %s instead of %s", table, missing).isEmpty();
            assertThat(missing).as("rows of %s", table).isEmpty();
        });
    }

    @Test
    void rebuilt_equals_live() {
        Map<String, List<String>> live = rows();
        assertThat(live.values()).allSatisfy(table -> assertThat(table).isNotEmpty());
        model.reset();
        assertThat(rows().values()).allSatisfy(table -> assertThat(table).isEmpty());
        History.play(model, dataSource, story.history.entries(), 10_000);
        same(live);
        model.reset();
        History.play(model, dataSource, story.history.entries(), 1);
        same(live);
    }

    @Test
    void rebuilt_after_an_erasure_equals_live() {
        Map<String, List<String>> live = rows();
        model.reset();
        History.play(model, dataSource, story.withErasedPeople(), 10_000);
        same(live);
    }

    @Test
    void events_delivered_twice_change_nothing() {
        Map<String, List<String>> live = rows();
        History.play(model, dataSource, story.history.entries(), 5);
        same(live);
        List<History.Entry> doubled = new ArrayList<>();
        story.history.entries().forEach(entry -> doubled.addAll(List.of(entry, entry)));
        model.reset();
        History.play(model, dataSource, doubled, 4);
        same(live);
    }

    @Test
    void what_it_does_not_read_changes_nothing() {
        Map<String, List<String>> live = rows();
        model.reset();
        History.play(
                model,
                dataSource,
                story.history.entries().stream()
                        .filter(entry -> model.reads(entry.event().getClass()))
                        .toList(),
                6);
        same(live);
    }

    @Test
    void the_order_of_events_of_different_aggregates_does_not_matter() {
        Map<String, List<String>> live = rows();
        model.reset();
        History.play(model, dataSource, story.history.outOfOrder(), 6);
        same(live);
    }
}
