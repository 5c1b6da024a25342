package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;

import dev.wuwei.crm.lead.LeadCommand.ReckonClock;
import dev.wuwei.crm.lead.LeadEvent.ClockMoved;
import dev.wuwei.crm.lead.LeadEvent.LeadRegistered;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All clocks were reckoned Monday to Friday. */
class ReckonClockTest {
    private static final ReckonClock RECKON = new ReckonClock(LEAD, "国办发明电〔2026〕7 号");

    private final AggregateScenario<Lead> lead = lead().by(AggregateScenario.SENDER, Role.SYSTEM);

    @Test
    void emits_the_next_working_day_when_the_last_one_is_free_after_all() {
        lead.calendar.withHoliday(REGISTERED_ON.plusDays(1));
        lead.given(registered())
                .when(RECKON)
                .emits(new ClockMoved(
                        LEAD, PROJECT, LeadClock.RESPOND, REGISTERED_ON.plusDays(2), REGISTERED_ON.plusDays(1), TODAY));
    }

    @Test
    void emits_an_earlier_day_when_a_free_one_before_it_is_worked() {
        LocalDate saturday = LocalDate.of(2026, 6, 6);
        lead.calendar.withWorkingDay(saturday);
        LocalDate feedbackBy = LocalDate.of(2026, 6, 10);
        lead.given(in(LeadState.JUDGED))
                .when(RECKON)
                .emits(new ClockMoved(LEAD, PROJECT, LeadClock.FEEDBACK, feedbackBy.minusDays(1), feedbackBy, TODAY));
    }

    @Test
    void emits_the_clock_that_runs_and_no_other() {
        lead.calendar.withHoliday(REGISTERED_ON.plusDays(1)).withHoliday(LocalDate.of(2026, 6, 4));
        lead.given(in(LeadState.RESPONDED))
                .when(RECKON)
                .emits(new ClockMoved(
                        LEAD, PROJECT, LeadClock.JUDGE, LocalDate.of(2026, 6, 8), LocalDate.of(2026, 6, 5), TODAY));
    }

    @Test
    void emits_the_clock_that_a_lead_comes_back_with_when_it_circulates() {
        lead.calendar.withHoliday(REGISTERED_ON.plusDays(1));
        lead.given(in(LeadState.CIRCULATING)).when(RECKON).emitsTypes(ClockMoved.class);
    }

    @Test
    void emits_nothing_where_the_days_between_are_as_they_were() {
        lead.calendar.withHoliday(LocalDate.of(2026, 6, 3)).withHoliday(REGISTERED_ON);
        lead.given(registered()).when(RECKON).emitsNothing();
    }

    @Test
    void emits_nothing_for_a_day_that_no_calendar_reckoned() {
        LocalDate sunday = LocalDate.of(2026, 6, 7);
        LeadRegistered known = registered();
        lead.calendar.withHoliday(LocalDate.of(2026, 6, 3));
        lead.given(new LeadRegistered(
                        LEAD,
                        PROJECT,
                        known.projectNo(),
                        known.profile(),
                        known.park(),
                        known.firstReporter(),
                        known.owner(),
                        known.teamId(),
                        known.teamName(),
                        sunday,
                        known.occurredOn()))
                .when(RECKON)
                .emitsNothing();
    }

    @ParameterizedTest
    @EnumSource(
            value = LeadState.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REGISTERED", "RESPONDED", "JUDGED", "CIRCULATING"})
    void emits_nothing_where_no_clock_runs(LeadState state) {
        REGISTERED_ON.datesUntil(TODAY).forEach(lead.calendar::withHoliday);
        lead.given(in(state)).when(RECKON).emitsNothing();
    }
}
