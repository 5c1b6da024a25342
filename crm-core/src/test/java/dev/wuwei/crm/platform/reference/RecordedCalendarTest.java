package dev.wuwei.crm.platform.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.wuwei.crm.calendar.CalendarBook.Decision;
import dev.wuwei.crm.calendar.CalendarEvent;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarAdopted;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarWithdrawn;
import dev.wuwei.crm.calendar.CalendarId;
import dev.wuwei.crm.platform.postgres.TestPostgres;
import dev.wuwei.crm.testing.TestCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RecordedCalendarTest {
    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 8);
    private static final LocalDate SATURDAY = LocalDate.of(2027, 2, 13);
    private static final Instant DECIDED = Instant.parse("2026-11-04T02:00:00Z");
    private static final Instant WITHDRAWN = Instant.parse("2026-11-05T02:00:00Z");

    private HikariDataSource dataSource;
    private TransactionTemplate transaction;
    private final List<Decision> recorded = new ArrayList<>();
    private int read;
    private RecordedCalendar calendar;

    @BeforeEach
    void open() {
        dataSource = TestPostgres.migratedDataSource();
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        calendar = new RecordedCalendar(
                dataSource,
                () -> {
                    read++;
                    return recorded;
                },
                new TestCalendar());
    }

    @AfterEach
    void close() {
        dataSource.close();
    }

    private void record(CalendarEvent event, Instant at) {
        StoredEvent.append(dataSource, CalendarId.ALL, "AdoptedCalendar", recorded.size(), event);
        recorded.add(new Decision(event, null, "通知", at));
    }

    private void adopt() {
        List<LocalDate> free = List.of(MONDAY);
        List<LocalDate> work = List.of(SATURDAY);
        record(new CalendarAdopted(CalendarId.ALL, free, work, free, work, MONDAY, MONDAY), DECIDED);
    }

    private void withdraw() {
        List<LocalDate> free = List.of(MONDAY);
        List<LocalDate> work = List.of(SATURDAY);
        record(new CalendarWithdrawn(CalendarId.ALL, free, work, free, work, MONDAY, MONDAY), WITHDRAWN);
    }

    private boolean isOfTheListedWeek() {
        return calendar.isWorkingDay(MONDAY) && !calendar.isWorkingDay(SATURDAY);
    }

    @Test
    void what_was_adopted_holds_in_the_next_transaction_and_what_was_withdrawn_never_did() {
        assertThat(isOfTheListedWeek()).isTrue();
        adopt();
        transaction.executeWithoutResult(
                status -> assertThat(isOfTheListedWeek()).isFalse());
        withdraw();
        transaction.executeWithoutResult(
                status -> assertThat(isOfTheListedWeek()).isTrue());
    }

    @Test
    void what_was_adopted_here_holds_at_once_for_whoever_asks_outside_of_transactions() {
        assertThat(isOfTheListedWeek()).isTrue();
        adopt();
        calendar.forget();
        assertThat(isOfTheListedWeek()).isFalse();
        assertThat(calendar.plusWorkingDays(MONDAY.minusDays(3), 5)).isEqualTo(SATURDAY);
    }

    @Test
    void one_transaction_knows_one_calendar() {
        transaction.executeWithoutResult(status -> {
            assertThat(isOfTheListedWeek()).isTrue();
            adopt();
            calendar.forget();
            assertThat(isOfTheListedWeek()).isTrue();
        });
    }

    @Test
    void days_reckoned_before_a_decision_were_reckoned_without_it() {
        adopt();
        withdraw();
        assertThat(calendar.asKnownAt(DECIDED.minusMillis(1)).isWorkingDay(MONDAY))
                .isTrue();
        assertThat(calendar.asKnownAt(DECIDED).isWorkingDay(MONDAY)).isFalse();
        assertThat(calendar.asKnownAt(WITHDRAWN).isWorkingDay(MONDAY)).isTrue();
    }

    @Test
    void nothing_is_read_again_while_nothing_was_decided() {
        adopt();
        isOfTheListedWeek();
        transaction.executeWithoutResult(status -> isOfTheListedWeek());
        calendar.decisions();
        assertThat(read).isEqualTo(1);
    }
}
