package dev.wuwei.crm.projections.ticket;

import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.ticket.TicketState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything about one ticket.
 *
 * @param steps from the first to the last
 * @param notices from the latest to the first
 */
public record TicketFile(TicketView ticket, String description, List<Step> steps, List<NoticeView> notices) {

    /**
     * One step.
     *
     * @param note what was said or done, or why; {@code null} when nothing
     * @param dueOn the limit for the step after it, or {@code null}
     * @param moved no step: the limit of the one before moved with the working calendar, and {@code note} says why
     */
    public record Step(
            TicketState state,
            LocalDate occurredOn,
            Instant recordedAt,
            String byName,
            Coded unit,
            String handlerName,
            LocalDate dueOn,
            String note,
            boolean moved) {}
}
