package dev.wuwei.crm.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Days that follow one another, as notices about holidays name them. Written {@code 2027-02-06..2027-02-12}, or as the one day.
 *
 * @param last the same as {@code first}, or later
 */
public record DayRange(LocalDate first, LocalDate last) {
    private static final String TO = "..";

    public DayRange {
        if (last.isBefore(first)) {
            throw new DateTimeException(first + " is after " + last);
        }
    }

    /** @throws DateTimeException when it is neither a day nor one and a later one */
    public static DayRange parse(String text) {
        int to = text.indexOf(TO);
        return to < 0
                ? new DayRange(LocalDate.parse(text), LocalDate.parse(text))
                : new DayRange(LocalDate.parse(text.substring(0, to)), LocalDate.parse(text.substring(to + 2)));
    }

    /** @return the same days, as few ranges as there are gaps, in their order */
    public static List<DayRange> of(Collection<LocalDate> days) {
        List<DayRange> ranges = new ArrayList<>();
        for (LocalDate day : new TreeSet<>(days)) {
            boolean next =
                    !ranges.isEmpty() && ranges.getLast().last().plusDays(1).equals(day);
            ranges.add(new DayRange(next ? ranges.removeLast().first() : day, day));
        }
        return ranges;
    }

    public Stream<LocalDate> days() {
        return first.datesUntil(last.plusDays(1));
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + TO + last;
    }
}
