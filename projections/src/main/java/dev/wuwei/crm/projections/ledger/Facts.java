package dev.wuwei.crm.projections.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Which events the ledger is made of, and how they are kept beside it: without attachments, texts and commitments, so that a
 * project's facts are read back in no time when one more comes.
 */
final class Facts {
    private static final Set<Class<? extends DomainEvent>> OF_NO_INTEREST = Set.of(
            LeadEvent.FirstReportClaimed.class,
            LeadEvent.ArbitrationOpened.class,
            LeadEvent.ClaimArbitrated.class,
            LeadEvent.ProtectionLapsed.class,
            LeadEvent.VisitLogged.class,
            LeadEvent.VisitCorrected.class,
            LeadEvent.VisitWithdrawn.class,
            NegotiationEvent.PlanAdopted.class,
            NegotiationEvent.RoundLogged.class,
            NegotiationEvent.RoundCorrected.class,
            NegotiationEvent.AdmissionReviewRequested.class,
            NegotiationEvent.AdmissionReviewWithdrawn.class,
            NegotiationEvent.OpinionGiven.class,
            NegotiationEvent.OpinionCorrected.class,
            NegotiationEvent.VetoOverruled.class,
            NegotiationEvent.FairCompetitionReviewed.class,
            NegotiationEvent.AdmissionDecided.class,
            NegotiationEvent.ApprovalExpired.class,
            NegotiationEvent.PreliminaryAgreementSigned.class,
            FollowUpEvent.MilestoneVerified.class,
            FollowUpEvent.ServiceAssigned.class);

    private static final Set<String> LEFT_OUT = Set.of(
            "attachments",
            "photos",
            "evidence",
            "proof",
            "parties",
            "annualPlan",
            "companyCommitments",
            "governmentCommitments",
            "incentives",
            "contactId",
            "source",
            "sourceNote",
            "gbt4754",
            "summary",
            "opinion",
            "feedback",
            "note",
            "progress",
            "problems");

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(ids().setSerializerModifier(new BeanSerializerModifier() {
                @Override
                public List<BeanPropertyWriter> changeProperties(
                        SerializationConfig config, BeanDescription type, List<BeanPropertyWriter> properties) {
                    return properties.stream()
                            .filter(property -> !LEFT_OUT.contains(property.getName()))
                            .toList();
                }
            }))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);

    private static final Map<String, JavaType> TYPES = new HashMap<>();
    private static final Map<Class<?>, String> NAMES = new HashMap<>();

    static {
        for (Class<?> capability :
                List.of(LeadEvent.class, NegotiationEvent.class, SigningEvent.class, FollowUpEvent.class)) {
            for (Class<?> type : capability.getPermittedSubclasses()) {
                String packageName = type.getPackageName();
                String name = packageName.substring(packageName.lastIndexOf('.') + 1) + "." + type.getSimpleName();
                TYPES.put(name, JSON.constructType(type));
                NAMES.put(type, name);
            }
        }
    }

    private Facts() {}

    static ProjectId projectOf(DomainEvent event) {
        if (OF_NO_INTEREST.contains(event.getClass())) {
            return null;
        }
        return switch (event) {
            case LeadEvent e -> e.projectId();
            case NegotiationEvent e -> e.projectId();
            case SigningEvent e -> e.projectId();
            case FollowUpEvent e -> e.projectId();
            default -> null;
        };
    }

    static String nameOf(DomainEvent event) {
        return NAMES.get(event.getClass());
    }

    static String write(DomainEvent event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static DomainEvent read(String name, String json) {
        try {
            return JSON.readValue(json, TYPES.get(name));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static SimpleModule ids() {
        SimpleModule module = new SimpleModule("ids");
        module.addSerializer(TypedId.class, new StdSerializer<>(TypedId.class) {
            @Override
            public void serialize(TypedId id, JsonGenerator json, SerializerProvider provider) throws IOException {
                json.writeString(id.value().toString());
            }
        });
        readId(module, ProjectId.class, ProjectId::new);
        readId(module, StaffId.class, StaffId::new);
        readId(module, TeamId.class, TeamId::new);
        readId(module, LeadId.class, LeadId::new);
        readId(module, InvestorId.class, InvestorId::new);
        readId(module, PersonId.class, PersonId::new);
        readId(module, NegotiationId.class, NegotiationId::new);
        readId(module, SigningId.class, SigningId::new);
        readId(module, EntryId.class, EntryId::new);
        readId(module, FollowUpId.class, FollowUpId::new);
        return module;
    }

    private static <I extends TypedId> void readId(SimpleModule module, Class<I> type, Function<UUID, I> make) {
        module.addDeserializer(type, new StdDeserializer<I>(type) {
            @Override
            public I deserialize(JsonParser json, DeserializationContext context) throws IOException {
                return make.apply(UUID.fromString(json.getText()));
            }
        });
    }
}
