package dev.wuwei.crm.api;

import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.ui.component.Today;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The point that a read is asked for, and what the answer says of it.
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
        LocalDate past = asOf == null || asOf.equals(today) ? null : asOf;
        return new PointInTime(
                asOf == null ? today : asOf,
                knownAt == null ? now : knownAt,
                past == null && knownAt == null ? AsOf.NOW : new AsOf(past, knownAt));
    }
}
