package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.MeetingId;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.followup.PhaseProgress;
import dev.wuwei.crm.followup.Resolution;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.lead.Assessment;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.lead.VisitDetails;
import dev.wuwei.crm.negotiation.AdmissionOutcome;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.negotiation.RoundDetails;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TypedId;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.staff.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is known of one project. Each aggregate fills its own part, in the order of its own stream, so it does not matter in
 * which order events of different aggregates come, nor whether one comes twice. Stored as JSON beside the columns made from it.
 */
final class ProjectState {
    ProjectId projectId;
    Lead lead;
    Negotiation negotiation;
    Signing signing;
    FollowUp followUp;
    Instant lastEventAt = Instant.EPOCH;
    long lastPosition;
    /** What is due, as last written to the table of tasks. */
    List<Task> tasks = new ArrayList<>();
    /** The clock that runs out first. */
    Task clock;
    /** Texts it is found by, as last written. */
    String search = "";
    /** Made from the above when first asked for. */
    private transient ProjectColumns columns;

    /** @param recipient {@code null} for whoever is in charge of the project */
    record Task(TaskKind kind, String item, LocalDate dueOn, String text, StaffId recipient) {
        Task(TaskKind kind, String item, LocalDate dueOn, String text) {
            this(kind, item, dueOn, text, null);
        }

        String key() {
            return kind + "|" + item;
        }
    }

    /** What one aggregate told, and how far its stream was read. */
    abstract static class Part {
        UUID id;
        long sequence = -1;
        String projectNo;
        LocalDate progressOn;
        LastTalk lastTalk;

        void progress(LocalDate on) {
            progressOn = latest(progressOn, on);
        }

        void talked(String talkId, Talk talk, Talks talks) {
            talks.put(id, talkId, talk);
            if (lastTalk == null || talk.isAfter(lastTalk.talk())) {
                lastTalk = new LastTalk(talkId, talk);
            } else if (lastTalk.id().equals(talkId)) {
                lastTalk = talks.last(id);
            }
        }

        void withdrawn(String talkId, Talks talks) {
            talks.remove(id, talkId);
            if (lastTalk != null && lastTalk.id().equals(talkId)) {
                lastTalk = talks.last(id);
            }
        }
    }

    /** The visits and rounds that an aggregate told of. They are many and only the latest counts, so they stand apart. */
    interface Talks {
        void put(UUID aggregate, String talkId, Talk talk);

        void remove(UUID aggregate, String talkId);

        /** @return the latest, or {@code null} when there is none left */
        LastTalk last(UUID aggregate);
    }

    record LastTalk(String id, Talk talk) {}

    static final class Lead extends Part {
        LeadState state;
        /** To go back to from a circulation or a merger. */
        LeadState stateBefore;

        LocalDate stateSince;
        LeadProfile profile;
        Coded park;
        Coded circulatingTo;
        StaffId firstReporter;
        StaffId owner;
        TeamId teamId;
        String teamName;
        LocalDate registeredOn;
        LocalDate respondBy;
        LocalDate judgeBy;
        LocalDate feedbackBy;
        Assessment assessment;
        boolean arbitration;
        /** It holds the first report or first talk on its investor. */
        boolean claims;

        void state(LeadState next, LocalDate on) {
            stateBefore = state;
            state = next;
            stateSince = on;
        }
    }

    /** A visit or a round of talks, as far as it says what comes next. */
    record Talk(
            LocalDate on,
            long position,
            String place,
            List<StaffId> ours,
            String nextStep,
            LocalDate nextOn,
            int open) {
        boolean isAfter(Talk other) {
            return on.equals(other.on) ? position > other.position : on.isAfter(other.on);
        }
    }

    static final class Negotiation extends Part {
        NegotiationStatus status;
        NegotiationStage stage;
        LocalDate stageSince;
        String name;
        Coded park;
        Coded industry;
        Coded gbt4754;
        ProjectKind kind;
        Money estimated;
        Area landNeed;
        StaffId officer;
        StaffId leader;
        LinkedHashSet<StaffId> members = new LinkedHashSet<>();
        LocalDate lookAgainOn;
        int termsVersion;
        boolean preferential;
        Money termsTotal;
        Area termsLand;
        String reviewId;
        /** Opinions still missing, with the day each is due. */
        TreeMap<String, LocalDate> missingOpinions = new TreeMap<>();

        AdmissionOutcome outcome;
        /** Version of the terms that were decided on. */
        int decidedTerms;

        LocalDate expiresOn;
        boolean expired;
        /** An agreement of any kind stands. */
        boolean agreementInForce;

        int roundCount;
    }

    static final class Signing extends Part {
        AgreementKind kind;
        AgreementState state;
        LocalDate stateSince;
        String contractNo;
        LinkedHashSet<String> otherNos = new LinkedHashSet<>();
        int version;
        LocalDate signedOn;
        Money total;
        Money fixedAssets;
        Money foreign;
        Area land;
        Coded industry;
        Coded park;
        StaffId owner;
        TeamId teamId;
        String teamName;
        boolean signedOnSite;
        boolean newlyIntroduced;
        TreeMap<String, BigDecimal> arrived = new TreeMap<>();
        TreeMap<String, BigDecimal> foreignUsed = new TreeMap<>();
    }

    static final class FollowUp extends Part {
        Coded park;
        TreeMap<String, Phase> phases = new TreeMap<>();
        /** The order in which the agreement names the phases. */
        List<String> order = new ArrayList<>();

        TreeMap<ServiceRole, StaffId> service = new TreeMap<>();
        /** What was applied for, by code. */
        TreeMap<String, Awaited> permits = new TreeMap<>();

        TreeSet<String> granted = new TreeSet<>();

        TreeMap<String, Awaited> missingPapers = new TreeMap<>();
        TreeMap<String, Resolved> resolutions = new TreeMap<>();
        int resolutionCount;

        void resolved(MeetingId meeting, Resolution resolution) {
            resolutionCount++;
            resolutions.put(
                    meeting + ":" + resolution.number(),
                    new Resolved(
                            meeting,
                            resolutionCount,
                            resolution.text(),
                            resolution.staffId(),
                            resolution.dueOn(),
                            false));
        }

        void resolution(MeetingId meeting, int number, UnaryOperator<Resolved> change) {
            resolutions.computeIfPresent(meeting + ":" + number, (id, known) -> change.apply(known));
        }

        Phase phase(String name) {
            return phases.computeIfAbsent(name, added -> {
                order.add(added);
                Phase phase = new Phase();
                phase.progress = PhaseProgress.of(new AgreedPhase(added, null, null, null, null, null, null, null));
                return phase;
            });
        }

        void agreed(List<AgreedPhase> dates, LocalDate on) {
            for (AgreedPhase agreed : dates) {
                Phase phase = phase(agreed.name());
                phase.progress = phase.progress.revised(agreed, on);
            }
        }
    }

    /** @param dueOn {@code null} when nobody promised a day */
    record Awaited(String name, LocalDate dueOn, String note) {}

    /** @param ordinal within the project */
    record Resolved(MeetingId meeting, int ordinal, String text, StaffId staffId, LocalDate dueOn, boolean ended) {
        Resolved until(LocalDate day) {
            return new Resolved(meeting, ordinal, text, staffId, day, ended);
        }

        Resolved ended(boolean now) {
            return new Resolved(meeting, ordinal, text, staffId, dueOn, now);
        }
    }

    static final class Phase {
        PhaseProgress progress;
        Cause cause;
        YearMonth lastReturn;
        TreeMap<YearMonth, Return> returns = new TreeMap<>();

        Return latestReturn() {
            return lastReturn == null ? null : returns.get(lastReturn);
        }
    }

    record Return(Money toDate, BigDecimal percent, String progress, String problems) {
        static Return of(MonthlyReturn figures) {
            return new Return(
                    figures.investedToDate(), figures.progressPercent(), figures.progress(), figures.problems());
        }
    }

    ProjectColumns columns() {
        if (columns == null) {
            columns = new ProjectColumns(this);
        }
        return columns;
    }

    /** @return whether anything was to be learnt from the event */
    boolean evolve(DomainEvent event, EventMeta meta, Talks talks) {
        columns = null;
        boolean learnt = switch (event) {
            case LeadEvent e -> evolve(e, meta, talks);
            case NegotiationEvent e -> evolve(e, meta, talks);
            case SigningEvent e -> evolve(e, meta);
            case FollowUpEvent e -> evolve(e, meta);
            default -> false;
        };
        if (learnt) {
            lastEventAt = meta.recordedAt().isAfter(lastEventAt) ? meta.recordedAt() : lastEventAt;
            lastPosition = Math.max(lastPosition, meta.position());
        }
        return learnt;
    }

    /**
     * A project that is signed a second time, after its first agreement ended, shows the second. Ids are ordered by time, so
     * the later aggregate is known by its id, whichever is heard of first.
     *
     * @return the part to change, or {@code null} when the event tells nothing new
     */
    private static <P extends Part> P accept(P current, TypedId id, EventMeta meta, Supplier<P> fresh) {
        P part = current;
        if (part == null || part.id.compareTo(id.value()) != 0) {
            if (part != null && part.id.toString().compareTo(id.value().toString()) > 0) {
                return null;
            }
            part = fresh.get();
            part.id = id.value();
        }
        if (meta.sequence() <= part.sequence) {
            return null;
        }
        part.sequence = meta.sequence();
        return part;
    }

    private boolean evolve(LeadEvent event, EventMeta meta, Talks talks) {
        Lead part = accept(lead, event.leadId(), meta, Lead::new);
        if (part == null) {
            return false;
        }
        lead = part;
        switch (event) {
            case LeadEvent.LeadRegistered e -> {
                part.projectNo = e.projectNo();
                part.profile = e.profile();
                part.park = e.park();
                part.firstReporter = e.firstReporter();
                part.owner = e.owner();
                part.teamId = e.teamId();
                part.teamName = e.teamName();
                part.registeredOn = e.occurredOn();
                part.respondBy = e.respondBy();
                part.state(LeadState.REGISTERED, e.occurredOn());
                part.progress(e.occurredOn());
            }
            case LeadEvent.LeadRevised e -> part.profile = e.profile();
            case LeadEvent.LeadAssigned e -> {
                part.owner = e.owner();
                part.teamId = e.teamId();
                part.teamName = e.teamName();
            }
            case LeadEvent.LeadResponded e -> {
                part.judgeBy = e.judgeBy();
                part.state(LeadState.RESPONDED, e.occurredOn());
                part.progress(e.occurredOn());
            }
            case LeadEvent.LeadJudged e -> {
                part.assessment = e.assessment();
                part.feedbackBy = e.feedbackBy();
                part.state(LeadState.JUDGED, e.occurredOn());
                part.progress(e.occurredOn());
            }
            case LeadEvent.LeadDeclined e -> part.state(LeadState.DECLINED, e.occurredOn());
            case LeadEvent.LeadAdopted e -> {
                part.state(LeadState.ADOPTED, e.occurredOn());
                part.progress(e.occurredOn());
            }
            case LeadEvent.LeadPooled e -> {
                part.owner = null;
                part.state(LeadState.POOLED, e.occurredOn());
            }
            case LeadEvent.LeadDrawnFromPool e -> {
                part.owner = e.owner();
                part.respondBy = e.respondBy();
                part.state(LeadState.REGISTERED, e.occurredOn());
                part.progress(e.occurredOn());
            }
            case LeadEvent.FirstReportClaimed e -> part.claims = true;
            case LeadEvent.ArbitrationOpened e -> part.arbitration = true;
            case LeadEvent.ClaimArbitrated e -> {
                part.arbitration = false;
                part.claims = e.winner().equals(e.leadId());
            }
            case LeadEvent.ProtectionLapsed e -> part.claims = false;
            case LeadEvent.LeadCirculated e -> {
                part.circulatingTo = e.toPark();
                part.state(LeadState.CIRCULATING, e.occurredOn());
            }
            case LeadEvent.CirculationAccepted e -> {
                part.park = e.park();
                part.owner = e.owner();
                part.teamId = e.teamId();
                part.teamName = e.teamName();
                part.circulatingTo = null;
                part.state(part.stateBefore, e.occurredOn());
                part.progress(e.occurredOn());
            }
            case LeadEvent.CirculationReturned e -> {
                part.circulatingTo = null;
                part.state(part.stateBefore, e.occurredOn());
            }
            case LeadEvent.LeadMerged e -> {
                part.claims = false;
                part.state(LeadState.MERGED, e.occurredOn());
            }
            case LeadEvent.LeadUnmerged e -> part.state(part.stateBefore, e.occurredOn());
            case LeadEvent.LeadArchived e -> {
                part.claims = false;
                part.state(LeadState.ARCHIVED, e.occurredOn());
            }
            case LeadEvent.LeadReopened e -> {
                part.respondBy = e.respondBy();
                part.state(LeadState.REGISTERED, e.occurredOn());
                part.progress(e.occurredOn());
            }
            case LeadEvent.ClockMoved e -> {
                switch (e.clock()) {
                    case RESPOND -> part.respondBy = e.dueOn();
                    case JUDGE -> part.judgeBy = e.dueOn();
                    case FEEDBACK -> part.feedbackBy = e.dueOn();
                }
            }
            case LeadEvent.VisitLogged e -> part.talked(e.visitId().toString(), talk(e.visit(), meta), talks);
            case LeadEvent.VisitCorrected e -> part.talked(e.visitId().toString(), talk(e.visit(), meta), talks);
            case LeadEvent.VisitWithdrawn e -> part.withdrawn(e.visitId().toString(), talks);
            default -> {}
        }
        return true;
    }

    private static Talk talk(VisitDetails visit, EventMeta meta) {
        return new Talk(
                visit.occurredOn(),
                meta.position(),
                visit.place(),
                ours(visit.ourPeople()),
                visit.nextStep(),
                visit.nextContactOn(),
                0);
    }

    private static List<StaffId> ours(List<OurPerson> people) {
        return people == null
                ? List.of()
                : people.stream().map(OurPerson::staffId).distinct().toList();
    }

    private boolean evolve(NegotiationEvent event, EventMeta meta, Talks talks) {
        Negotiation part = accept(negotiation, event.negotiationId(), meta, Negotiation::new);
        if (part == null) {
            return false;
        }
        negotiation = part;
        switch (event) {
            case NegotiationEvent.NegotiationOpened e -> {
                part.projectNo = e.projectNo();
                part.name = e.name();
                part.park = e.park();
                part.industry = e.industry();
                part.gbt4754 = e.gbt4754();
                part.kind = e.kind();
                part.estimated = e.estimatedInvestment();
                part.landNeed = e.landNeed();
                part.officer = e.leadOfficer();
                part.status = NegotiationStatus.ACTIVE;
                part.stage = NegotiationStage.FIRST_CONTACT;
                part.stageSince = e.occurredOn();
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.StageAdvanced e -> {
                part.stage = e.to();
                part.stageSince = e.occurredOn();
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.StageReturned e -> {
                part.stage = e.to();
                part.stageSince = e.occurredOn();
            }
            case NegotiationEvent.NegotiationShelved e -> {
                part.status = NegotiationStatus.SHELVED;
                part.lookAgainOn = e.lookAgainOn();
            }
            case NegotiationEvent.NegotiationResumed e -> {
                part.status = NegotiationStatus.ACTIVE;
                part.stage = e.stage();
                part.lookAgainOn = null;
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.NegotiationTerminated e -> part.status = NegotiationStatus.TERMINATED;
            case NegotiationEvent.NegotiationReopened e -> {
                part.status = NegotiationStatus.ACTIVE;
                part.stage = e.stage();
                part.stageSince = e.occurredOn();
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.Appointed e -> {
                switch (e.role()) {
                    case LINKING_LEADER -> part.leader = e.staffId();
                    case LEAD_OFFICER -> part.officer = e.staffId();
                    case MEMBER -> part.members.add(e.staffId());
                }
            }
            case NegotiationEvent.Dismissed e -> {
                if (e.role() == ProjectRole.MEMBER) {
                    part.members.remove(e.staffId());
                } else if (e.role() == ProjectRole.LINKING_LEADER && e.staffId().equals(part.leader)) {
                    part.leader = null;
                } else if (e.role() == ProjectRole.LEAD_OFFICER && e.staffId().equals(part.officer)) {
                    part.officer = null;
                }
            }
            case NegotiationEvent.PlanAdopted e -> part.progress(e.occurredOn());
            case NegotiationEvent.RoundLogged e -> {
                part.roundCount = Math.max(part.roundCount, e.number());
                part.talked(e.roundId().toString(), talk(e.round(), e.carriedOver(), meta), talks);
            }
            case NegotiationEvent.RoundCorrected e ->
                part.talked(e.roundId().toString(), talk(e.round(), List.of(), meta), talks);
            case NegotiationEvent.TermsRevised e -> {
                part.termsVersion = e.version();
                part.preferential = e.terms().incentives() != null
                        && e.terms().incentives().stream().anyMatch(clause -> clause.preferential());
                part.termsTotal = e.terms().totalInvestment();
                part.termsLand = e.terms().land();
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.AdmissionReviewRequested e -> {
                part.reviewId = e.reviewId().toString();
                part.outcome = null;
                part.expired = false;
                part.expiresOn = null;
                part.stage = NegotiationStage.IN_REVIEW;
                part.missingOpinions.clear();
                e.opinions()
                        .forEach(asked -> part.missingOpinions.put(asked.topic().name(), asked.dueOn()));
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.OpinionGiven e -> {
                if (e.reviewId().toString().equals(part.reviewId)) {
                    part.missingOpinions.remove(e.topic().name());
                }
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.AdmissionReviewWithdrawn e -> {
                if (e.reviewId().toString().equals(part.reviewId)) {
                    part.missingOpinions.clear();
                    part.reviewId = null;
                }
            }
            case NegotiationEvent.AdmissionDecided e -> {
                part.outcome = e.outcome();
                part.decidedTerms = e.termsVersion();
                part.expiresOn = e.expiresOn();
                part.expired = false;
                part.missingOpinions.clear();
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.ApprovalExpired e -> {
                part.expired = true;
                part.expiresOn = null;
            }
            case NegotiationEvent.PreliminaryAgreementSigned e -> {
                part.agreementInForce = true;
                part.progress(e.occurredOn());
            }
            case NegotiationEvent.AgreementEnded e -> part.agreementInForce = false;
            case NegotiationEvent.AgreementRestored e -> part.agreementInForce = true;
            case NegotiationEvent.NegotiationSigned e -> {
                part.agreementInForce = true;
                part.status = NegotiationStatus.SIGNED;
                part.stage = NegotiationStage.SIGNED;
                part.stageSince = e.occurredOn();
                part.expiresOn = null;
                part.progress(e.occurredOn());
            }
            default -> {}
        }
        return true;
    }

    private static Talk talk(RoundDetails round, List<TopicPosition> carriedOver, EventMeta meta) {
        LinkedHashSet<String> open = new LinkedHashSet<>();
        if (carriedOver != null) {
            carriedOver.forEach(position -> open.add(position.topic()));
        }
        if (round.positions() != null) {
            round.positions().forEach(position -> {
                if (position.open()) {
                    open.add(position.topic());
                } else {
                    open.remove(position.topic());
                }
            });
        }
        return new Talk(
                round.occurredOn(),
                meta.position(),
                round.place(),
                ours(round.ourPeople()),
                round.nextStep(),
                round.nextRoundOn(),
                open.size());
    }

    private boolean evolve(SigningEvent event, EventMeta meta) {
        Signing part = accept(signing, event.signingId(), meta, Signing::new);
        if (part == null) {
            return false;
        }
        signing = part;
        switch (event) {
            case SigningEvent.AgreementSigned e -> {
                part.projectNo = e.projectNo();
                part.kind = e.kind();
                part.state = AgreementState.SIGNED;
                part.stateSince = e.occurredOn();
                part.contractNo = e.contractNo();
                part.version = 1;
                part.signedOn = e.occurredOn();
                part.industry = e.industry();
                part.park = e.park();
                part.owner = e.owner();
                part.signedOnSite = e.signedOnSite();
                part.newlyIntroduced = e.newlyIntroduced();
                agreed(part, e.terms());
                part.progress(e.occurredOn());
            }
            case SigningEvent.AgreementUpgraded e -> {
                part.kind = e.kind();
                part.otherNos.add(part.contractNo);
                part.contractNo = e.contractNo();
                part.version = e.version();
                part.signedOn = e.occurredOn();
                part.signedOnSite = e.signedOnSite();
                agreed(part, e.terms());
                part.progress(e.occurredOn());
            }
            case SigningEvent.AgreementAmended e -> {
                amended(part, e.version(), e.contractNo(), e.occurredOn());
                agreed(part, e.terms());
            }
            case SigningEvent.CapitalIncreased e -> {
                amended(part, e.version(), e.contractNo(), e.occurredOn());
                part.total = e.totalInvestment();
            }
            case SigningEvent.CapitalDecreased e -> {
                amended(part, e.version(), e.contractNo(), e.occurredOn());
                part.total = e.totalInvestment();
            }
            case SigningEvent.AmountCorrected e -> {
                part.total = e.totalInvestment();
                part.fixedAssets = e.fixedAssetInvestment();
                part.foreign = e.foreignCapital();
            }
            case SigningEvent.AgreementCorrected e -> {
                part.contractNo = e.contractNo();
                part.signedOn = e.signedOn();
                part.industry = e.industry();
                part.signedOnSite = e.signedOnSite();
                part.newlyIntroduced = e.newlyIntroduced();
            }
            case SigningEvent.AgreementRescinded e -> ended(part, AgreementState.RESCINDED, e.occurredOn());
            case SigningEvent.AgreementTerminated e -> ended(part, AgreementState.TERMINATED, e.occurredOn());
            case SigningEvent.AgreementFulfilled e -> ended(part, AgreementState.FULFILLED, e.occurredOn());
            case SigningEvent.AgreementReinstated e -> ended(part, e.state(), part.signedOn);
            case SigningEvent.CreditMoved e -> {
                part.owner = e.owner();
                part.teamId = e.teamId();
                part.teamName = e.teamName();
            }
            case SigningEvent.CapitalArrived e -> {
                part.arrived.put(e.entryId().toString(), e.amount().amount());
                part.progress(e.occurredOn());
            }
            case SigningEvent.ArrivedCapitalCorrected e ->
                part.arrived.put(e.entryId().toString(), e.amount().amount());
            case SigningEvent.ForeignCapitalUsed e -> {
                part.foreignUsed.put(e.entryId().toString(), e.amount().amount());
                part.progress(e.occurredOn());
            }
            case SigningEvent.ForeignCapitalCorrected e ->
                part.foreignUsed.put(e.entryId().toString(), e.amount().amount());
            default -> {}
        }
        return true;
    }

    private static void agreed(Signing part, dev.wuwei.crm.signing.AgreementTerms terms) {
        part.total = terms.totalInvestment();
        part.fixedAssets = terms.fixedAssetInvestment();
        part.foreign = terms.foreignCapital();
        part.land = terms.land();
    }

    private static void amended(Signing part, int version, String contractNo, LocalDate on) {
        part.version = version;
        part.state = AgreementState.AMENDED;
        part.stateSince = on;
        if (contractNo != null) {
            part.otherNos.add(contractNo);
        }
        part.progress(on);
    }

    private static void ended(Signing part, AgreementState state, LocalDate on) {
        part.state = state;
        part.stateSince = on;
    }

    private boolean evolve(FollowUpEvent event, EventMeta meta) {
        FollowUp part = accept(followUp, event.followUpId(), meta, FollowUp::new);
        if (part == null) {
            return false;
        }
        followUp = part;
        switch (event) {
            case FollowUpEvent.FollowUpOpened e -> {
                part.projectNo = e.projectNo();
                part.park = e.park();
                part.agreed(e.phases(), e.occurredOn());
            }
            case FollowUpEvent.AgreedDatesRevised e -> part.agreed(e.phases(), e.occurredOn());
            case FollowUpEvent.ServiceAssigned e -> part.service.put(e.role(), e.staffId());
            case FollowUpEvent.MonthlyReturnFiled e ->
                returned(part, e.phase(), e.month(), e.figures(), e.occurredOn());
            case FollowUpEvent.MonthlyReturnCorrected e ->
                returned(part, e.phase(), e.month(), e.figures(), e.occurredOn());
            case FollowUpEvent.PermitApplied e ->
                part.permits.put(e.permit().code(), new Awaited(e.permit().name(), e.dueOn(), null));
            case FollowUpEvent.PermitApplicationWithdrawn e -> {
                part.permits.remove(e.permit().code());
                part.missingPapers.remove(e.permit().code());
            }
            case FollowUpEvent.TolerantlyAccepted e ->
                part.missingPapers.put(e.permit().code(), new Awaited(e.permit().name(), e.promisedOn(), e.missing()));
            case FollowUpEvent.MissingPapersHandedIn e ->
                part.missingPapers.remove(e.permit().code());
            case FollowUpEvent.PermitGranted e -> part.granted.add(e.permit().code());
            case FollowUpEvent.PermitWithdrawn e ->
                part.granted.remove(e.permit().code());
            case FollowUpEvent.MeetingHeld e -> {
                e.resolutions().forEach(one -> part.resolved(e.meetingId(), one));
                part.progress(e.occurredOn());
            }
            case FollowUpEvent.MeetingWithdrawn e ->
                part.resolutions.values().removeIf(one -> one.meeting().equals(e.meetingId()));
            case FollowUpEvent.ResolutionAdded e -> part.resolved(e.meetingId(), e.resolution());
            case FollowUpEvent.ResolutionFulfilled e ->
                part.resolution(e.meetingId(), e.number(), known -> known.ended(true));
            case FollowUpEvent.ResolutionExtended e ->
                part.resolution(e.meetingId(), e.number(), known -> known.until(e.dueOn()));
            case FollowUpEvent.ResolutionDropped e ->
                part.resolution(e.meetingId(), e.number(), known -> known.ended(true));
            case FollowUpEvent.ResolutionReopened e ->
                part.resolution(e.meetingId(), e.number(), known -> known.ended(false));
            default -> {
                part.phases.values().forEach(phase -> phase.progress = phase.progress.after(event));
                cause(part, event);
                if (isProgress(event)) {
                    part.progress(event.occurredOn());
                }
            }
        }
        return true;
    }

    private static void cause(FollowUp part, FollowUpEvent event) {
        switch (event) {
            case FollowUpEvent.PhaseSuspended e -> part.phase(e.phase()).cause = e.cause();
            case FollowUpEvent.PhaseResumed e -> part.phase(e.phase()).cause = null;
            case FollowUpEvent.ProductionStopped e -> part.phase(e.phase()).cause = e.cause();
            case FollowUpEvent.ProductionRestarted e -> part.phase(e.phase()).cause = null;
            case FollowUpEvent.PhaseWithdrawn e -> part.phase(e.phase()).cause = e.cause();
            case FollowUpEvent.PhaseReinstated e -> part.phase(e.phase()).cause = null;
            default -> {}
        }
    }

    private static boolean isProgress(FollowUpEvent event) {
        return switch (event) {
            case FollowUpEvent.MilestoneReported e -> true;
            case FollowUpEvent.MilestoneVerified e -> true;
            case FollowUpEvent.MilestoneRecognised e -> true;
            case FollowUpEvent.SubStateEntered e -> true;
            case FollowUpEvent.PhaseResumed e -> true;
            case FollowUpEvent.ProductionRestarted e -> true;
            default -> false;
        };
    }

    private static void returned(FollowUp part, String name, YearMonth month, MonthlyReturn figures, LocalDate on) {
        Phase phase = part.phase(name);
        phase.returns.put(month, Return.of(figures));
        phase.lastReturn = phase.lastReturn == null || month.isAfter(phase.lastReturn) ? month : phase.lastReturn;
        part.progress(on);
    }

    static LocalDate latest(LocalDate one, LocalDate other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }
}
