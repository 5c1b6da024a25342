package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.List;

/** What happened to a look-back campaign (回头看). */
public sealed interface CampaignEvent extends DomainEvent {
    CampaignId campaignId();

    /** @param finishBy the day by which every review is to be finished, or {@code null} */
    record CampaignPlanned(
            CampaignId campaignId,
            String name,
            ScopeRule rule,
            LocalDate cutOff,
            LocalDate finishBy,
            List<StaffId> reviewers,
            LocalDate occurredOn)
            implements CampaignEvent {}

    record PlanRevised(
            CampaignId campaignId,
            String name,
            ScopeRule rule,
            LocalDate cutOff,
            LocalDate finishBy,
            List<StaffId> reviewers,
            LocalDate occurredOn)
            implements CampaignEvent {}

    record ScopeFrozen(CampaignId campaignId, List<ScopeEntry> projects, LocalDate occurredOn)
            implements CampaignEvent {}

    /** @param before the day that held until then, or {@code null} for none */
    record CampaignRescheduled(
            CampaignId campaignId, String name, LocalDate finishBy, LocalDate before, LocalDate occurredOn)
            implements CampaignEvent {}

    /** @param before those who were to review until then */
    record ReviewersChanged(
            CampaignId campaignId, String name, List<StaffId> reviewers, List<StaffId> before, LocalDate occurredOn)
            implements CampaignEvent {}

    /** What is recorded after this event is on no sheet. */
    record DataPulled(
            CampaignId campaignId, String name, List<ScopeEntry> projects, LocalDate cutOff, LocalDate occurredOn)
            implements CampaignEvent {}

    record CampaignClosed(CampaignId campaignId, String conclusion, LocalDate occurredOn) implements CampaignEvent {}
}
