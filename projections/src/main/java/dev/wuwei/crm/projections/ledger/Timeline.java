package dev.wuwei.crm.projections.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How one thing stood on every day, as known last. Whenever more becomes known, what changed from some day on is replaced, and
 * the difference comes out as segments that are known no longer, that got an end, and that are known now.
 */
final class Timeline<S> {
    /** A state and the day it begins; {@code state} is {@code null} where the thing is not there. */
    record Step<S>(LocalDate from, S state) {}

    /** A segment whose end became known, as it was and as it is. */
    record Ended<S>(Segment<S> before, Segment<S> after) {}

    /**
     * What changed.
     *
     * @param closed known up to now only
     * @param ended still known, but up to another day
     * @param opened known from now on
     */
    record Difference<S>(List<Segment<S>> closed, List<Ended<S>> ended, List<Segment<S>> opened) {
        boolean isEmpty() {
            return closed.isEmpty() && ended.isEmpty() && opened.isEmpty();
        }
    }

    private List<Segment<S>> segments = List.of();

    List<Segment<S>> segments() {
        return segments;
    }

    S at(LocalDate day) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            Segment<S> segment = segments.get(i);
            if (!segment.from().isAfter(day)) {
                return segment.to() == null || segment.to().isAfter(day) ? segment.state() : null;
            }
        }
        return null;
    }

    S before(LocalDate day) {
        return at(day.minusDays(1));
    }

    /**
     * @param since first day that may have changed
     * @param steps in order of date, all of them on or after {@code since}; nothing before the first is touched
     */
    Difference<S> replaceFrom(LocalDate since, List<Step<S>> steps, Instant known, long position) {
        List<Step<S>> all = new ArrayList<>(segments.size() + steps.size());
        LocalDate end = null;
        for (Segment<S> segment : segments) {
            if (!segment.from().isBefore(since)) {
                break;
            }
            if (end != null && end.isBefore(segment.from())) {
                all.add(new Step<>(end, null));
            }
            all.add(new Step<>(segment.from(), segment.state()));
            end = segment.to();
        }
        if (end != null && end.isBefore(since)) {
            all.add(new Step<>(end, null));
        }
        all.addAll(steps);
        return replaceWith(all, known, position);
    }

    private Difference<S> replaceWith(List<Step<S>> steps, Instant known, long position) {
        List<Segment<S>> next = new ArrayList<>(steps.size());
        LocalDate from = null;
        S state = null;
        for (Step<S> step : steps) {
            if (Objects.equals(step.state(), state)) {
                continue;
            }
            if (state != null) {
                next.add(new Segment<>(from, step.from(), known, known, position, state));
            }
            from = step.from();
            state = step.state();
        }
        if (state != null) {
            next.add(new Segment<>(from, null, known, null, position, state));
        }
        List<Segment<S>> closed = new ArrayList<>(segments);
        List<Ended<S>> ended = new ArrayList<>(1);
        List<Segment<S>> opened = new ArrayList<>(1);
        for (int i = 0; i < next.size(); i++) {
            Segment<S> segment = next.get(i);
            Segment<S> old = closed.stream()
                    .filter(candidate -> candidate.from().equals(segment.from())
                            && candidate.state().equals(segment.state()))
                    .findFirst()
                    .orElse(null);
            if (old == null) {
                opened.add(segment);
            } else if (Objects.equals(old.to(), segment.to())) {
                closed.remove(old);
                next.set(i, old);
            } else if (old.to() == null || known.equals(old.toKnown())) {
                closed.remove(old);
                next.set(i, old.endingOn(segment.to(), known));
                ended.add(new Ended<>(old, next.get(i)));
            } else {
                opened.add(segment);
            }
        }
        segments = List.copyOf(next);
        return new Difference<>(closed, ended, opened);
    }

    /** @return every day on or after {@code since} on which something begins or ends */
    Stream<LocalDate> dates(LocalDate since) {
        return segments.stream()
                .flatMap(segment -> Stream.of(segment.from(), segment.to()))
                .filter(day -> day != null && !day.isBefore(since));
    }
}
