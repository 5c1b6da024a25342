package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;

/** One past value of a field, for the little clock beside it. */
public record FieldPast(
        FieldChange change,
        LocalDate occurredOn,
        Instant recordedAt,
        StaffId recordedBy,
        String reason,
        String name,
        long position) {}
