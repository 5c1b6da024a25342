package dev.wuwei.crm.counting;

import dev.wuwei.crm.shared.DomainEvent;
import java.time.LocalDate;
import java.util.List;

/** What came of recounting all figures (数据核对). */
public sealed interface TotalsCheckEvent extends DomainEvent {
    TotalsCheckId checkId();

    /**
     * All figures of the day were counted once more from the events alone and held against what the screens show.
     *
     * @param position everything up to this event was counted
     * @param policies counting policies and their versions, {@code code@version}
     * @param projects that were counted
     * @param figures that were compared, one for each project, measure and policy that has any
     * @param different projects' figures that differ, also those beyond the differences that are named
     * @param differences at most {@link TotalsDifference#MOST_NAMED}; none when everything ties
     */
    record TotalsChecked(
            TotalsCheckId checkId,
            long position,
            List<String> policies,
            int projects,
            long figures,
            int different,
            List<TotalsDifference> differences,
            LocalDate occurredOn)
            implements TotalsCheckEvent {}
}
