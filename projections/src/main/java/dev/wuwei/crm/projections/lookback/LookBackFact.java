package dev.wuwei.crm.projections.lookback;

import dev.wuwei.crm.lookback.CampaignEvent;
import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.LookBackReviewId;
import dev.wuwei.crm.lookback.ReviewEvent;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.FactCodec;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What happened to a campaign or to one of its reviews.
 *
 * @param reviewId with {@code projectId} {@code null} for what happened to the campaign itself
 */
record LookBackFact(
        long position,
        long sequence,
        CampaignId campaignId,
        LookBackReviewId reviewId,
        ProjectId projectId,
        Instant recordedAt,
        DomainEvent event) {
    private static final FactCodec CODEC = new FactCodec(Json.mapper(), CampaignEvent.class, ReviewEvent.class);

    static Table<Long, LookBackFact> table() {
        return Table.<Long, LookBackFact>keyed("lookback_fact", "position", "bigint", LookBackFact::position)
                .column("sequence", "bigint", LookBackFact::sequence)
                .column("campaign_id", "uuid", LookBackFact::campaignId)
                .column("review_id", "uuid", LookBackFact::reviewId)
                .column("project_id", "uuid", LookBackFact::projectId)
                .column("recorded_at", "timestamptz", LookBackFact::recordedAt)
                .column("occurred_on", "date", fact -> fact.event().occurredOn())
                .column("name", "text", fact -> CODEC.nameOf(fact.event()))
                .column("payload", "text", fact -> CODEC.write(fact.event()))
                .appendOnly();
    }

    static DomainEvent read(ResultSet row, int number) throws SQLException {
        return CODEC.read(row.getString("name"), row.getString("payload"));
    }

    static LookBackFact of(CampaignEvent event, EventMeta meta) {
        return fact(event.campaignId(), null, null, event, meta);
    }

    static LookBackFact of(ReviewEvent event, EventMeta meta) {
        return fact(event.campaignId(), event.reviewId(), event.projectId(), event, meta);
    }

    private static LookBackFact fact(
            CampaignId campaign, LookBackReviewId review, ProjectId project, DomainEvent event, EventMeta meta) {
        return new LookBackFact(
                meta.position(),
                meta.sequence(),
                campaign,
                review,
                project,
                meta.recordedAt().truncatedTo(ChronoUnit.MICROS),
                event);
    }
}
