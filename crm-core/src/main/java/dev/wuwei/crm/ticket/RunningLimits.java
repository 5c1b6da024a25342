package dev.wuwei.crm.ticket;

import java.time.LocalDate;
import java.util.List;

/** Which tickets have a limit that runs; the read side knows. */
public interface RunningLimits {
    /** @return those due on that day or later, as they stand when everything up to {@code position} is known */
    List<IssueTicketId> ticketsDueFrom(LocalDate day, long position);
}
