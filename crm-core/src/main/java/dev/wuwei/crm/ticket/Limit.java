package dev.wuwei.crm.ticket;

import java.time.LocalDate;

/**
 * Until when a ticket has to be moved on.
 *
 * @param since the day on which the clock began
 * @param dueOn the last day in time
 */
public record Limit(LocalDate since, LocalDate dueOn) {}
