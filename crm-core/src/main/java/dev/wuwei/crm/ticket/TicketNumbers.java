package dev.wuwei.crm.ticket;

/** Business numbers of tickets: {@code DB-2026-0012}, counted per year. */
public interface TicketNumbers {
    String nextTicket(int year);
}
