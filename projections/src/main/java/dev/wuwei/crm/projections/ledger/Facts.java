package dev.wuwei.crm.projections.ledger;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.platform.axon.Json;
import dev.wuwei.crm.projections.support.FactCodec;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.SigningEvent;
import java.util.List;
import java.util.Set;

/**
 * Which events the ledger is made of, and how they are kept beside it: without attachments, texts and what the park promised, so that a
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
            FollowUpEvent.StepProgressRecorded.class,
            FollowUpEvent.ServiceAssigned.class);

    private static final Set<String> LEFT_OUT = Set.of(
            "attachments",
            "photos",
            "evidence",
            "proof",
            "parties",
            "annualPlan",
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

    private static final FactCodec CODEC = new FactCodec(
            Json.mapper()
                    .registerModule(new SimpleModule("ledger-facts")
                            .setSerializerModifier(new BeanSerializerModifier() {
                                private static final long serialVersionUID = 1L;

                                @Override
                                public List<BeanPropertyWriter> changeProperties(
                                        SerializationConfig config,
                                        BeanDescription type,
                                        List<BeanPropertyWriter> properties) {
                                    return properties.stream()
                                            .filter(property -> !LEFT_OUT.contains(property.getName()))
                                            .toList();
                                }
                            })),
            LeadEvent.class,
            NegotiationEvent.class,
            SigningEvent.class,
            FollowUpEvent.class);

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
        return CODEC.nameOf(event);
    }

    static String write(DomainEvent event) {
        return CODEC.write(event);
    }

    static DomainEvent read(String name, String json) {
        return CODEC.read(name, json);
    }
}
