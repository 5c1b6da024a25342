package dev.wuwei.crm.calendar;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.OnlyOne;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about the working calendar (工作日历). {@code occurredOn} is when it was decided. */
public sealed interface CalendarCommand extends Command, Reasoned {
    CalendarId calendarId();

    LocalDate occurredOn();

    /**
     * Days off and make-up working days (调休), as an authority announced them.
     *
     * @param free days that are free; weekends may be among them, as in the notices, but one day at least was worked until then
     * @param work days that are worked and were free until then
     * @param holdsFrom no earlier day is named: what was due before it stays as it was
     * @param reason why, such as the number of the notice
     */
    @Allowed({Role.LEADER, Role.ADMINISTRATOR})
    record AdoptCalendar(
            @TargetAggregateIdentifier @OnlyOne CalendarId calendarId,
            List<LocalDate> free,
            List<LocalDate> work,
            LocalDate holdsFrom,
            LocalDate occurredOn,
            String reason)
            implements CalendarCommand {
        /** Of each kind: more than all holidays of a year with their weekends. */
        private static final int MOST_DAYS = 100;

        /** A calendar is announced in the year before, so this reaches to the end of the next one. */
        private static final int YEARS_AHEAD = 2;

        private static final int YEARS_BACK = 1;

        public AdoptCalendar {
            calendarId = calendarId == null ? CalendarId.ALL : calendarId;
        }

        /**
         * Of what can be adopted, and so of what is worth trying.
         *
         * @param days in their order
         * @return the days
         * @throws RuleViolated {@link CalendarRule#TOO_FAR}, {@link SharedRule#TOO_MANY}
         */
        public static List<LocalDate> checked(List<LocalDate> days, String field, LocalDate today) {
            LocalDate earliest = today.minusYears(YEARS_BACK);
            LocalDate latest = today.plusYears(YEARS_AHEAD);
            if (!days.isEmpty()
                    && (days.getFirst().isBefore(earliest) || days.getLast().isAfter(latest))) {
                throw RuleViolated.at(field, CalendarRule.TOO_FAR, earliest, latest);
            }
            if (days.size() > MOST_DAYS) {
                throw RuleViolated.at(field, SharedRule.TOO_MANY, MOST_DAYS);
            }
            return days;
        }
    }

    /** Takes the last adoption back, as if it had never been: its days are again what they were before. */
    @Allowed({Role.LEADER, Role.ADMINISTRATOR})
    record WithdrawCalendar(
            @TargetAggregateIdentifier @OnlyOne CalendarId calendarId, LocalDate occurredOn, String reason)
            implements CalendarCommand {
        public WithdrawCalendar {
            calendarId = calendarId == null ? CalendarId.ALL : calendarId;
        }
    }
}
