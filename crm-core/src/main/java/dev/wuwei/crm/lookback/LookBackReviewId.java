package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** The review of one project in one campaign (回头看). */
public record LookBackReviewId(UUID value) implements TypedId {
    public static LookBackReviewId of(String text) {
        return new LookBackReviewId(UUID.fromString(text));
    }

    /** Named by what it is, so that a project is reviewed once in a campaign however often its data is pulled. */
    public static LookBackReviewId of(CampaignId campaign, ProjectId project) {
        return new LookBackReviewId(TypedId.named("lookback", campaign.toString(), project.toString()));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
