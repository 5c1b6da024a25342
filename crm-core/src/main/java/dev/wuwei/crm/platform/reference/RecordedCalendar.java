package dev.wuwei.crm.platform.reference;

import dev.wuwei.crm.calendar.AdoptedDays;
import dev.wuwei.crm.calendar.CalendarBook;
import dev.wuwei.crm.calendar.CalendarId;
import dev.wuwei.crm.calendar.ListedCalendar;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The working calendar as it is listed, with what was adopted since. */
final class RecordedCalendar implements WorkingCalendar, CalendarBook {
    /** It is asked for every row of a list. Other nodes' events come to read models no sooner either. */
    private static final Duration TRUSTED = Duration.ofMillis(250);

    private final ListedCalendar listed;
    private final LatestRecorded<Known> known;

    private record Known(List<Decision> decisions, AdoptedDays days) {}

    /** @param decisions everything that was ever decided, in order */
    RecordedCalendar(DataSource dataSource, Supplier<List<Decision>> decisions, ListedCalendar listed) {
        this.listed = listed;
        this.known = new LatestRecorded<>(
                dataSource,
                new String[] {CalendarId.ALL.toString()},
                () -> {
                    List<Decision> all = List.copyOf(decisions.get());
                    return new Known(all, days(all, listed));
                },
                TRUSTED);
    }

    private static AdoptedDays days(List<Decision> decisions, ListedCalendar listed) {
        return AdoptedDays.of(listed, decisions.stream().map(Decision::event).toList());
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        return known.get().days().isWorkingDay(date);
    }

    @Override
    public List<Decision> decisions() {
        return known.get().decisions();
    }

    @Override
    public WorkingCalendar asKnownAt(Instant instant) {
        return days(decisionsKnownAt(instant), listed);
    }

    /** A decision was recorded here, so it holds here for whatever begins now. */
    void forget() {
        known.forget();
    }
}
