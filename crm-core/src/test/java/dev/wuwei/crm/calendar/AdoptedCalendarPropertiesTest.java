package dev.wuwei.crm.calendar;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.calendar.CalendarCommand.AdoptCalendar;
import dev.wuwei.crm.calendar.CalendarCommand.WithdrawCalendar;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarAdopted;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarWithdrawn;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.WorkingCalendar;
import dev.wuwei.crm.testing.AggregateScenario;
import dev.wuwei.crm.testing.TestCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is decided, on whatever days. */
class AdoptedCalendarPropertiesTest {
    private static final int DAYS = 21;
    private static final EventMeta META = AggregateScenario.meta(AggregateScenario.SENDER, Role.LEADER, TODAY);
    private static final TestCalendar LISTED = new TestCalendar();

    private static Arbitrary<List<LocalDate>> days() {
        return Arbitraries.integers()
                .between(0, DAYS)
                .map(TODAY::plusDays)
                .list()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<CalendarCommand>> decisions() {
        Arbitrary<CalendarCommand> adopt = Combinators.combine(
                        days(), days(), Arbitraries.integers().between(0, 5))
                .as((free, work, from) ->
                        new AdoptCalendar(CalendarId.ALL, free, work, TODAY.plusDays(from), TODAY, "通知"));
        Arbitrary<CalendarCommand> withdraw = Arbitraries.just(new WithdrawCalendar(CalendarId.ALL, TODAY, "撤回"));
        return Arbitraries.oneOf(List.of(adopt, adopt, adopt, withdraw)).list().ofMaxSize(14);
    }

    private static List<LocalDate> worked(WorkingCalendar calendar) {
        return TODAY.datesUntil(TODAY.plusDays(DAYS + 1))
                .filter(calendar::isWorkingDay)
                .toList();
    }

    private static CalendarEvent decide(CalendarCourse course, CalendarCommand decision) {
        try {
            return switch (decision) {
                case AdoptCalendar adopt -> course.adopt(adopt, META, LISTED);
                case WithdrawCalendar withdraw -> course.withdraw(withdraw, META, LISTED);
            };
        } catch (RuleViolated refused) {
            return null;
        }
    }

    @Property(tries = 200)
    void days_are_as_they_were_last_named_what_is_told_is_what_changed_and_what_is_withdrawn_never_was(
            @ForAll("decisions") List<CalendarCommand> decisions) {
        CalendarCourse course = new CalendarCourse();
        List<CalendarEvent> history = new ArrayList<>();
        List<List<LocalDate>> before = new ArrayList<>();
        for (CalendarCommand decision : decisions) {
            CalendarEvent event = decide(course, decision);
            if (event == null) {
                continue;
            }
            List<LocalDate> until = worked(AdoptedDays.of(LISTED, history));
            course.evolve(event);
            history.add(event);
            List<LocalDate> since = worked(AdoptedDays.of(LISTED, history));
            List<LocalDate> changed = new ArrayList<>(until);
            changed.removeAll(since);
            since.stream().filter(day -> !until.contains(day)).forEach(changed::add);
            switch (event) {
                case CalendarAdopted e -> {
                    assertThat(since).containsAll(e.work());
                    assertThat(since).isNotEmpty().noneMatch(e.free()::contains);
                    assertThat(changed).containsExactlyInAnyOrderElementsOf(both(e.formerlyWorked(), e.formerlyFree()));
                    assertThat(e.firstChange())
                            .hasValueSatisfying(day -> assertThat(day).isAfterOrEqualTo(e.from()));
                    before.add(until);
                }
                case CalendarWithdrawn e -> {
                    assertThat(since).isEqualTo(before.removeLast());
                    assertThat(changed).containsExactlyInAnyOrderElementsOf(both(e.againWorked(), e.againFree()));
                }
            }
            assertThat(changed).contains(event.firstChange().orElseThrow());
        }
    }

    private static List<LocalDate> both(List<LocalDate> these, List<LocalDate> those) {
        List<LocalDate> both = new ArrayList<>(these);
        both.addAll(those);
        return both;
    }
}
