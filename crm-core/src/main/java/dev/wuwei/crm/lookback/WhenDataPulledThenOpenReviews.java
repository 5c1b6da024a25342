package dev.wuwei.crm.lookback;

import dev.wuwei.crm.lookback.CampaignEvent.DataPulled;
import dev.wuwei.crm.lookback.LookBackCommand.OpenReview;
import dev.wuwei.crm.shared.Consequences;
import dev.wuwei.crm.shared.EventMeta;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Every project on the list gets a review of its own, with what was known of it when the data was pulled. */
@Component
@ProcessingGroup("policies")
@DisallowReplay
class WhenDataPulledThenOpenReviews {
    private final Consequences consequences;
    private final LookBackSources sources;

    WhenDataPulledThenOpenReviews(Consequences consequences, LookBackSources sources) {
        this.consequences = consequences;
        this.sources = sources;
    }

    @EventHandler
    void on(DataPulled event, EventMeta meta) {
        sources.get().awaitKnown(meta.position());
        for (ScopeEntry project : event.projects()) {
            consequences.sendBecause(
                    new OpenReview(
                            LookBackReviewId.of(event.campaignId(), project.projectId()),
                            event.campaignId(),
                            event.name(),
                            project,
                            event.cutOff(),
                            meta.recordedAt(),
                            meta.position(),
                            event.occurredOn()),
                    meta);
        }
    }
}
