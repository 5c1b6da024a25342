package dev.wuwei.crm.projections.lookback;

import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.CampaignState;
import dev.wuwei.crm.lookback.ScopeEntry;
import dev.wuwei.crm.lookback.ScopeRule;
import dev.wuwei.crm.shared.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A campaign with its reviews, as far as the viewer may see them.
 *
 * @param cutOff the day that its sheets show
 * @param finishBy the day by which its reviews are to be finished, or {@code null}
 * @param finishPlanned the day that was planned, before it was moved; or {@code null}
 * @param reviewersPlanned who was to review by the plan, before others took over
 * @param reachedOn when each state was reached
 * @param projects the list, empty before it is frozen
 * @param reviews empty before the data is pulled, then one for each project on the list
 * @param conclusion {@code null} before it is closed
 */
public record CampaignView(
        CampaignId campaignId,
        String name,
        ScopeRule rule,
        LocalDate cutOff,
        LocalDate finishBy,
        LocalDate finishPlanned,
        List<StaffId> reviewers,
        List<StaffId> reviewersPlanned,
        CampaignState state,
        Map<CampaignState, LocalDate> reachedOn,
        List<ScopeEntry> projects,
        List<ReviewView> reviews,
        String conclusion) {

    public long unfinished() {
        return reviews.stream()
                .filter(review -> !review.progress().state().isEnd())
                .count();
    }
}
