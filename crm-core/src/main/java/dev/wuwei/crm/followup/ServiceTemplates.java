package dev.wuwei.crm.followup;

import java.time.LocalDate;
import java.util.Optional;

/** The templates of service teams, each from its day on. */
public interface ServiceTemplates {
    /** @return the one that holds on that day; empty before the first */
    Optional<ServiceTemplate> on(LocalDate day);
}
