package dev.wuwei.crm.ui.lookback;

import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.projections.lookback.ReviewView;
import dev.wuwei.crm.ui.component.AsOf;

/** The ways to campaigns and sheets. */
public final class LookBackNavigation {
    public static final String PATH = "reviews";

    private LookBackNavigation() {}

    static String link(CampaignId campaign) {
        return AsOf.current().link(PATH + "/" + campaign);
    }

    public static String link(ReviewView review) {
        return AsOf.current()
                .link(PATH + "/" + review.campaignId() + "/" + review.project().projectNo());
    }
}
