package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.SigningEvent;
import java.util.Set;

/** Which events the ledger is made of. */
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

    private Facts() {}

    static boolean tells(Class<? extends DomainEvent> kind) {
        return !OF_NO_INTEREST.contains(kind)
                && (LeadEvent.class.isAssignableFrom(kind)
                        || NegotiationEvent.class.isAssignableFrom(kind)
                        || SigningEvent.class.isAssignableFrom(kind)
                        || FollowUpEvent.class.isAssignableFrom(kind));
    }

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
}
