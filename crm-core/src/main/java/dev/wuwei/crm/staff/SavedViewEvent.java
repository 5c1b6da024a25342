package dev.wuwei.crm.staff;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;

/** What happened to the views of lists that people saved for themselves. */
public sealed interface SavedViewEvent extends DomainEvent {

    /**
     * @param page path of the list
     * @param query what it is narrowed to, as its address says it
     */
    record ViewSaved(
            SavedViewsId viewsId, StaffId staffId, String page, String name, String query, LocalDate occurredOn)
            implements SavedViewEvent {}

    record ViewDropped(SavedViewsId viewsId, StaffId staffId, String page, String name, LocalDate occurredOn)
            implements SavedViewEvent {}
}
