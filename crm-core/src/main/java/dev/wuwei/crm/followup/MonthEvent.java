package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import java.time.LocalDate;
import java.time.YearMonth;

/** What happened to the monthly returns of a park's month as a whole. */
public sealed interface MonthEvent extends DomainEvent {
    MonthCloseId closeId();

    /** 结账: what comes later, comes late. */
    record MonthClosed(MonthCloseId closeId, Coded park, YearMonth month, LocalDate occurredOn) implements MonthEvent {}

    record MonthReopened(MonthCloseId closeId, Coded park, YearMonth month, LocalDate occurredOn)
            implements MonthEvent {}
}
