package dev.wuwei.crm.calendar;

import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.calendar.CalendarCommand.AdoptCalendar;
import dev.wuwei.crm.calendar.CalendarCommand.WithdrawCalendar;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarAdopted;
import dev.wuwei.crm.calendar.CalendarEvent.CalendarWithdrawn;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.SharedRule;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** 2027: 春节 is from Saturday, 6 February, to Friday; Sunday, 14 February, is worked. */
class AdoptedCalendarTest {
    private static final String WHY = "国办发明电〔2026〕7 号";
    private static final LocalDate YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate SATURDAY = LocalDate.of(2027, 2, 6);
    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 8);
    private static final LocalDate FRIDAY = LocalDate.of(2027, 2, 12);
    private static final LocalDate MADE_UP = LocalDate.of(2027, 2, 14);
    private static final List<LocalDate> FESTIVAL =
            SATURDAY.datesUntil(FRIDAY.plusDays(1)).toList();
    private static final List<LocalDate> WEEK =
            MONDAY.datesUntil(FRIDAY.plusDays(1)).toList();
    private static final List<LocalDate> NONE = List.of();

    private final AggregateScenario<AdoptedCalendar> calendar =
            AggregateScenario.of(AdoptedCalendar.class).by(AggregateScenario.SENDER, Role.LEADER);

    private static AdoptCalendar adopt(List<LocalDate> free, List<LocalDate> work) {
        return adopt(free, work, YEAR);
    }

    private static AdoptCalendar adopt(List<LocalDate> free, List<LocalDate> work, LocalDate from) {
        return new AdoptCalendar(CalendarId.ALL, free, work, from, TODAY, WHY);
    }

    private static CalendarAdopted adopted() {
        return new CalendarAdopted(CalendarId.ALL, FESTIVAL, List.of(MADE_UP), WEEK, List.of(MADE_UP), YEAR, TODAY);
    }

    private static WithdrawCalendar withdraw() {
        return new WithdrawCalendar(CalendarId.ALL, TODAY, WHY);
    }

    @Nested
    class Adopt {
        @Test
        void emits_the_days_in_order_and_which_were_otherwise_until_then() {
            calendar.when(adopt(List.copyOf(FESTIVAL.reversed()), List.of(MADE_UP, MADE_UP)))
                    .emits(adopted());
        }

        @Test
        void emits_for_an_administrator_too() {
            calendar.by(AggregateScenario.SENDER, Role.ADMINISTRATOR)
                    .when(adopt(null, List.of(MADE_UP)))
                    .emits(new CalendarAdopted(
                            CalendarId.ALL, NONE, List.of(MADE_UP), NONE, List.of(MADE_UP), YEAR, TODAY));
        }

        @Test
        void emits_a_day_that_was_adopted_as_free_and_is_worked_after_all() {
            calendar.given(adopted())
                    .when(adopt(NONE, List.of(FRIDAY)))
                    .emits(new CalendarAdopted(
                            CalendarId.ALL, NONE, List.of(FRIDAY), NONE, List.of(FRIDAY), YEAR, TODAY));
        }

        @Test
        void rejects_what_names_no_day() {
            calendar.when(adopt(NONE, null)).rejects(CalendarRule.NO_DAYS);
        }

        @Test
        void rejects_a_day_both_free_and_worked() {
            calendar.when(adopt(FESTIVAL, List.of(FRIDAY)))
                    .rejects(CalendarRule.FREE_AND_WORKED)
                    .naming(FRIDAY);
        }

        @Test
        void rejects_days_that_are_so_already() {
            calendar.when(adopt(List.of(SATURDAY), NONE)).rejects(CalendarRule.FREE_ALREADY);
            calendar.when(adopt(FESTIVAL, List.of(MADE_UP.plusDays(1))))
                    .rejects(CalendarRule.WORKED_ALREADY)
                    .naming(MADE_UP.plusDays(1));
            calendar.given(adopted()).when(adopt(WEEK, NONE)).rejects(CalendarRule.FREE_ALREADY);
        }

        @Test
        void rejects_days_before_the_one_from_which_it_would_hold() {
            calendar.when(adopt(FESTIVAL, NONE, MONDAY))
                    .rejects(CalendarRule.BEFORE_IT_HOLDS)
                    .naming(SATURDAY, MONDAY);
            calendar.when(adopt(NONE, List.of(SATURDAY), MONDAY)).rejects(CalendarRule.BEFORE_IT_HOLDS);
        }

        @Test
        void rejects_days_that_are_too_far_away_at_their_field() {
            LocalDate earliest = TODAY.minusYears(1);
            LocalDate latest = TODAY.plusYears(2);
            calendar.when(adopt(List.of(latest.plusDays(1)), NONE))
                    .rejectsAt("free", CalendarRule.TOO_FAR)
                    .naming(earliest, latest);
            calendar.when(adopt(NONE, List.of(earliest.minusDays(1)), earliest.minusYears(1)))
                    .rejectsAt("work", CalendarRule.TOO_FAR);
        }

        @Test
        void rejects_more_days_than_a_year_has_holidays() {
            calendar.when(adopt(YEAR.datesUntil(YEAR.plusDays(101)).toList(), NONE))
                    .rejectsAt("free", SharedRule.TOO_MANY);
        }

        @Test
        void rejects_without_a_day_to_hold_from_or_a_reason_and_a_decision_in_the_future() {
            calendar.when(adopt(WEEK, NONE, null)).rejectsAt("holdsFrom", SharedRule.REQUIRED);
            calendar.when(new AdoptCalendar(null, WEEK, NONE, YEAR, TODAY, " ")).rejects(SharedRule.REASON_REQUIRED);
            calendar.when(new AdoptCalendar(null, WEEK, NONE, YEAR, TODAY.plusDays(1), WHY))
                    .rejects(SharedRule.IN_FUTURE);
        }

        @Test
        void rejects_whoever_sees_one_park_alone() {
            calendar.seeing("north").when(adopt(WEEK, NONE)).rejects(SharedRule.OUTSIDE_YOUR_PARKS);
        }
    }

    @Nested
    class Withdraw {
        @Test
        void emits_that_the_last_adoption_never_was_and_what_its_days_are_again() {
            calendar.given(
                            adopted(),
                            new CalendarAdopted(
                                    CalendarId.ALL,
                                    List.of(MADE_UP),
                                    List.of(FRIDAY),
                                    List.of(MADE_UP),
                                    List.of(FRIDAY),
                                    YEAR,
                                    TODAY))
                    .when(withdraw())
                    .emits(new CalendarWithdrawn(
                            CalendarId.ALL,
                            List.of(MADE_UP),
                            List.of(FRIDAY),
                            List.of(MADE_UP),
                            List.of(FRIDAY),
                            YEAR,
                            TODAY));
        }

        @Test
        void rejects_what_was_never_adopted_or_is_withdrawn_already() {
            calendar.when(withdraw()).rejects(CalendarRule.NOT_ADOPTED);
            calendar.given(
                            adopted(),
                            new CalendarWithdrawn(
                                    CalendarId.ALL, FESTIVAL, List.of(MADE_UP), WEEK, List.of(MADE_UP), YEAR, TODAY))
                    .when(withdraw())
                    .rejects(CalendarRule.NOT_ADOPTED);
        }

        @Test
        void rejects_without_a_reason() {
            calendar.given(adopted())
                    .when(new WithdrawCalendar(null, TODAY, null))
                    .rejects(SharedRule.REASON_REQUIRED);
        }
    }
}
