package dev.wuwei.crm.projections.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Dated values of one attribute. On a day the value dated last up to that day counts; of two of one date, the one recorded
 * last. Values must be set in the order in which they were recorded.
 */
final class Track<T> {
    record Entry<T>(LocalDate on, T value) {}

    private final List<Entry<T>> entries = new ArrayList<>(2);

    void set(LocalDate on, T value) {
        int place = entries.size();
        while (place > 0 && entries.get(place - 1).on().isAfter(on)) {
            place--;
        }
        entries.add(place, new Entry<>(on, value));
    }

    /** @return the value on that day, or {@code null} when there is none yet */
    T at(LocalDate day) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (!entries.get(i).on().isAfter(day)) {
                return entries.get(i).value();
            }
        }
        return null;
    }

    T first() {
        return entries.getFirst().value();
    }

    T at(LocalDate day, T otherwise) {
        T value = at(day);
        return value == null ? otherwise : value;
    }

    /** Takes the last matching entry back, as if it had never been. */
    void takeBack(Predicate<Entry<T>> matching) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (matching.test(entries.get(i))) {
                entries.remove(i);
                return;
            }
        }
    }

    /** @return the value before the last one that matches, in force up to {@code day} */
    T before(LocalDate day, Predicate<T> matching) {
        boolean passed = false;
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry<T> entry = entries.get(i);
            if (entry.on().isAfter(day)) {
                continue;
            }
            if (passed && !matching.test(entry.value())) {
                return entry.value();
            }
            passed = passed || matching.test(entry.value());
        }
        return null;
    }

    void dates(LocalDate from, Consumer<LocalDate> into) {
        for (Entry<T> entry : entries) {
            if (!entry.on().isBefore(from)) {
                into.accept(entry.on());
            }
        }
    }
}
