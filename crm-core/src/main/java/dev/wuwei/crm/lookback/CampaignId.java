package dev.wuwei.crm.lookback;

import dev.wuwei.crm.shared.Ids;
import dev.wuwei.crm.shared.TypedId;
import java.util.UUID;

/** One campaign of look-back reviews (回头看). */
public record CampaignId(UUID value) implements TypedId {
    public static CampaignId of(String text) {
        return new CampaignId(UUID.fromString(text));
    }

    public static CampaignId next() {
        return Ids.next(CampaignId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
