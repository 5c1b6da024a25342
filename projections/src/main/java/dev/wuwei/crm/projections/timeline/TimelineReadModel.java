package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lookback.ReviewEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.platform.axon.EventNames;
import dev.wuwei.crm.platform.axon.RecordedEvents;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.SigningEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/**
 * One row per event: by what it is found, and what was known before of the fields that it speaks of, found by holding it
 * against the earlier events of the same thing. The event itself is read from the store when it is shown. Personal data is
 * left out, so there is nothing to erase.
 */
@Component
@ProcessingGroup("timeline")
public class TimelineReadModel extends ReadModel {
    /** Events whose business date is that of the entry they set right, so they are not late themselves. */
    private static final Set<String> DATED_BY_ANOTHER = Set.of(
            "VisitCorrected",
            "VisitWithdrawn",
            "RoundCorrected",
            "OpinionCorrected",
            "AmountCorrected",
            "AgreementCorrected",
            "AgreementReinstated",
            "RecognitionWithdrawn",
            "AgreementRestored",
            "SigningDateCorrected",
            "SubStateWithdrawn",
            "ScaleDropWithdrawn",
            "ArrivedCapitalCorrected",
            "ForeignCapitalCorrected",
            "MilestoneWithdrawn",
            "MonthlyReturnCorrected",
            "ElementDeliveryWithdrawn",
            "PermitWithdrawn",
            "MeetingWithdrawn",
            "ResolutionReopened",
            "PermitApplicationWithdrawn",
            "JustificationWithdrawn",
            "StatisticalInclusionWithdrawn",
            "ActualsCorrected",
            "AssessmentWithdrawn",
            "WaiverWithdrawn",
            "RectificationWithdrawn",
            "PromiseStepWithdrawn",
            "PromisePaymentCorrected",
            "TicketCorrected");

    private static final Table<Long, Row> EVENTS = Table.<Long, Row>keyed(
                    "timeline", "position", "bigint", row -> row.meta.position())
            .column("project_id", "uuid", row -> row.projectId)
            .column("aggregate_id", "uuid", row -> row.thing.aggregateId())
            .column("entity", "text", row -> row.thing.entity())
            .column("sequence", "bigint", row -> row.meta.sequence())
            .column("name", "text", row -> row.name)
            .column("occurred_on", "date", row -> row.event.occurredOn())
            .column("recorded_at", "timestamptz", row -> row.meta.recordedAt())
            .column("recorded_by", "uuid", row -> row.meta.recordedBy())
            .column("on_behalf_of", "uuid", row -> row.meta.onBehalfOf())
            .column("assigned", "uuid", Row::assigned)
            .column("days_late", "integer", Row::daysLate)
            .column("corrects", "boolean", Row::corrects)
            .column("amount_changed", "boolean", row -> row.before.hadAmount())
            .column("before", "text", row -> row.before.json())
            .unchanging()
            .appendOnly();

    private static final Table<String, Correction> CORRECTIONS = Table.<String, Correction>keyed(
                    "timeline_correction", "event_id", "text", Correction::eventId)
            .column("position", "bigint", Correction::position)
            .column("recorded_at", "timestamptz", Correction::recordedAt)
            .readBy(row -> new Correction(
                    row.getString("event_id"),
                    row.getLong("position"),
                    row.getObject("recorded_at", java.time.OffsetDateTime.class).toInstant()));

    private record Correction(String eventId, long position, Instant recordedAt) {}

    private record Row(
            DomainEvent event, EventMeta meta, Things.Id thing, ProjectId projectId, String name, Before before) {
        /** Who is given the project to serve. */
        StaffId assigned() {
            return event instanceof FollowUpEvent.ServiceAssigned service ? service.staffId() : null;
        }

        boolean corrects() {
            return meta.correctionOf() != null
                    || DATED_BY_ANOTHER.contains(event.getClass().getSimpleName());
        }

        long daysLate() {
            return corrects() ? 0 : meta.daysLate(event.occurredOn());
        }
    }

    private final RecordedEvents events;
    private final EventNames names;

    public TimelineReadModel(DataSource dataSource, RecordedEvents events, EventNames names) {
        super(dataSource, EVENTS, CORRECTIONS);
        this.events = events;
        this.names = names;
    }

    @Override
    protected void prefetch(Collection<DomainEvent> events, Batch batch) {
        things(batch).prefetch(events.stream().map(Things.Id::of).collect(Collectors.toSet()));
    }

    private Things things(Batch batch) {
        return batch.attachment(Things.class, () -> new Things(batch, events));
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        Things.Id id = Things.Id.of(event);
        Before before = things(batch).tell(id, event, meta.sequence(), meta.position());
        if (before == null) {
            return;
        }
        batch.rows(EVENTS).put(new Row(event, meta, id, projectOf(event), names.nameOf(event.getClass()), before));
        if (meta.correctionOf() != null) {
            batch.rows(CORRECTIONS).put(new Correction(meta.correctionOf(), meta.position(), meta.recordedAt()));
        }
    }

    private static ProjectId projectOf(DomainEvent event) {
        return switch (event) {
            case LeadEvent lead -> lead.projectId();
            case NegotiationEvent negotiation -> negotiation.projectId();
            case SigningEvent signing -> signing.projectId();
            case CommitmentEvent commitment -> commitment.projectId();
            case FollowUpEvent followUp -> followUp.projectId();
            case ReviewEvent review -> review.projectId();
            default -> null;
        };
    }
}
