package dev.wuwei.crm.shared;

import java.time.LocalDate;

/** Something that happened and stays true that it happened. One sealed interface per capability extends this. */
public interface DomainEvent {
    /** @return the business date: when it happened, never when it was entered */
    LocalDate occurredOn();
}
