package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which events are asked for; {@code null} and empty mean no restriction.
 *
 * @param projectId events of one project
 * @param names logical names, {@code signing.AmountCorrected}
 * @param capabilities {@code lead}, {@code negotiation} …
 * @param recordedBy who entered it, or on whose behalf
 * @param occurredFrom first business date
 * @param occurredTo last business date, inclusive
 * @param recordedFrom first instant
 * @param recordedTo instant, exclusive
 * @param onlyCorrections corrections and what was taken back
 * @param onlyLate entered later than the day on which it happened
 * @param onlyAmountChanges an amount that was there before is another one now
 */
public record HistoryFilter(
        ProjectId projectId,
        Set<String> names,
        Set<String> capabilities,
        Set<Topic> topics,
        StaffId recordedBy,
        LocalDate occurredFrom,
        LocalDate occurredTo,
        Instant recordedFrom,
        Instant recordedTo,
        boolean onlyCorrections,
        boolean onlyLate,
        boolean onlyAmountChanges) {
    public static final HistoryFilter ALL =
            new HistoryFilter(null, Set.of(), Set.of(), Set.of(), null, null, null, null, null, false, false, false);

    public HistoryFilter {
        names = names == null ? Set.of() : Set.copyOf(names);
        capabilities = capabilities == null ? Set.of() : Set.copyOf(capabilities);
        topics = topics == null ? Set.of() : Set.copyOf(topics);
    }

    public static HistoryFilter of(ProjectId projectId) {
        return new HistoryFilter(
                projectId, Set.of(), Set.of(), Set.of(), null, null, null, null, null, false, false, false);
    }

    /** @param to exclusive */
    public static HistoryFilter recorded(Set<String> names, Instant from, Instant to) {
        return new HistoryFilter(null, names, Set.of(), Set.of(), null, null, null, from, to, false, false, false);
    }

    public HistoryFilter withTopics(Set<Topic> wanted) {
        return new HistoryFilter(
                projectId,
                names,
                capabilities,
                wanted,
                recordedBy,
                occurredFrom,
                occurredTo,
                recordedFrom,
                recordedTo,
                onlyCorrections,
                onlyLate,
                onlyAmountChanges);
    }

    public HistoryFilter withNames(Set<String> wanted) {
        return new HistoryFilter(
                projectId,
                wanted,
                capabilities,
                topics,
                recordedBy,
                occurredFrom,
                occurredTo,
                recordedFrom,
                recordedTo,
                onlyCorrections,
                onlyLate,
                onlyAmountChanges);
    }

    public HistoryFilter withRecordedBy(StaffId wanted) {
        return new HistoryFilter(
                projectId,
                names,
                capabilities,
                topics,
                wanted,
                occurredFrom,
                occurredTo,
                recordedFrom,
                recordedTo,
                onlyCorrections,
                onlyLate,
                onlyAmountChanges);
    }

    public HistoryFilter only(boolean corrections, boolean late, boolean amountChanges) {
        return new HistoryFilter(
                projectId,
                names,
                capabilities,
                topics,
                recordedBy,
                occurredFrom,
                occurredTo,
                recordedFrom,
                recordedTo,
                corrections,
                late,
                amountChanges);
    }
}
