package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.projections.support.Viewer;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.target.TargetId;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetScope;
import dev.wuwei.crm.target.TargetValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A target that is in force.
 *
 * @param basis the document or meeting that it comes from, or {@code null}
 * @param steps all that happened to targets of this scope, period and measure, the first first; withdrawn ones are among them
 */
public record TargetView(
        TargetId targetId,
        TargetMeasure measure,
        TargetScope scope,
        TargetPeriod period,
        TargetValue value,
        String basis,
        List<Step> steps) {

    /**
     * Set, revised or withdrawn.
     *
     * @param value {@code null} where it was withdrawn
     * @param by who stands behind it
     * @param reason {@code null} where it was set
     */
    public record Step(TargetValue value, String basis, LocalDate on, Instant recordedAt, StaffId by, String reason) {}

    /** @return how often it was changed since it was first set */
    public int revisions() {
        return steps.size() - 1;
    }

    TargetView with(List<Step> all) {
        return new TargetView(targetId, measure, scope, period, value, basis, all);
    }

    /** Everybody sees the targets within their parks, and their own. */
    static boolean sees(Viewer viewer, TargetScope scope) {
        return scope.within(viewer.parks())
                || scope.staffId() != null && scope.staffId().equals(viewer.staffId());
    }
}
