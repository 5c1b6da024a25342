package dev.wuwei.crm.calendar;

import dev.wuwei.crm.calendar.CalendarEvent.CalendarAdopted;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarWithdrawn;
import dev.wuwei.crm.shared.WorkingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The listed calendar with what was adopted since. Of two adoptions that name the same day the later one holds. */
public final class AdoptedDays implements WorkingCalendar {
    private final WorkingCalendar listed;
    private final List<CalendarAdopted> adopted;
    private final WorkingCalendar holds;

    private AdoptedDays(WorkingCalendar listed, List<CalendarAdopted> adopted) {
        this.listed = listed;
        this.adopted = adopted;
        Set<LocalDate> free = new HashSet<>();
        Set<LocalDate> work = new HashSet<>();
        adopted.forEach(each -> {
            free.removeAll(each.work());
            work.removeAll(each.free());
            free.addAll(each.free());
            work.addAll(each.work());
        });
        this.holds = listed.with(free, work);
    }

    /** @param events in the order in which they were recorded */
    public static AdoptedDays of(WorkingCalendar listed, Collection<? extends CalendarEvent> events) {
        List<CalendarAdopted> standing = new ArrayList<>();
        for (CalendarEvent event : events) {
            switch (event) {
                case CalendarAdopted e -> standing.add(e);
                case CalendarWithdrawn e -> standing.removeLast();
            }
        }
        return new AdoptedDays(listed, List.copyOf(standing));
    }

    @Override
    public boolean isWorkingDay(LocalDate date) {
        return holds.isWorkingDay(date);
    }

    /** @return the earliest of all of them */
    public static Optional<LocalDate> first(Collection<LocalDate> free, Collection<LocalDate> work) {
        return Stream.concat(free.stream(), work.stream()).min(Comparator.naturalOrder());
    }

    /** @return the last adoption that stands */
    public Optional<CalendarAdopted> last() {
        return adopted.isEmpty() ? Optional.empty() : Optional.of(adopted.getLast());
    }

    AdoptedDays withoutTheLast() {
        return new AdoptedDays(listed, adopted.subList(0, adopted.size() - 1));
    }
}
