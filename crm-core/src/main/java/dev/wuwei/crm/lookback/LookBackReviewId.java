package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.TypedId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The review of one project in one campaign (回头看). */
public record LookBackReviewId(UUID value) implements TypedId {
    public static LookBackReviewId of(String text) {
        return new LookBackReviewId(UUID.fromString(text));
    }

    /** Named by what it is, so that a project is reviewed once in a campaign however often its data is pulled. */
    public static LookBackReviewId of(CampaignId campaign, ProjectId project) {
        String name = String.join("|", "lookback", campaign.toString(), project.toString());
        return new LookBackReviewId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
