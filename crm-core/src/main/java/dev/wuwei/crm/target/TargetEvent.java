package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.DomainEvent;
import java.time.LocalDate;

/** What happened to a target (目标). */
public sealed interface TargetEvent extends DomainEvent {
    TargetId targetId();

    /** @param basis the document or meeting that it comes from, or {@code null} */
    record TargetSet(
            TargetId targetId,
            TargetMeasure measure,
            TargetScope scope,
            TargetPeriod period,
            TargetValue value,
            String basis,
            LocalDate occurredOn)
            implements TargetEvent {}

    record TargetRevised(TargetId targetId, TargetValue value, String basis, LocalDate occurredOn)
            implements TargetEvent {}

    record TargetWithdrawn(TargetId targetId, LocalDate occurredOn) implements TargetEvent {}
}
