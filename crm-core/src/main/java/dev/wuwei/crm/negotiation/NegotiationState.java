package dev.wuwei.crm.negotiation;

import static java.util.Objects.requireNonNullElse;

import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionDecided;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewRequested.RequestedOpinion;
import dev.wuwei.crm.negotiation.NegotiationEvent.AdmissionReviewWithdrawn;
import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementEnded;
import dev.wuwei.crm.negotiation.NegotiationEvent.AgreementRestored;
import dev.wuwei.crm.negotiation.NegotiationEvent.Appointed;
import dev.wuwei.crm.negotiation.NegotiationEvent.ApprovalExpired;
import dev.wuwei.crm.negotiation.NegotiationEvent.Dismissed;
import dev.wuwei.crm.negotiation.NegotiationEvent.FairCompetitionReviewed;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationOpened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationReopened;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationResumed;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationShelved;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.NegotiationTerminated;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionCorrected;
import dev.wuwei.crm.negotiation.NegotiationEvent.OpinionGiven;
import dev.wuwei.crm.negotiation.NegotiationEvent.PlanAdopted;
import dev.wuwei.crm.negotiation.NegotiationEvent.PreliminaryAgreementSigned;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundCorrected;
import dev.wuwei.crm.negotiation.NegotiationEvent.RoundLogged;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageAdvanced;
import dev.wuwei.crm.negotiation.NegotiationEvent.StageReturned;
import dev.wuwei.crm.negotiation.NegotiationEvent.TermsRevised;
import dev.wuwei.crm.negotiation.NegotiationEvent.VetoOverruled;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.SigningId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a negotiation remembers of its history in order to decide. Only {@link #on} changes it. */
final class NegotiationState {
    /** A post (leader, lead officer) or a seat in the team, and since when. */
    record Holder(StaffId staffId, LocalDate from) {}

    record Plan(int version, String title, String text, List<Attachment> attachments, LocalDate adoptedOn) {}

    /** @param eventId the event that last said what the round was */
    record Round(int number, RoundDetails details, String eventId) {}

    /** @param by who recorded the version, at which instant */
    record TermsVersion(int number, Terms terms, LocalDate revisedOn, StaffId by, Instant at) {}

    /** @param verdict {@code null} while the opinion is missing */
    record Opinion(
            OpinionVerdict verdict,
            String text,
            List<String> conditions,
            LocalDate givenOn,
            boolean overruled,
            String eventId) {
        static final Opinion MISSING = new Opinion(null, null, List.of(), null, false, null);

        boolean blocks() {
            return verdict == OpinionVerdict.VETO && !overruled;
        }
    }

    /** @param latestOn the latest business date of anything that happened in it */
    record Review(
            ReviewId id,
            int termsVersion,
            LocalDate requestedOn,
            LocalDate latestOn,
            Map<ReviewTopic, Opinion> opinions) {
        Review with(ReviewTopic topic, Opinion opinion, LocalDate on) {
            Map<ReviewTopic, Opinion> changed = new EnumMap<>(opinions);
            changed.put(topic, opinion);
            return new Review(id, termsVersion, requestedOn, on.isAfter(latestOn) ? on : latestOn, changed);
        }
    }

    /** @param expired whether its expiry has been recorded; before and after, the dates alone say what it covers */
    record Approval(
            ReviewId reviewId,
            int termsVersion,
            LocalDate decidedOn,
            LocalDate expiresOn,
            List<String> conditions,
            boolean expired) {
        boolean covers(LocalDate date) {
            return !date.isBefore(decidedOn) && !date.isAfter(expiresOn);
        }
    }

    /** @param clauses the preferential clauses that were reviewed */
    record FairCompetition(Set<String> clauses, boolean passed, LocalDate reviewedOn) {}

    /** @param endedOn {@code null} while it is in force */
    record Agreement(SigningId signingId, AgreementKind kind, LocalDate endedOn) {
        boolean inForce() {
            return endedOn == null;
        }
    }

    private NegotiationOpened opened;
    private NegotiationStatus status;
    private NegotiationStage stage;
    private LocalDate lastStepOn;
    private LocalDate inactiveSince;
    private final Map<ProjectRole, Holder> posts = new EnumMap<>(ProjectRole.class);
    private final Map<StaffId, Holder> members = new LinkedHashMap<>();
    private final Map<StaffId, LocalDate> leftOn = new HashMap<>();
    private Plan plan;
    private final Map<RoundId, Round> rounds = new LinkedHashMap<>();
    private TermsVersion terms;
    private Review review;
    private final Set<ReviewId> closedReviews = new HashSet<>();
    private Approval approval;
    private FairCompetition fairCompetition;
    private Agreement agreement;
    private final Map<SigningId, Approval> signedUnder = new HashMap<>();

    void on(NegotiationEvent event, EventMeta meta) {
        switch (event) {
            case NegotiationOpened e -> {
                opened = e;
                step(NegotiationStatus.ACTIVE, NegotiationStage.FIRST_CONTACT, e.occurredOn());
                if (e.leadOfficer() != null) {
                    posts.put(ProjectRole.LEAD_OFFICER, new Holder(e.leadOfficer(), e.occurredOn()));
                }
            }
            case StageAdvanced e -> step(status, e.to(), e.occurredOn());
            case StageReturned e -> step(status, e.to(), e.occurredOn());
            case NegotiationShelved e -> step(NegotiationStatus.SHELVED, stage, e.occurredOn());
            case NegotiationResumed e -> step(NegotiationStatus.ACTIVE, e.stage(), e.occurredOn());
            case NegotiationTerminated e -> step(NegotiationStatus.TERMINATED, stage, e.occurredOn());
            case NegotiationReopened e -> step(NegotiationStatus.ACTIVE, e.stage(), e.occurredOn());
            case Appointed e -> appoint(e);
            case Dismissed e -> {
                members.remove(e.staffId());
                leftOn.put(e.staffId(), e.occurredOn());
            }
            case PlanAdopted e -> plan = new Plan(e.version(), e.title(), e.text(), e.attachments(), e.occurredOn());
            case RoundLogged e -> rounds.put(e.roundId(), new Round(e.number(), e.round(), meta.eventId()));
            case RoundCorrected e ->
                rounds.computeIfPresent(
                        e.roundId(), (id, round) -> new Round(round.number(), e.round(), meta.eventId()));
            case TermsRevised e ->
                terms = new TermsVersion(e.version(), e.terms(), e.occurredOn(), meta.recordedBy(), meta.recordedAt());
            case AdmissionReviewRequested e -> {
                Map<ReviewTopic, Opinion> asked = new EnumMap<>(ReviewTopic.class);
                for (RequestedOpinion opinion : e.opinions()) {
                    asked.put(opinion.topic(), Opinion.MISSING);
                }
                review = new Review(e.reviewId(), e.termsVersion(), e.occurredOn(), e.occurredOn(), asked);
            }
            case OpinionGiven e ->
                review = review.with(
                        e.topic(),
                        new Opinion(e.verdict(), e.text(), e.conditions(), e.occurredOn(), false, meta.eventId()),
                        e.occurredOn());
            case OpinionCorrected e ->
                review = review.with(
                        e.topic(),
                        new Opinion(e.verdict(), e.text(), e.conditions(), e.occurredOn(), false, meta.eventId()),
                        e.occurredOn());
            case VetoOverruled e -> {
                Opinion vetoed = review.opinions().get(e.topic());
                review = review.with(
                        e.topic(),
                        new Opinion(
                                vetoed.verdict(),
                                vetoed.text(),
                                vetoed.conditions(),
                                vetoed.givenOn(),
                                true,
                                vetoed.eventId()),
                        e.occurredOn());
            }
            case FairCompetitionReviewed e ->
                fairCompetition = new FairCompetition(preferentialClauses(), e.passed(), e.occurredOn());
            case AdmissionDecided e -> {
                closeReview(e.reviewId());
                approval = e.outcome().isApproval()
                        ? new Approval(
                                e.reviewId(), e.termsVersion(), e.occurredOn(), e.expiresOn(), e.conditions(), false)
                        : null;
            }
            case AdmissionReviewWithdrawn e -> closeReview(e.reviewId());
            case ApprovalExpired e ->
                approval = new Approval(
                        approval.reviewId(),
                        approval.termsVersion(),
                        approval.decidedOn(),
                        approval.expiresOn(),
                        approval.conditions(),
                        true);
            case PreliminaryAgreementSigned e -> agree(e.signingId(), e.kind());
            case NegotiationSigned e -> {
                agree(e.signingId(), AgreementKind.FORMAL);
                step(NegotiationStatus.SIGNED, NegotiationStage.SIGNED, e.occurredOn());
            }
            case AgreementEnded e -> agreement = new Agreement(agreement.signingId(), agreement.kind(), e.occurredOn());
            case AgreementRestored e -> agreement = new Agreement(agreement.signingId(), agreement.kind(), null);
        }
    }

    private void step(NegotiationStatus newStatus, NegotiationStage newStage, LocalDate on) {
        inactiveSince = newStatus == NegotiationStatus.ACTIVE ? null : newStatus == status ? inactiveSince : on;
        status = newStatus;
        stage = newStage;
        lastStepOn = lastStepOn == null || on.isAfter(lastStepOn) ? on : lastStepOn;
    }

    private void appoint(Appointed event) {
        Holder holder = new Holder(event.staffId(), event.occurredOn());
        if (event.role() == ProjectRole.MEMBER) {
            members.put(event.staffId(), holder);
        } else {
            posts.put(event.role(), holder);
        }
    }

    private void agree(SigningId signingId, AgreementKind kind) {
        agreement = new Agreement(signingId, kind, null);
        if (kind != AgreementKind.LETTER_OF_INTENT) {
            signedUnder.put(signingId, approval);
        }
    }

    private void closeReview(ReviewId id) {
        closedReviews.add(id);
        review = null;
    }

    NegotiationId id() {
        return opened.negotiationId();
    }

    ProjectId projectId() {
        return opened.projectId();
    }

    NegotiationOpened opened() {
        return opened;
    }

    Coded park() {
        return opened.park();
    }

    LocalDate openedOn() {
        return opened.occurredOn();
    }

    NegotiationStatus status() {
        return status;
    }

    NegotiationStage stage() {
        return stage;
    }

    /** @return the latest business date on which stage or status changed */
    LocalDate lastStepOn() {
        return lastStepOn;
    }

    /** @return the date itself, or the last step's when that is later: stages follow one another in time */
    LocalDate notBeforeLastStep(LocalDate date) {
        return date.isBefore(lastStepOn) ? lastStepOn : date;
    }

    /** @return since when it is shelved, terminated or signed; {@code null} while active */
    LocalDate inactiveSince() {
        return inactiveSince;
    }

    /** @return who holds the post, or {@code null} */
    Holder holder(ProjectRole role) {
        return posts.get(role);
    }

    /** @return the seat of a member, or {@code null} */
    Holder member(StaffId staffId) {
        return members.get(staffId);
    }

    /** @return the day a former member left, or {@code null} */
    LocalDate leftOn(StaffId staffId) {
        return leftOn.get(staffId);
    }

    Plan plan() {
        return plan;
    }

    Round round(RoundId id) {
        return rounds.get(id);
    }

    int roundCount() {
        return rounds.size();
    }

    /** @return topics open when a round of this date and number began */
    List<TopicPosition> openPointsBefore(LocalDate date, int number) {
        return OpenPoints.after(rounds.values().stream()
                .filter(round -> !round.details().occurredOn().isAfter(date) && round.number() < number)
                .sorted(Comparator.comparing((Round round) -> round.details().occurredOn())
                        .thenComparing(Round::number))
                .map(round -> requireNonNullElse(round.details().positions(), List.<TopicPosition>of()))
                .toList());
    }

    /** @return the terms on the table, or {@code null} */
    TermsVersion terms() {
        return terms;
    }

    int termsVersion() {
        return terms == null ? 0 : terms.number();
    }

    /** @return the preferential clauses on the table */
    Set<String> preferentialClauses() {
        Set<String> clauses = new TreeSet<>();
        if (terms != null) {
            requireNonNullElse(terms.terms().incentives(), List.<Terms.Incentive>of()).stream()
                    .filter(Terms.Incentive::preferential)
                    .forEach(incentive -> clauses.add(incentive.clause()));
        }
        return clauses;
    }

    /** @return the review that is open, or {@code null} */
    Review review() {
        return review;
    }

    boolean wasReviewed(ReviewId id) {
        return closedReviews.contains(id);
    }

    /** @return the latest decision if it approved, expired or not, or {@code null} */
    Approval approval() {
        return approval;
    }

    /** @return whether an approval of the terms on the table covers this day */
    boolean isApproved(LocalDate date) {
        return approval != null && approval.termsVersion() == termsVersion() && approval.covers(date);
    }

    /** @return the latest fair-competition review, or {@code null} */
    FairCompetition fairCompetition() {
        return fairCompetition;
    }

    /** @return the latest agreement signed, in force or not, or {@code null} */
    Agreement agreement() {
        return agreement;
    }

    /** @return the approval that an agreement was signed under; {@code null} for a letter of intent */
    Approval signedUnder(SigningId signingId) {
        return signedUnder.get(signingId);
    }

    boolean hasAgreementInForce() {
        return agreement != null && agreement.inForce();
    }
}
