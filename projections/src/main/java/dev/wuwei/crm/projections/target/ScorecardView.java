package dev.wuwei.crm.projections.target;

import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.ScorecardId;
import dev.wuwei.crm.target.Scoring.Span;
import dev.wuwei.crm.target.TargetScope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A scorecard in force, and who stands where by it.
 *
 * @param day whose figures they are: the last of the year, or the one asked for while the year runs
 * @param versions the first first; the last is in force
 * @param ranking by place, then by whose
 */
public record ScorecardView(
        ScorecardId scorecardId,
        int year,
        ScopeKind over,
        LocalDate day,
        List<Version> versions,
        List<Standing> ranking) {

    /** @param reason {@code null} of the first */
    public record Version(
            int number,
            String name,
            List<ScoreItem> items,
            LocalDate on,
            Instant recordedAt,
            StaffId by,
            String reason) {}

    /**
     * Somebody who is assessed.
     *
     * @param place equal points share one
     * @param scores one for each item, in their order
     */
    public record Standing(int place, TargetScope scope, BigDecimal total, List<Score> scores) {}

    /**
     * How an item came to its points.
     *
     * @param target number of the year's target, {@code null} where there is none or the item looks at none
     * @param actual number by the ledger, or of overdue projects; {@code null} where the ledger has nothing
     * @param figure what the formula was given: a rate (1 is 100%) or a number; {@code null} when there is nothing to reckon with
     * @param span of everybody's figures, {@code null} when nobody has one
     * @param points {@code null} when there is nothing to reckon with; it counts as none
     */
    public record Score(
            ScoreItem item, BigDecimal target, BigDecimal actual, BigDecimal figure, Span span, BigDecimal points) {}

    public Version inForce() {
        return versions.getLast();
    }
}
