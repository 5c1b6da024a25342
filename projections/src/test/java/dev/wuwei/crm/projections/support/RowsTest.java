package dev.wuwei.crm.projections.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RowsTest {
    record Row(UUID id, String name, BigDecimal amount, LocalDate on, Instant at, boolean flag, List<String> tags) {
        Row named(String newName) {
            return new Row(id, newName, amount, on, at, flag, tags);
        }
    }

    private static final Table<UUID, Row> TABLE = Table.<UUID, Row>keyed("sample", "id", "uuid", Row::id)
            .column("name", "text", Row::name)
            .column("amount", "numeric", Row::amount)
            .column("on_day", "date", Row::on)
            .column("at", "timestamptz", Row::at)
            .column("flag", "boolean", Row::flag)
            .column("tags", "text[]", Row::tags)
            .readBy(row -> new Row(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getBigDecimal("amount"),
                    row.getObject("on_day", LocalDate.class),
                    row.getTimestamp("at").toInstant(),
                    row.getBoolean("flag"),
                    List.of((String[]) row.getArray("tags").getArray())));

    private static HikariDataSource dataSource;

    @BeforeAll
    static void open() {
        dataSource = TestPostgres.migratedDataSource();
        JdbcClient.create(dataSource)
                .sql("create table sample (id uuid primary key, name text, amount numeric, on_day date, at timestamptz,"
                        + " flag boolean, tags text[])")
                .update();
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @BeforeEach
    void empty() {
        JdbcClient.create(dataSource).sql("truncate sample").update();
    }

    private static Row row(String name) {
        return new Row(
                UUID.randomUUID(),
                name,
                new BigDecimal("45000.50"),
                LocalDate.of(2023, 3, 2),
                Instant.parse("2026-01-05T08:00:00.123456Z"),
                true,
                List.of("a,\"b\"", "\\", "纺织"));
    }

    private static Row stored(Row row) {
        return new Batch(dataSource, false).rows(TABLE).find(row.id()).orElseThrow();
    }

    @Test
    void writes_what_it_reads_back() {
        for (boolean startsEmpty : new boolean[] {false, true}) {
            Row row = row("tab\tnew\nline \\N 线索");
            Batch batch = new Batch(dataSource, startsEmpty);
            batch.rows(TABLE).put(row);
            batch.flush();
            assertThat(stored(row)).isEqualTo(row);
        }
    }

    @Test
    void changes_of_a_batch_build_on_one_another() {
        Row row = row("first");
        Batch batch = new Batch(dataSource, false);
        batch.rows(TABLE).put(row);
        batch.rows(TABLE).change(row.id(), found -> found.named(found.name() + ", second"));
        batch.flush();
        batch.rows(TABLE).change(row.id(), found -> found.named(found.name() + ", third"));
        batch.flush();
        assertThat(stored(row).name()).isEqualTo("first, second, third");
    }

    @Test
    void removed_rows_are_gone_and_can_come_back() {
        for (boolean startsEmpty : new boolean[] {false, true}) {
            Row row = row("one");
            Batch batch = new Batch(dataSource, startsEmpty);
            batch.rows(TABLE).put(row);
            batch.flush();
            batch.rows(TABLE).remove(row.id());
            batch.flush();
            assertThat(new Batch(dataSource, false).rows(TABLE).find(row.id())).isEmpty();
            batch.rows(TABLE).put(row);
            batch.flush();
            assertThat(stored(row)).isEqualTo(row);
        }
    }

    @Test
    void rows_forgotten_for_want_of_room_are_read_again() {
        Batch batch = new Batch(dataSource, true, 10);
        List<Row> rows = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> row("row " + i))
                .toList();
        rows.forEach(batch.rows(TABLE)::put);
        batch.shrinkToRoom();
        batch.rows(TABLE).prefetch(rows.stream().map(Row::id).toList());
        rows.forEach(row -> batch.rows(TABLE).change(row.id(), found -> found.named(found.name() + "!")));
        batch.flush();
        rows.forEach(row -> assertThat(stored(row).name()).isEqualTo(row.name() + "!"));
    }

    private static final Table<UUID, Row> VALUES = Table.<UUID, Row>keyed("sample", "id", "uuid", Row::id)
            .column("name", "text", Row::name)
            .unchanging()
            .writeOnly();

    private static long count(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from sample").query(Long.class).single();
    }

    @Test
    void rows_that_are_values_may_be_written_by_another_hand_but_are_there_when_anything_is_asked() {
        JdbcClient others = JdbcClient.create(dataSource);
        Batch batch = new Batch(dataSource, true);
        batch.rows(VALUES).put(row("first"));
        batch.flush();
        assertThat(count(others)).as("left").isZero();
        assertThat(count(batch.jdbc())).isEqualTo(1);

        batch.rows(VALUES).put(row("second"));
        batch.flush();
        Runnable left = batch.left(new Batch(dataSource, true)::withConnection).orElseThrow();
        assertThat(batch.left(work -> {
                    throw new AssertionError("written by the first already");
                }))
                .isEmpty();
        left.run();
        assertThat(count(others))
                .as("each is written once, whoever comes first")
                .isEqualTo(2);

        Row changed = row("third");
        batch.rows(VALUES).put(changed);
        batch.flush();
        batch.rows(VALUES).put(changed.named("changed before it was written"));
        batch.flush();
        assertThat(count(batch.jdbc())).isEqualTo(3);
        assertThat(others.sql("select name from sample where id = ?")
                        .param(changed.id())
                        .query(String.class)
                        .single())
                .isEqualTo("changed before it was written");
    }

    @Test
    void what_another_hand_could_not_write_is_not_lost_silently() {
        Batch batch = new Batch(dataSource, true);
        batch.rows(VALUES).put(row("never"));
        batch.flush();
        Runnable left = batch.left(work -> {
                    throw new IllegalStateException("the disk is full");
                })
                .orElseThrow();
        assertThatThrownBy(left::run).hasMessage("the disk is full");
        assertThatThrownBy(batch::jdbc).hasMessage("the disk is full");
    }

    record Key(String shelf, int number) {}

    record Book(Key key, String title) {}

    private static final Table<Key, Book> BOOKS = Table.<Key, Book>keyed(
                    "book", Book::key, key -> List.of(key.shelf(), key.number()))
            .keyColumn("shelf", "text", book -> book.key().shelf())
            .keyColumn("number", "integer", book -> book.key().number())
            .column("title", "text", Book::title)
            .groupedBy("shelf = any(?::text[])", Key::shelf)
            .readBy(row -> new Book(new Key(row.getString("shelf"), row.getInt("number")), row.getString("title")));

    @Test
    void a_group_is_read_at_once_and_what_is_not_in_it_is_not_there() {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table book (shelf text, number integer, title text, primary key (shelf, number))")
                .update();
        for (boolean startsEmpty : new boolean[] {true, false}) {
            Batch batch = new Batch(dataSource, startsEmpty, 5);
            if (startsEmpty) {
                for (int number = 0; number < 20; number++) {
                    batch.rows(BOOKS).put(new Book(new Key("shelf " + number % 2, number), "old"));
                }
                batch.shrinkToRoom();
            }
            batch.rows(BOOKS).change(new Key("shelf 1", 19), book -> new Book(book.key(), "changed"));
            batch.rows(BOOKS).prefetchGroups(List.of("shelf 0", "shelf 1"));
            jdbc.sql("update book set title = 'read too late'").update();
            assertThat(batch.rows(BOOKS)
                            .find(new Key("shelf 0", 2))
                            .orElseThrow()
                            .title())
                    .isEqualTo("old");
            assertThat(batch.rows(BOOKS)
                            .find(new Key("shelf 1", 19))
                            .orElseThrow()
                            .title())
                    .isEqualTo("changed");
            assertThat(batch.rows(BOOKS).find(new Key("shelf 0", 99))).isEmpty();
            jdbc.sql("update book set title = 'old'").update();
        }
    }
}
