package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import java.time.LocalDate;
import java.time.YearMonth;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about the monthly returns of a park's month as a whole. */
public sealed interface MonthCommand extends Command {
    MonthCloseId closeId();

    /** 结账 of a month that is over. Returns of it are then filed and corrected with a reason only. */
    @Allowed({Role.ADMINISTRATOR, Role.DEPARTMENT_HEAD})
    record CloseMonth(
            @TargetAggregateIdentifier MonthCloseId closeId, String parkCode, YearMonth month, LocalDate occurredOn)
            implements MonthCommand {}

    @Allowed({Role.ADMINISTRATOR, Role.DEPARTMENT_HEAD})
    record ReopenMonth(@TargetAggregateIdentifier MonthCloseId closeId, LocalDate occurredOn, String reason)
            implements MonthCommand, Reasoned {}
}
