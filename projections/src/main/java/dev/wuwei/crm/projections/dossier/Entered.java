package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Who entered something, and when.
 *
 * @param reason where it goes back or corrects, otherwise {@code null}
 * @param daysLate days between what happened and its entry
 * @param position of the event in the history
 */
public record Entered(StaffId by, Instant at, String reason, long daysLate, long position) {
    static Entered of(EventMeta meta, LocalDate occurredOn) {
        return new Entered(
                meta.recordedBy(), meta.recordedAt(), meta.reason(), meta.daysLate(occurredOn), meta.position());
    }
}
