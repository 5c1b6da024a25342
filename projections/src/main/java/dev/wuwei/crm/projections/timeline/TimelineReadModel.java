package dev.wuwei.crm.projections.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import dev.wuwei.crm.counting.CountingEvent;
import dev.wuwei.crm.counting.TotalsCheckEvent;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.MonthEvent;
import dev.wuwei.crm.investor.InvestorEvent;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lookback.CampaignEvent;
import dev.wuwei.crm.lookback.ReviewEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.Batch;
import dev.wuwei.crm.projections.support.ReadModel;
import dev.wuwei.crm.projections.support.Table;
import dev.wuwei.crm.publication.PublicationEvent;
import dev.wuwei.crm.reminder.ReminderEvent;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.target.ScorecardEvent;
import dev.wuwei.crm.target.TargetEvent;
import dev.wuwei.crm.ticket.TicketEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.springframework.stereotype.Component;

/**
 * One row per event, with what it changed: before and after of every field, found by holding each event against what was
 * known of the same thing. Personal data is left out as the row is written, so there is nothing to erase in it.
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

    private static final ObjectMapper FACTS = Json.mapper().registerModule(withoutPersonalData());

    private static final Table<Long, Row> EVENTS = Table.<Long, Row>keyed(
                    "timeline", "position", "bigint", row -> row.meta.position())
            .column("event_id", "text", row -> row.meta.eventId())
            .column("project_id", "uuid", row -> row.projectId)
            .column("aggregate_id", "uuid", row -> row.thing.aggregateId())
            .column("entity", "text", row -> row.thing.entity())
            .column("sequence", "bigint", row -> row.meta.sequence())
            .column("capability", "text", row -> row.capability)
            .column("name", "text", row -> row.name)
            .column("topic", "text", row -> topic(row.event))
            .column("occurred_on", "date", row -> row.event.occurredOn())
            .column("recorded_at", "timestamptz", row -> row.meta.recordedAt())
            .column("recorded_by", "uuid", row -> row.meta.recordedBy())
            .column("on_behalf_of", "uuid", row -> row.meta.onBehalfOf())
            .column("roles", "text[]", row -> row.meta.roles().stream().sorted().toList())
            .column("channel", "text", row -> row.meta.channel())
            .column("reason", "text", row -> row.meta.reason())
            .column("correction_of", "text", row -> row.meta.correctionOf())
            .column("import_batch", "text", row -> row.meta.importBatch())
            .column("days_late", "integer", Row::daysLate)
            .column("corrects", "boolean", Row::corrects)
            .column("amount_changed", "boolean", row -> row.changes.stream().anyMatch(FieldPut.Change::changesAmount))
            .column("changes", "text", row -> json(FieldValue.MAPPER, row.changes))
            .column("facts", "text", row -> json(FACTS, row.event))
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
            DomainEvent event,
            EventMeta meta,
            Things.Id thing,
            ProjectId projectId,
            String capability,
            String name,
            List<FieldPut.Change> changes) {
        boolean corrects() {
            return meta.correctionOf() != null
                    || DATED_BY_ANOTHER.contains(event.getClass().getSimpleName());
        }

        long daysLate() {
            return corrects() ? 0 : meta.daysLate(event.occurredOn());
        }
    }

    public TimelineReadModel(DataSource dataSource) {
        super(dataSource, EVENTS, CORRECTIONS);
    }

    @Override
    protected void prefetch(Collection<DomainEvent> events, Batch batch) {
        things(batch)
                .prefetch(events.stream()
                        .map(event -> new Things.Id(
                                aggregateOf(event), FieldPuts.of(event).entity()))
                        .collect(Collectors.toSet()));
    }

    private static Things things(Batch batch) {
        return batch.attachment(Things.class, () -> new Things(batch));
    }

    @Override
    protected void project(DomainEvent event, EventMeta meta, Batch batch) {
        FieldPut put = FieldPuts.of(event);
        Things.Id id = new Things.Id(aggregateOf(event), put.entity());
        Things.Thing thing = things(batch).of(id);
        if (meta.sequence() <= thing.sequence()) {
            return;
        }
        List<FieldPut.Change> changes = thing.learn(put, meta.sequence());
        Class<?> type = event.getClass();
        String packageName = type.getPackageName();
        String capability = packageName.substring(packageName.lastIndexOf('.') + 1);
        batch.rows(EVENTS)
                .put(new Row(
                        event,
                        meta,
                        id,
                        projectOf(event),
                        capability,
                        capability + "." + type.getSimpleName(),
                        changes));
        if (meta.correctionOf() != null) {
            batch.rows(CORRECTIONS).put(new Correction(meta.correctionOf(), meta.position(), meta.recordedAt()));
        }
    }

    /** The first component of every event names the aggregate that it happened to. */
    private static UUID aggregateOf(DomainEvent event) {
        return ((TypedId) Part.of(event.getClass()).getFirst().read(event)).value();
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

    private static Topic topic(DomainEvent event) {
        return switch (event) {
            case LeadEvent.VisitLogged e -> Topic.VISIT_AND_TALK;
            case LeadEvent.VisitCorrected e -> Topic.VISIT_AND_TALK;
            case LeadEvent.VisitWithdrawn e -> Topic.VISIT_AND_TALK;
            case LeadEvent.LeadAssigned e -> Topic.PEOPLE;
            case LeadEvent e -> Topic.LEAD;
            case NegotiationEvent.Appointed e -> Topic.PEOPLE;
            case NegotiationEvent.Dismissed e -> Topic.PEOPLE;
            case NegotiationEvent.AdmissionReviewRequested e -> Topic.ADMISSION;
            case NegotiationEvent.OpinionGiven e -> Topic.ADMISSION;
            case NegotiationEvent.OpinionCorrected e -> Topic.ADMISSION;
            case NegotiationEvent.AdmissionReviewWithdrawn e -> Topic.ADMISSION;
            case NegotiationEvent.VetoOverruled e -> Topic.ADMISSION;
            case NegotiationEvent.FairCompetitionReviewed e -> Topic.ADMISSION;
            case NegotiationEvent.AdmissionDecided e -> Topic.ADMISSION;
            case NegotiationEvent.ApprovalExpired e -> Topic.ADMISSION;
            case NegotiationEvent e -> Topic.VISIT_AND_TALK;
            case SigningEvent.CapitalArrived e -> Topic.CAPITAL;
            case SigningEvent.ArrivedCapitalCorrected e -> Topic.CAPITAL;
            case SigningEvent.ForeignCapitalUsed e -> Topic.CAPITAL;
            case SigningEvent.ForeignCapitalCorrected e -> Topic.CAPITAL;
            case SigningEvent.CreditMoved e -> Topic.PEOPLE;
            case SigningEvent e -> Topic.AGREEMENT;
            case CommitmentEvent e -> Topic.AGREEMENT;
            case FollowUpEvent.ServiceAssigned e -> Topic.PEOPLE;
            case FollowUpEvent e -> Topic.MILESTONE;
            case MonthEvent e -> Topic.MILESTONE;
            case CampaignEvent e -> Topic.LOOK_BACK;
            case ReviewEvent e -> Topic.LOOK_BACK;
            case PublicationEvent e -> Topic.PUBLICATION;
            case TargetEvent e -> Topic.TARGET;
            case ScorecardEvent e -> Topic.TARGET;
            case CountingEvent e -> Topic.COUNTING;
            case TotalsCheckEvent e -> Topic.COUNTING;
            case StandardEvent e -> Topic.COUNTING;
            case DictionaryEvent e -> Topic.DICTIONARY;
            case TicketEvent e -> Topic.TICKET;
            case ReminderEvent e -> Topic.REMINDER;
            case InvestorEvent e -> Topic.INVESTOR;
            default -> Topic.ACCOUNT;
        };
    }

    private static SimpleModule withoutPersonalData() {
        return new SimpleModule("without-personal-data") {
            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addBeanSerializerModifier(new BeanSerializerModifier() {
                    @Override
                    public List<BeanPropertyWriter> changeProperties(
                            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
                        if (!bean.getBeanClass().isRecord()) {
                            return properties;
                        }
                        Set<String> personal = Arrays.stream(bean.getBeanClass().getRecordComponents())
                                .filter(component -> component.isAnnotationPresent(PersonalData.class))
                                .map(java.lang.reflect.RecordComponent::getName)
                                .collect(Collectors.toSet());
                        return properties.stream()
                                .filter(property -> !personal.contains(property.getName()))
                                .toList();
                    }
                });
            }
        };
    }

    private static String json(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
