package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.SubState;
import dev.wuwei.crm.followup.TimePace;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreedPhase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All that is known of one phase, with the dates on which it holds. */
final class PhaseFile {
    private enum MarkKind {
        REPORTED,
        RECOGNISED,
        SKIPPED
    }

    /** @param until day from which it no longer holds, or {@code null} */
    private record Mark(Milestone milestone, MarkKind kind, LocalDate on, LocalDate until) {
        boolean holds(LocalDate day) {
            return !on.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    private record Pause(Cause cause, boolean clockRuns, LocalDate on, LocalDate until) {
        boolean holds(LocalDate day) {
            return !on.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    private record Filed(LocalDate on, MonthlyReturn figures) {}

    private final FollowUpId followUpId;
    private final String name;
    private final Track<AgreedPhase> agreed = new Track<>();
    private final List<Mark> marks = new ArrayList<>(5);
    private final List<Pause> suspensions = new ArrayList<>(0);
    private final List<Pause> stops = new ArrayList<>(0);
    private final List<Pause> capacityDrops = new ArrayList<>(0);
    private final List<Pause> withdrawals = new ArrayList<>(0);
    private final Track<TimePace> pace = new Track<>();
    private final Track<LocalDate> included = new Track<>();
    private final Track<Delay> delays = new Track<>();
    private final Track<SubState> subState = new Track<>();
    private final Map<YearMonth, Filed> returns = new TreeMap<>();

    PhaseFile(FollowUpId followUpId, String name) {
        this.followUpId = followUpId;
        this.name = name;
    }

    void agree(LocalDate on, AgreedPhase phase) {
        agreed.set(on, phase);
    }

    /** @return the first day that changes: told again for a later day, it no longer stands on the earlier one */
    LocalDate report(Milestone milestone, LocalDate on) {
        return mark(milestone, MarkKind.REPORTED, on);
    }

    /** @return the first day that changes */
    LocalDate recognise(Milestone milestone, LocalDate on) {
        return mark(milestone, MarkKind.RECOGNISED, on);
    }

    /** @return the first day that changes */
    LocalDate skip(Milestone milestone, LocalDate on) {
        return mark(milestone, MarkKind.SKIPPED, on);
    }

    private LocalDate mark(Milestone milestone, MarkKind kind, LocalDate on) {
        LocalDate first = on;
        for (Mark mark : marks) {
            if (mark.milestone() == milestone
                    && mark.kind() == kind
                    && mark.until() == null
                    && mark.on().isBefore(first)) {
                first = mark.on();
            }
        }
        marks.removeIf(mark -> mark.milestone() == milestone && mark.kind() == kind && mark.until() == null);
        marks.add(new Mark(milestone, kind, on, null));
        return first;
    }

    /** @return the first day that changes, or {@code null} when nothing stood */
    LocalDate withdraw(Milestone milestone) {
        LocalDate first = marks.stream()
                .filter(mark -> mark.milestone() == milestone && mark.until() == null)
                .map(Mark::on)
                .min(LocalDate::compareTo)
                .orElse(null);
        marks.removeIf(mark -> mark.milestone() == milestone && mark.until() == null);
        return first;
    }

    void dropScale(LocalDate on) {
        marks.replaceAll(mark -> mark.until() == null && mark.milestone().compareTo(Milestone.SCALE_UP) >= 0
                ? new Mark(mark.milestone(), mark.kind(), mark.on(), later(mark.on(), on))
                : mark);
    }

    /** What was recognised before the drop holds again. */
    void regainScale(LocalDate droppedOn) {
        marks.replaceAll(mark -> mark.milestone().compareTo(Milestone.SCALE_UP) >= 0 && droppedOn.equals(mark.until())
                ? new Mark(mark.milestone(), mark.kind(), mark.on(), null)
                : mark);
    }

    void dropCapacity(LocalDate on) {
        capacityDrops.add(new Pause(null, true, on, null));
    }

    void regainCapacity(LocalDate on) {
        end(capacityDrops, on);
    }

    void forgetCapacityDrop(LocalDate on) {
        capacityDrops.removeIf(pause -> pause.until() == null && pause.on().equals(on));
    }

    String name() {
        return name;
    }

    void include(LocalDate on) {
        included.set(on, on);
    }

    void exclude(LocalDate on) {
        included.takeBack(entry -> entry.on().equals(on));
    }

    void explain(LocalDate on, Delay delay) {
        delays.set(on, delay);
    }

    void justify(LocalDate on, LocalDate quietUntil) {
        Delay known = delays.at(on);
        if (known != null) {
            delays.set(on, known.quietUntil(quietUntil));
        }
    }

    void unjustify(LocalDate on) {
        delays.takeBack(entry -> entry.on().equals(on) && entry.value().quietUntil() != null);
    }

    /** Over when the milestone that it kept from happening is reached. */
    private Delay delay(PhaseState state, LocalDate day) {
        Delay delay = delays.at(day);
        return delay != null && delay.holdsUp(state.next()) ? delay : null;
    }

    void suspend(Cause cause, boolean clockRuns, LocalDate on) {
        suspensions.add(new Pause(cause, clockRuns, on, null));
    }

    void resume(LocalDate on) {
        end(suspensions, on);
    }

    void stop(Cause cause, LocalDate on) {
        stops.add(new Pause(cause, true, on, null));
    }

    void restart(LocalDate on) {
        end(stops, on);
    }

    void withdraw(Cause cause, LocalDate on) {
        withdrawals.add(new Pause(cause, true, on, null));
    }

    void reinstate(LocalDate on) {
        end(withdrawals, on);
    }

    private static void end(List<Pause> pauses, LocalDate on) {
        pauses.replaceAll(pause -> pause.until() == null
                ? new Pause(pause.cause(), pause.clockRuns(), pause.on(), later(pause.on(), on))
                : pause);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** @param planned the time that the schedule gives the works, or {@code null} when it names none */
    void plan(LocalDate on, TimePace planned) {
        pace.set(on, planned);
    }

    void enter(SubState state, LocalDate on) {
        subState.set(on, state);
    }

    void leave(SubState state, LocalDate on) {
        subState.takeBack(entry -> entry.value() == state && entry.on().equals(on));
    }

    void file(YearMonth month, LocalDate on, MonthlyReturn figures) {
        returns.put(month, new Filed(on, figures));
    }

    void dates(LocalDate since, Consumer<LocalDate> into) {
        Consumer<LocalDate> late = day -> {
            if (day != null && !day.isBefore(since)) {
                into.accept(day);
            }
        };
        agreed.dates(since, into);
        subState.dates(since, into);
        pace.dates(since, into);
        included.dates(since, into);
        delays.dates(since, into);
        marks.forEach(mark -> {
            late.accept(mark.on());
            late.accept(mark.until());
        });
        for (List<Pause> pauses : List.of(suspensions, stops, capacityDrops, withdrawals)) {
            pauses.forEach(pause -> {
                late.accept(pause.on());
                late.accept(pause.until());
            });
        }
        returns.values().forEach(filed -> late.accept(filed.on()));
    }

    boolean isThere(LocalDate day) {
        return agreed.at(day) != null && withdrawals.stream().noneMatch(pause -> pause.holds(day));
    }

    boolean isWithdrawn(LocalDate day) {
        return withdrawals.stream().anyMatch(pause -> pause.holds(day));
    }

    PhaseState state(LocalDate day) {
        return state(day, false);
    }

    private PhaseState state(LocalDate day, boolean reported) {
        PhaseState state = PhaseState.SIGNED;
        for (Mark mark : marks) {
            if (mark.holds(day) && (reported || mark.kind() != MarkKind.REPORTED)) {
                PhaseState after = PhaseState.after(mark.milestone());
                state = after.compareTo(state) > 0 ? after : state;
            }
        }
        return state;
    }

    LocalDate recognisedOn(Milestone milestone, LocalDate day) {
        LocalDate on = null;
        for (Mark mark : marks) {
            if (mark.milestone() == milestone && mark.kind() == MarkKind.RECOGNISED && mark.holds(day)) {
                on = mark.on();
            }
        }
        return on;
    }

    /**
     * @param scaleUpMonths months after production start by which a firm should be above scale, where nothing was agreed
     * @param belowCapacity since when the figures alone say that it has fallen below full capacity, or {@code null}
     */
    PhaseFigures at(LocalDate day, LocalDate signedOn, int scaleUpMonths, LocalDate belowCapacity) {
        AgreedPhase dates = agreed.at(day);
        PhaseState state = state(day);
        LocalDate[] recognised = new LocalDate[Milestone.values().length];
        LocalDate since = signedOn;
        for (Milestone milestone : Milestone.values()) {
            recognised[milestone.ordinal()] = recognisedOn(milestone, day);
        }
        for (Mark mark : marks) {
            if (mark.kind() != MarkKind.REPORTED && mark.holds(day) && PhaseState.after(mark.milestone()) == state) {
                since = mark.on();
            }
        }
        LocalDate[] agreedDates = {
            dates.startBy(), dates.completeBy(), dates.produceBy(), dates.scaleUpBy(), dates.fullCapacityBy()
        };
        LocalDate due =
                state == PhaseState.FULL_CAPACITY ? fallenSince(day, belowCapacity) : agreedDates[state.ordinal()];
        if (due == null && state == PhaseState.PRODUCING && recognised[Milestone.PRODUCTION_START.ordinal()] != null) {
            due = recognised[Milestone.PRODUCTION_START.ordinal()].plusMonths(scaleUpMonths);
        }
        Pause suspension = current(suspensions, day);
        if (due != null) {
            for (Pause pause : suspensions) {
                if (!pause.clockRuns()
                        && pause.until() != null
                        && !pause.until().isAfter(day)) {
                    due = due.plusDays(ChronoUnit.DAYS.between(pause.on(), pause.until()));
                }
            }
        }
        Pause stop = current(stops, day);
        Filed last = null;
        for (Filed filed : returns.values()) {
            if (!filed.on().isAfter(day)) {
                last = filed;
            }
        }
        BigDecimal progress = last == null ? null : last.figures().progressPercent();
        return new PhaseFigures(
                followUpId,
                name,
                state,
                state(day, true),
                since,
                subState.at(day),
                suspension != null,
                stop != null,
                suspension != null ? suspension.cause() : stop == null ? null : stop.cause(),
                due,
                suspension != null && !suspension.clockRuns() ? suspension.on() : null,
                amount(dates.investment()),
                last == null ? null : amount(last.figures().investedToDate()),
                progress,
                TimePace.pointsBehind(
                        state,
                        pace.at(day),
                        recognised[Milestone.CONSTRUCTION_START.ordinal()],
                        dates.completeBy(),
                        progress,
                        last == null ? null : last.on()),
                Arrays.asList(agreedDates),
                Arrays.asList(recognised),
                included.at(day),
                delay(state, day));
    }

    private LocalDate fallenSince(LocalDate day, LocalDate belowCapacity) {
        Pause recorded = current(capacityDrops, day);
        if (recorded == null) {
            return belowCapacity;
        }
        return belowCapacity == null || recorded.on().isBefore(belowCapacity) ? recorded.on() : belowCapacity;
    }

    private static Pause current(List<Pause> pauses, LocalDate day) {
        return pauses.stream().filter(pause -> pause.holds(day)).findFirst().orElse(null);
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }
}
