package dev.wuwei.crm.target;

import dev.wuwei.crm.shared.DomainEvent;
import java.time.LocalDate;
import java.util.List;

/** What happened to a scorecard (考核办法). */
public sealed interface ScorecardEvent extends DomainEvent {
    ScorecardId scorecardId();

    record ScorecardDefined(
            ScorecardId scorecardId, String name, int year, ScopeKind over, List<ScoreItem> items, LocalDate occurredOn)
            implements ScorecardEvent {}

    /** @param version 2 for the first revision */
    record ScorecardRevised(
            ScorecardId scorecardId, int version, String name, List<ScoreItem> items, LocalDate occurredOn)
            implements ScorecardEvent {}

    record ScorecardRepealed(ScorecardId scorecardId, LocalDate occurredOn) implements ScorecardEvent {}
}
