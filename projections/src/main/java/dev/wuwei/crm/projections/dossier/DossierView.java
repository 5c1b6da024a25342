package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.followup.AgreedCapacity;
import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.LightVerdict;
import dev.wuwei.crm.followup.MeetingId;
import dev.wuwei.crm.followup.MeetingKind;
import dev.wuwei.crm.followup.MilestoneStand;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.followup.PhaseState;
import dev.wuwei.crm.followup.PlannedStep;
import dev.wuwei.crm.followup.RequiredPermit;
import dev.wuwei.crm.followup.Resolution;
import dev.wuwei.crm.followup.ResolutionState;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.followup.StepForecast;
import dev.wuwei.crm.followup.SubState;
import dev.wuwei.crm.followup.TrailingYear;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.Assessment;
import dev.wuwei.crm.lead.ClaimKind;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.AdmissionOutcome;
import dev.wuwei.crm.negotiation.GateResult;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.negotiation.ReviewId;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.projections.commitment.CommitmentRecord;
import dev.wuwei.crm.projections.commitment.CommitmentView;
import dev.wuwei.crm.projections.investor.Contact;
import dev.wuwei.crm.projections.investor.InvestorRow;
import dev.wuwei.crm.projections.investor.PersonName;
import dev.wuwei.crm.projections.project.Clock;
import dev.wuwei.crm.projections.project.ProjectStage;
import dev.wuwei.crm.projections.staff.StaffName;
import dev.wuwei.crm.projections.support.AsOf;
import dev.wuwei.crm.projections.timeline.FieldChange;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.ticket.IssueTicketId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One project, one file (一项目一档): everything its page shows, at the point in time that was asked for.
 *
 * <p>Lists run in the order of what happened, visits and rounds with the latest first. Our people are ids; their names are in
 * {@link #people}. Their people's names are in {@link #persons}, and read as erased where they are.
 *
 * @param asOf the point that was asked for
 * @param day the day that days left and days late are counted to: the one asked for, otherwise today
 * @param lead {@code null} before the lead was registered
 * @param claims first report and first talk, as far as they were claimed
 * @param talks {@code null} before the negotiation was opened
 * @param openPoints topics that are still open after the last round
 * @param agreements more than one only when an agreement ended and another was signed
 */
public record DossierView(
        AsOf asOf,
        LocalDate day,
        Head head,
        LeadFacts lead,
        List<Claim> claims,
        InvestorRow investor,
        List<Contact> contacts,
        List<Visit> visits,
        Talks talks,
        List<Round> rounds,
        List<TopicPosition> openPoints,
        List<TermsVersion> terms,
        List<Review> reviews,
        List<FairCompetition> fairCompetition,
        List<TeamMember> team,
        List<Plan> plans,
        List<Agreement> agreements,
        List<CapitalEntry> arrivals,
        List<CapitalEntry> foreignUsed,
        List<Phase> phases,
        List<Return> returns,
        List<ServiceMember> service,
        Optional<ServiceTeam> serviceTeam,
        List<Element> elements,
        Optional<PermitChecklist> permitChecklist,
        List<Permit> permits,
        List<Meeting> meetings,
        List<Actual> actuals,
        Optional<Capacity> capacity,
        List<FiledAttachment> attachments,
        Map<StaffId, StaffName> people,
        Map<PersonId, PersonName> persons) {

    /** @return the name of one of our people, {@code null} for nobody */
    public String nameOf(StaffId staff) {
        StaffName name = staff == null ? null : people.get(staff);
        return name == null ? null : name.name();
    }

    /** @return the agreement that counts: the last one that was signed */
    public Optional<Agreement> agreement() {
        return agreements.isEmpty() ? Optional.empty() : Optional.of(agreements.getLast());
    }

    /**
     * The head of the page.
     *
     * @param amount intended, in talks or signed, by the stage
     * @param fiveGap state of the least advanced active phase, {@code null} before the follow-up
     * @param light of the phase that is latest, {@code null} before the follow-up
     * @param daysLate days past the milestone behind the light
     * @param nextStep of the last visit or round
     * @param clock the deadline that runs out first; only for the present
     * @param availableActions logical names of the commands that may be sent; only for the present
     */
    public record Head(
            ProjectId projectId,
            String projectNo,
            String name,
            LeadId leadId,
            NegotiationId negotiationId,
            SigningId signingId,
            FollowUpId followUpId,
            ProjectStage stage,
            LeadState leadState,
            NegotiationStage negotiationStage,
            NegotiationStatus negotiationStatus,
            AgreementKind agreementKind,
            AgreementState agreementState,
            int agreementVersion,
            LocalDate agreementVersionOn,
            PhaseState fiveGap,
            Light light,
            long daysLate,
            Money amount,
            Money arrived,
            Money foreignCapital,
            Money foreignUsed,
            Money invested,
            Area land,
            Coded park,
            StaffId owner,
            StaffId leader,
            StaffId liaison,
            String teamName,
            String nextStep,
            LocalDate nextOn,
            Clock clock,
            List<String> availableActions) {}

    /**
     * @param state with the day since when
     * @param response first contact, {@code null} before it
     * @param judgement {@code null} before it
     */
    public record LeadFacts(
            LeadId leadId,
            LocalDate registeredOn,
            StaffId firstReporter,
            LeadProfile profile,
            Coded park,
            Ownership owner,
            LeadStanding state,
            LocalDate stateSince,
            Response response,
            Judgement judgement) {}

    record Registered(LeadId leadId, LocalDate registeredOn, StaffId firstReporter, LeadProfile profile) {}

    public record Ownership(StaffId owner, TeamId teamId, String teamName) {}

    /** @param cause why it was declined or archived, otherwise {@code null} */
    public record LeadStanding(
            LeadState state,
            Coded cause,
            String feedback,
            LeadId mergedInto,
            Coded circulatingTo,
            String toTeamName,
            Entered entered) {}

    public record Response(String summary, LocalDate on, Entered entered) {}

    public record Judgement(
            Assessment assessment, boolean withExperts, String opinion, LocalDate on, Entered entered) {}

    /**
     * @param standing it stands and protects
     * @param arbitration a second claim waits to be decided
     * @param minutes of the decision
     */
    public record Claim(
            ClaimKind kind,
            InvestorId investorId,
            StaffId claimant,
            Instant claimedAt,
            boolean standing,
            boolean arbitration,
            LeadId otherLeadId,
            StaffId otherClaimant,
            Instant otherClaimedAt,
            String minutes) {}

    public record Talks(
            NegotiationId negotiationId,
            LocalDate openedOn,
            String name,
            Coded industry,
            Coded gbt4754,
            Money estimated,
            Area landNeed,
            NegotiationStage stage,
            LocalDate stageSince,
            TalksStatus status,
            LocalDate statusSince) {}

    record Opened(
            NegotiationId negotiationId,
            LocalDate openedOn,
            String name,
            Coded park,
            Coded industry,
            Coded gbt4754,
            Money estimated,
            Area landNeed) {}

    record Stage(NegotiationStage stage) {}

    public record TalksStatus(NegotiationStatus status, LocalDate lookAgainOn, Coded cause, Entered entered) {}

    /** @param changes against the version before; everything for the first */
    public record TermsVersion(
            int version, Terms terms, String note, LocalDate on, Entered entered, List<FieldChange> changes) {}

    /**
     * @param decision {@code null} while it is not decided
     * @param withdrawn the entry that took the request back, otherwise {@code null}
     */
    public record Review(
            ReviewId reviewId,
            int termsVersion,
            LocalDate requestedOn,
            Entered entered,
            Entered withdrawn,
            List<Opinion> opinions,
            Decision decision) {}

    record Requested(ReviewId reviewId, int termsVersion, LocalDate requestedOn, Entered entered, Entered withdrawn) {}

    /**
     * @param verdict {@code null} while it is missing, which is not an approval
     * @param overruled {@code null} unless a veto was overruled
     */
    public record Opinion(
            ReviewTopic topic,
            Coded body,
            LocalDate dueOn,
            OpinionVerdict verdict,
            String text,
            List<String> conditions,
            LocalDate givenOn,
            Entered entered,
            Overruling overruled) {

        public boolean isMissing() {
            return verdict == null;
        }
    }

    public record Overruling(Coded body, String minutes, LocalDate on, Entered entered) {}

    /** @param expired past its last day; nothing can be signed on it */
    public record Decision(
            AdmissionOutcome outcome,
            int termsVersion,
            List<GateResult> gates,
            String gatesVersion,
            List<String> conditions,
            String minutes,
            LocalDate expiresOn,
            LocalDate decidedOn,
            Entered entered,
            boolean expired) {}

    public record FairCompetition(
            int termsVersion, Coded body, boolean passed, String document, LocalDate on, Entered entered) {}

    /** @param to {@code null} while in office */
    public record TeamMember(ProjectRole role, StaffId staffId, LocalDate from, LocalDate to) {}

    record Post(ProjectRole role, StaffId staffId) {}

    public record Plan(
            int version, String title, String text, List<Attachment> attachments, LocalDate on, Entered entered) {}

    /**
     * An agreement with all its versions.
     *
     * @param versions the last one is in force
     * @param commitments of both sides, held against what happened, up to the day asked for
     * @param records what was recorded by hand about them, the earliest first
     */
    public record Agreement(
            SigningId signingId,
            AgreementKind kind,
            String contractNo,
            LocalDate signedOn,
            List<Party> parties,
            Coded occasion,
            boolean signedOnSite,
            boolean newlyIntroduced,
            Coded industry,
            Coded park,
            AgreementStanding state,
            LocalDate stateSince,
            Ownership credit,
            List<AgreementVersion> versions,
            List<Recognition> recognitions,
            List<CommitmentView> commitments,
            List<CommitmentRecord> records) {

        public AgreementVersion inForce() {
            return versions.getLast();
        }
    }

    record Contract(
            SigningId signingId,
            AgreementKind kind,
            String contractNo,
            LocalDate signedOn,
            int signedVersion,
            List<Party> parties,
            Coded occasion,
            boolean signedOnSite,
            boolean newlyIntroduced,
            Coded industry,
            Coded park) {}

    public record AgreementStanding(AgreementState state, Coded cause, Entered entered) {}

    /** How a version came about. */
    public enum Step {
        SIGNED,
        UPGRADED,
        AMENDED,
        INCREASED,
        DECREASED
    }

    /**
     * @param contractNo its own number: that of the agreement, or of the supplementary one
     * @param by the amount of an increase or decrease, otherwise {@code null}
     * @param corrections what its amounts were taken for before, the latest first
     * @param changes against the version before; everything for the first
     */
    public record AgreementVersion(
            SigningId signingId,
            int version,
            AgreementKind kind,
            Step step,
            String contractNo,
            LocalDate on,
            AgreementTerms terms,
            Money by,
            List<Attachment> attachments,
            Entered entered,
            List<AmountsCorrection> corrections,
            List<FieldChange> changes) {}

    /** The amounts as they stood until {@code corrected}. */
    public record AmountsCorrection(
            Money totalInvestment, Money fixedAssetInvestment, Money foreignCapital, Entered corrected) {}

    public record Recognition(Coded body, Money amount, LocalDate on, Entered entered) {}

    /** @param corrections what its amount was taken for before, the latest first */
    public record CapitalEntry(
            EntryId entryId,
            Money amount,
            LocalDate on,
            String proof,
            List<Attachment> attachments,
            Entered entered,
            List<AmountCorrection> corrections) {}

    public record AmountCorrection(Money amount, Entered corrected) {}

    /**
     * A phase with its milestones.
     *
     * @param agreedBy contract version that its dates come from
     * @param milestones all five, in order
     * @param suspension {@code null} while it is not suspended
     * @param stoppedOn {@code null} while production is not stopped
     * @param withdrawnOn {@code null} while it is active
     * @param cause of suspension, stop or withdrawal
     * @param inclusion 纳统入库, {@code null} while it is not in the library of investment statistics
     * @param verdict its light, and why
     * @param delay what keeps it from the next milestone, {@code null} while nobody has said
     * @param schedule 倒排工期, {@code null} while there is none
     * @param availableActions logical names of the commands that its state allows; only for the present
     */
    public record Phase(
            FollowUpId followUpId,
            String name,
            AgreedPhase agreed,
            int agreedBy,
            PhaseState state,
            SubState subState,
            Suspension suspension,
            LocalDate suspendedOn,
            LocalDate stoppedOn,
            LocalDate scaleDroppedOn,
            LocalDate withdrawnOn,
            Cause cause,
            Inclusion inclusion,
            Schedule schedule,
            LocalDate dueOn,
            long daysLate,
            LightVerdict verdict,
            Delay delay,
            BigDecimal progressPercent,
            List<MilestoneLine> milestones,
            List<String> availableActions) {

        public Light light() {
            return verdict.light();
        }
    }

    record PhaseAgreed(FollowUpId followUpId, AgreedPhase agreed, int agreementVersion, int ordinal) {}

    /** @param reportingUnit that reports for it, or {@code null} */
    public record Inclusion(
            String libraryCode,
            String reportingUnit,
            LocalDate on,
            String evidence,
            List<Attachment> attachments,
            Entered entered) {}

    /**
     * 倒排工期 of a phase.
     *
     * @param revision of the plan in force; 1 is the baseline itself
     * @param baseline the steps as first planned
     * @param steps of the plan in force, as they stand on the day
     */
    public record Schedule(
            String phase,
            Coded projectType,
            int revision,
            LocalDate productionOn,
            Entered planned,
            List<PlannedStep> baseline,
            List<StepForecast> steps) {

        /** @return the step as first planned, {@code null} when it was not there */
        public PlannedStep baselineOf(PlannedStep step) {
            return baseline.stream()
                    .filter(one -> one.code().equals(step.code()))
                    .findFirst()
                    .orElse(null);
        }

        public List<StepForecast> late() {
            return steps.stream().filter(StepForecast::isLate).toList();
        }
    }

    record SchedulePlan(
            String phase,
            int revision,
            Coded projectType,
            LocalDate productionOn,
            List<PlannedStep> steps,
            Entered planned) {}

    public record Suspension(Cause cause, boolean clockRuns, Entered entered) {}

    record Stopped(Cause cause, Entered entered) {}

    record Sub(SubState subState) {}

    record FollowUpFacts(FollowUpId followUpId, SigningId signingId, LocalDate openedOn) {}

    /**
     * @param stand reported, verified, recognised or skipped
     * @param agreedOn the date agreed for it, pauses counted in; {@code null} where none is agreed
     * @param daysLate of the recognised date, or of the day asked for while it is missing; negative early, {@code null} where
     *     there is nothing to count
     * @param annualRevenue confirmed for 上规
     */
    public record MilestoneLine(
            dev.wuwei.crm.followup.Milestone milestone,
            MilestoneStand stand,
            LocalDate agreedOn,
            Long daysLate,
            Money annualRevenue,
            String evidence,
            List<Attachment> attachments,
            Entered reported,
            Entered verified,
            Entered recognised,
            Entered skipped,
            List<String> availableActions) {}

    record Reached(
            MilestoneStand stand,
            LocalDate agreedBy,
            Money annualRevenue,
            String evidence,
            List<Attachment> attachments,
            Entered reported,
            Entered verified,
            Entered recognised,
            Entered skipped) {}

    /** @param corrections what was returned before, the latest first */
    public record Return(
            String phase,
            YearMonth month,
            MonthlyReturn figures,
            LocalDate on,
            Entered entered,
            List<ReturnCorrection> corrections) {}

    public record ReturnCorrection(MonthlyReturn figures, Entered corrected) {}

    /** @param to {@code null} while in office */
    public record ServiceMember(ServiceRole role, StaffId staffId, LocalDate from, LocalDate to) {}

    /**
     * Which roles the team must have by the template of the day.
     *
     * @param missing roles that nobody holds, in order
     */
    public record ServiceTeam(String template, LocalDate from, List<ServiceRole> missing) {}

    record Service(ServiceRole role, StaffId staffId) {}

    /**
     * What the site needs from others.
     *
     * @param provider {@code null} when it was delivered without having been arranged
     * @param deliveredOn {@code null} while it is not there
     * @param land that was handed over; {@code null} where nobody said how much, and for every other element
     * @param disposalMethod how idle land came to be free; {@code null} for any other land
     */
    public record Element(
            ElementKind element,
            String provider,
            LocalDate promisedOn,
            LocalDate deliveredOn,
            Area land,
            Coded disposalMethod,
            String evidence,
            List<Attachment> attachments) {}

    record ElementPlan(String provider, LocalDate promisedOn) {}

    record Delivery(LocalDate on, Area land, Coded disposalMethod, String evidence, List<Attachment> attachments) {}

    /** The permits that the project needs, as the list was when it was chosen. */
    public record PermitChecklist(Coded projectType, List<RequiredPermit> permits) {}

    /**
     * A permit that is needed, was applied for, or is there.
     *
     * @param required {@code null} when it is not on the checklist
     * @param application {@code null} while there is none
     * @param missing what was missing when it was accepted (容缺), {@code null} when nothing was
     * @param grant {@code null} while it is not there
     * @param daysLate past the promised day, of the grant or of the day asked for; 0 when in time
     */
    public record Permit(
            Coded permit,
            RequiredPermit required,
            PermitApplication application,
            MissingPapers missing,
            PermitGrant grant,
            long daysLate) {

        public PermitState state() {
            if (grant != null) {
                return PermitState.GRANTED;
            }
            if (application == null) {
                return PermitState.NOT_APPLIED;
            }
            return daysLate > 0 ? PermitState.LATE : PermitState.RUNNING;
        }
    }

    /** @param dueOn as promised, {@code null} for a permit on no checklist; so is {@code legalDueOn} */
    public record PermitApplication(Coded permit, LocalDate on, LocalDate dueOn, LocalDate legalDueOn) {}

    /** @param handedInOn {@code null} while they are missing */
    public record MissingPapers(
            String missing, String promisedBy, LocalDate promisedOn, LocalDate since, LocalDate handedInOn) {

        MissingPapers handedIn(LocalDate on) {
            return new MissingPapers(missing, promisedBy, promisedOn, since, on);
        }
    }

    public record PermitGrant(Coded permit, String number, LocalDate grantedOn, List<Attachment> attachments) {}

    /**
     * A meeting about the project.
     *
     * @param units that took part
     * @param ticketId the ticket that it was about, or {@code null}
     * @param resolutions by number
     */
    public record Meeting(
            MeetingId meetingId,
            MeetingKind kind,
            LocalDate on,
            String place,
            StaffId chair,
            List<OurPerson> ourPeople,
            String units,
            String agenda,
            IssueTicketId ticketId,
            List<Attachment> attachments,
            Entered entered,
            List<Resolved> resolutions) {

        Meeting with(List<Resolved> resolved) {
            return new Meeting(
                    meetingId,
                    kind,
                    on,
                    place,
                    chair,
                    ourPeople,
                    units,
                    agenda,
                    ticketId,
                    attachments,
                    entered,
                    resolved);
        }
    }

    /**
     * What a meeting resolved and what came of it.
     *
     * @param dueOn as extended last
     * @param earlier the days that were set before, the first one first
     * @param endedOn when it was done or dropped, {@code null} while it is open
     * @param entered the last entry about it, with its reason
     */
    public record Resolved(
            MeetingId meetingId,
            Resolution resolution,
            LocalDate dueOn,
            List<LocalDate> earlier,
            ResolutionState state,
            LocalDate endedOn,
            String outcome,
            List<Attachment> attachments,
            Entered entered) {

        static Resolved opened(MeetingId meeting, Resolution resolution, Entered entered) {
            return new Resolved(
                    meeting,
                    resolution,
                    resolution.dueOn(),
                    List.of(),
                    ResolutionState.OPEN,
                    null,
                    null,
                    List.of(),
                    entered);
        }

        Resolved extended(LocalDate until, Entered by) {
            List<LocalDate> days = new ArrayList<>(earlier);
            days.add(dueOn);
            return new Resolved(meetingId, resolution, until, days, state, endedOn, outcome, attachments, by);
        }

        Resolved ended(ResolutionState as, LocalDate on, String result, List<Attachment> proof, Entered by) {
            return new Resolved(meetingId, resolution, dueOn, earlier, as, on, result, proof, by);
        }

        /** @return days past the day that was set, of the day it was done or of the one asked for; 0 when in time or dropped */
        public long daysLate(LocalDate day) {
            LocalDate until = state == ResolutionState.OPEN ? day : endedOn;
            return state == ResolutionState.DROPPED ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueOn, until));
        }
    }

    /**
     * The last twelve months beside what the agreement promises of a year.
     *
     * @param enough share of it that is full capacity on that day
     */
    public record Capacity(TrailingYear reached, AgreedCapacity agreed, AgreedCapacity enough) {}

    /** What the enterprise did in these months. */
    public record Actual(YearMonth firstMonth, YearMonth lastMonth, EnterpriseActuals figures) {}

    /**
     * A file of the project.
     *
     * @param kind where it belongs: {@code VISIT}, {@code ROUND}, {@code PLAN}, {@code AGREEMENT}, {@code CAPITAL},
     *     {@code MILESTONE}, {@code INCLUSION}, {@code ELEMENT}, {@code PERMIT}, {@code MEETING}, {@code RETURN}
     * @param label number, phase or version that it belongs to
     */
    public record FiledAttachment(Attachment file, String kind, String label, LocalDate on, Entered entered) {}
}
