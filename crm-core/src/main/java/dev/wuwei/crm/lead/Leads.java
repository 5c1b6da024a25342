package dev.wuwei.crm.lead;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.ProjectId;
import java.time.LocalDate;
import java.util.Optional;

/** What other capabilities ask about a lead in their own unit of work; every project has one. */
public interface Leads {
    Optional<Known> find(LeadId leadId);

    /** @param name of the project as it is today */
    record Known(
            ProjectId projectId, String projectNo, String name, Coded park, LeadState state, LocalDate registeredOn) {}
}
