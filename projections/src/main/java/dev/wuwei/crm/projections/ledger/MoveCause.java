package dev.wuwei.crm.projections.ledger;

import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.staff.StaffEvent;

/** Why a figure moved: the bars of a waterfall. */
public enum MoveCause {
    /** Talks opened. */
    ADOPTED,
    NEWLY_SIGNED,
    /** A letter of intent or framework was signed. */
    PRELIMINARY_SIGNED,
    UPGRADED,
    INCREASED,
    DECREASED,
    AMENDED,
    /** An entry was wrong. */
    CORRECTED,
    RESCINDED,
    TERMINATED,
    SHELVED,
    RESUMED,
    REOPENED,
    MERGED,
    UNMERGED,
    /** Left the working list: declined, pooled, archived. */
    SET_ASIDE,
    RECOGNISED,
    /** Capital arrived, or foreign capital was used. */
    ARRIVED,
    /** Owner, team or leader changed. */
    CREDIT_MOVED,
    /** Park, industry, method or another class changed. */
    RECLASSIFIED,
    /** The estimate or the terms on the table changed. */
    REESTIMATED,
    /** The project moved on or back in the five gaps. */
    FOLLOW_UP,
    /** Another counting policy counts. */
    POLICY_CHANGED;

    static MoveCause of(DomainEvent event) {
        return switch (event) {
            case LeadEvent e ->
                switch (e) {
                    case LeadEvent.LeadAdopted adopted -> ADOPTED;
                    case LeadEvent.LeadMerged merged -> MERGED;
                    case LeadEvent.LeadUnmerged unmerged -> UNMERGED;
                    case LeadEvent.LeadReopened reopened -> REOPENED;
                    case LeadEvent.LeadAssigned assigned -> CREDIT_MOVED;
                    case LeadEvent.LeadDeclined declined -> SET_ASIDE;
                    case LeadEvent.LeadPooled pooled -> SET_ASIDE;
                    case LeadEvent.LeadArchived archived -> SET_ASIDE;
                    default -> RECLASSIFIED;
                };
            case NegotiationEvent e ->
                switch (e) {
                    case NegotiationEvent.NegotiationOpened opened -> ADOPTED;
                    case NegotiationEvent.NegotiationShelved shelved -> SHELVED;
                    case NegotiationEvent.NegotiationResumed resumed -> RESUMED;
                    case NegotiationEvent.NegotiationTerminated terminated -> TERMINATED;
                    case NegotiationEvent.NegotiationReopened reopened -> REOPENED;
                    case NegotiationEvent.TermsRevised revised -> REESTIMATED;
                    case NegotiationEvent.NegotiationSigned signed -> NEWLY_SIGNED;
                    case NegotiationEvent.AgreementRestored restored -> CORRECTED;
                    default -> CREDIT_MOVED;
                };
            case SigningEvent e ->
                switch (e) {
                    case SigningEvent.AgreementSigned signed ->
                        signed.kind() == AgreementKind.FORMAL ? NEWLY_SIGNED : PRELIMINARY_SIGNED;
                    case SigningEvent.AgreementUpgraded upgraded -> UPGRADED;
                    case SigningEvent.CapitalIncreased increased -> INCREASED;
                    case SigningEvent.CapitalDecreased decreased -> DECREASED;
                    case SigningEvent.AgreementRescinded rescinded -> RESCINDED;
                    case SigningEvent.AgreementTerminated terminated -> TERMINATED;
                    case SigningEvent.SigningRecognised recognised -> RECOGNISED;
                    case SigningEvent.CreditMoved moved -> CREDIT_MOVED;
                    case SigningEvent.CapitalArrived arrived -> ARRIVED;
                    case SigningEvent.ForeignCapitalUsed used -> ARRIVED;
                    case SigningEvent.AgreementAmended amended -> AMENDED;
                    case SigningEvent.AgreementFulfilled fulfilled -> AMENDED;
                    default -> CORRECTED;
                };
            case FollowUpEvent.MilestoneWithdrawn withdrawn -> CORRECTED;
            case FollowUpEvent followUp -> FOLLOW_UP;
            case StaffEvent staff -> CREDIT_MOVED;
            default -> RECLASSIFIED;
        };
    }
}
