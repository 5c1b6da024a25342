package dev.wuwei.crm.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventWriterTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:15:30.123Z");

    private static HikariDataSource dataSource;
    private static JdbcClient jdbc;

    private final EventWriter writer = new EventWriter();

    @BeforeAll
    static void migrate() {
        dataSource = TestPostgres.migratedDataSource();
        jdbc = JdbcClient.create(dataSource);
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    private static EventWriter.Row event(String aggregate, long sequence) {
        return new EventWriter.Row(
                new GenericDomainEventMessage<>(
                        "Probe", aggregate, sequence, "", Map.of(), Ids.next().toString(), AT),
                serialized("{\"of\":\"" + aggregate + "\"}", "1"),
                serialized("{\"sequence\":\"" + sequence + "\"}", null));
    }

    private static SimpleSerializedObject<byte[]> serialized(String json, String revision) {
        return new SimpleSerializedObject<>(
                json.getBytes(StandardCharsets.UTF_8), byte[].class, "probe.ProbeNoted", revision);
    }

    private static String aggregate() {
        return Ids.next().toString();
    }

    /** As a command does it: in a transaction that has sent nothing before. */
    private long[] commit(EventWriter.Row... rows) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            return writer.writeAndCommit(connection, List.of(rows));
        }
    }

    private static List<Long> stored(String aggregate) {
        return jdbc.sql(
                        "select global_index from es.domain_event where aggregate_identifier = ? order by sequence_number")
                .param(aggregate)
                .query(Long.class)
                .list();
    }

    private static void insertUncommitted(Connection connection, String aggregate) throws SQLException {
        connection.setAutoCommit(false);
        new EventWriter().write(connection, List.of(event(aggregate, 0)));
    }

    /** Both writers wait for another node's transaction, so that what comes now is written together when it ends. */
    private List<Future<long[]>> togetherWhenBothAreBusy(
            ExecutorService callers, boolean otherCommits, List<EventWriter.Row[]> commands) throws Exception {
        String first = aggregate();
        String second = aggregate();
        List<Future<long[]>> busy = new ArrayList<>();
        List<Future<long[]>> together = new ArrayList<>();
        try (Connection other = dataSource.getConnection()) {
            insertUncommitted(other, first);
            insertUncommitted(other, second);
            busy.add(callers.submit(() -> commit(event(first, 0))));
            busy.add(callers.submit(() -> commit(event(second, 0))));
            await(() -> writer.waiting() == 0 && lockWaits() == 2);
            for (EventWriter.Row[] command : commands) {
                int before = writer.waiting();
                together.add(callers.submit(() -> commit(command)));
                await(() -> writer.waiting() == before + 1);
            }
            if (otherCommits) {
                other.commit();
            } else {
                other.rollback();
            }
        }
        for (Future<long[]> each : busy) {
            if (otherCommits) {
                assertThatThrownBy(each::get).hasRootCauseInstanceOf(SQLException.class);
            } else {
                assertThat(each.get()).hasSize(1);
            }
        }
        return together;
    }

    private static long lockWaits() {
        return jdbc.sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    private interface Check {
        boolean holds();
    }

    private static void await(Check check) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!check.holds()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(5);
        }
    }

    @Test
    void a_lone_command_is_written_as_it_is() throws Exception {
        String aggregate = aggregate();
        EventWriter.Row row = event(aggregate, 0);
        long[] positions = commit(row);
        assertThat(stored(aggregate)).containsExactly(positions[0]);
        assertThat(row(positions[0]))
                .containsExactly(
                        row.event().getIdentifier(),
                        "0",
                        "Probe",
                        AT.toString(),
                        "probe.ProbeNoted",
                        "1",
                        "{\"of\":\"" + aggregate + "\"}",
                        "{\"sequence\":\"0\"}");
    }

    private static List<String> row(long position) {
        return jdbc.sql("select event_identifier, sequence_number, type, time_stamp, payload_type, payload_revision,"
                        + " convert_from(payload, 'UTF8'), convert_from(meta_data, 'UTF8')"
                        + " from es.domain_event where global_index = ?")
                .param(position)
                .query((row, number) -> List.of(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant().toString(),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)))
                .single();
    }

    @Test
    void several_events_are_written_as_they_are_in_their_order() throws Exception {
        String aggregate = aggregate();
        EventWriter.Row second = event(aggregate, 1);
        long[] positions = commit(event(aggregate, 0), second, event(aggregate, 2));
        assertThat(stored(aggregate)).containsExactly(positions[0], positions[1], positions[2]);
        assertThat(row(positions[1]))
                .containsExactly(
                        second.event().getIdentifier(),
                        "1",
                        "Probe",
                        AT.toString(),
                        "probe.ProbeNoted",
                        "1",
                        "{\"of\":\"" + aggregate + "\"}",
                        "{\"sequence\":\"1\"}");
    }

    @Test
    void more_rows_than_go_into_one_statement_keep_their_order() throws Exception {
        String aggregate = aggregate();
        List<EventWriter.Row> rows =
                IntStream.range(0, 450).mapToObj(n -> event(aggregate, n)).toList();
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            long[] positions = writer.write(connection, rows);
            connection.commit();
            assertThat(stored(aggregate))
                    .containsExactlyElementsOf(Arrays.stream(positions).boxed().toList());
        }
    }

    @Test
    void what_comes_while_others_are_written_is_written_together_and_each_learns_its_own_positions() throws Exception {
        List<String> aggregates =
                IntStream.range(0, 5).mapToObj(n -> aggregate()).toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(7)) {
            List<Future<long[]>> together = togetherWhenBothAreBusy(
                    callers,
                    false,
                    aggregates.stream()
                            .map(each -> new EventWriter.Row[] {event(each, 0), event(each, 1)})
                            .toList());
            for (int i = 0; i < 5; i++) {
                long[] positions = together.get(i).get();
                assertThat(stored(aggregates.get(i))).containsExactly(positions[0], positions[1]);
            }
        }
        assertThat(jdbc.sql(
                                "select count(distinct xmin::text) from es.domain_event where aggregate_identifier in (:all)")
                        .param("all", aggregates)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void one_that_is_refused_takes_none_of_the_others_along_and_leaves_nothing_of_itself() throws Exception {
        String taken = aggregate();
        commit(event(taken, 0), event(taken, 1));
        List<String> fine = IntStream.range(0, 3).mapToObj(n -> aggregate()).toList();
        String half = aggregate();
        List<EventWriter.Row[]> commands = new ArrayList<>();
        commands.add(new EventWriter.Row[] {event(fine.get(0), 0)});
        commands.add(new EventWriter.Row[] {event(half, 0), event(taken, 1)});
        commands.add(new EventWriter.Row[] {event(fine.get(1), 0)});
        commands.add(new EventWriter.Row[] {event(fine.get(2), 0)});
        try (ExecutorService callers = Executors.newFixedThreadPool(6)) {
            List<Future<long[]>> together = togetherWhenBothAreBusy(callers, true, commands);
            assertThatThrownBy(together.get(1)::get)
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .hasMessageContaining("domain_event_sequence");
            long first = together.get(0).get()[0];
            long third = together.get(2).get()[0];
            long fourth = together.get(3).get()[0];
            assertThat(stored(fine.get(0))).containsExactly(first);
            assertThat(stored(fine.get(1))).containsExactly(third);
            assertThat(stored(fine.get(2))).containsExactly(fourth);
        }
        assertThat(stored(half)).isEmpty();
        assertThat(stored(taken)).hasSize(2);
    }

    @Test
    void when_the_connection_breaks_all_that_were_written_on_it_are_told_and_the_next_are_written() throws Exception {
        Connection broken = dataSource.getConnection();
        broken.setAutoCommit(false);
        broken.unwrap(PgConnection.class).close();
        assertThatThrownBy(() -> writer.writeAndCommit(broken, List.of(event(aggregate(), 0))))
                .isInstanceOf(SQLException.class);
        dataSource.evictConnection(broken);
        String aggregate = aggregate();
        assertThat(stored(aggregate)).isEmpty();
        long[] positions = commit(event(aggregate, 0));
        assertThat(stored(aggregate)).containsExactly(positions[0]);
    }
}
