package dev.wuwei.crm.api;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.Today;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The point that a read is asked for, and what the answer says of it. What was known at an instant is asked for as of the
 * business day of that instant, unless another day is named: the same question has the same answer on every day.
 *
 * @param asOf business date of the answer
 * @param knownAt instant of the answer's knowledge
 */
record PointInTime(LocalDate asOf, Instant knownAt, AsOf query) {
    /** @throws RuleViolated {@link ApiRule#IN_FUTURE} */
    static PointInTime of(LocalDate asOf, Instant knownAt) {
        Instant now = Today.instant();
        LocalDate today = Today.date();
        if (asOf != null && asOf.isAfter(today)) {
            throw RuleViolated.at("asOf", ApiRule.IN_FUTURE);
        }
        if (knownAt != null && knownAt.isAfter(now)) {
            throw RuleViolated.at("knownAt", ApiRule.IN_FUTURE);
        }
        LocalDate day = asOf != null ? asOf : LocalDate.ofInstant(knownAt == null ? now : knownAt, EventMeta.ZONE);
        return new PointInTime(
                day,
                knownAt == null ? now : knownAt,
                knownAt == null && day.equals(today) ? AsOf.NOW : new AsOf(day, knownAt));
    }
}
