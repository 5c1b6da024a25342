package dev.wuwei.crm.lead;

import java.time.LocalDate;
import java.util.List;

/** Which leads have a clock that runs; the read side knows. */
public interface RunningClocks {
    /** @return those due on that day or later, as they stand when everything up to {@code position} is known */
    List<LeadId> leadsDueFrom(LocalDate day, long position);
}
