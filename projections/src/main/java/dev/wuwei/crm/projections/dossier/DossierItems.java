package dev.wuwei.crm.projections.dossier;

import dev.wuwei.crm.followup.Delay;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.MeetingId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MilestoneStand;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.followup.Resolution;
import dev.wuwei.crm.followup.ResolutionState;
import dev.wuwei.crm.followup.StepDates;
import dev.wuwei.crm.lead.ClaimKind;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.negotiation.ReviewId;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.platform.axon.HistoryReader.Recorded;
import dev.wuwei.crm.projections.dossier.DossierView.Actual;
import dev.wuwei.crm.projections.dossier.DossierView.AgreementStanding;
import dev.wuwei.crm.projections.dossier.DossierView.AgreementVersion;
import dev.wuwei.crm.projections.dossier.DossierView.AmountCorrection;
import dev.wuwei.crm.projections.dossier.DossierView.AmountsCorrection;
import dev.wuwei.crm.projections.dossier.DossierView.CapitalEntry;
import dev.wuwei.crm.projections.dossier.DossierView.Claim;
import dev.wuwei.crm.projections.dossier.DossierView.Contract;
import dev.wuwei.crm.projections.dossier.DossierView.Decision;
import dev.wuwei.crm.projections.dossier.DossierView.Delivery;
import dev.wuwei.crm.projections.dossier.DossierView.ElementPlan;
import dev.wuwei.crm.projections.dossier.DossierView.FairCompetition;
import dev.wuwei.crm.projections.dossier.DossierView.FollowUpFacts;
import dev.wuwei.crm.projections.dossier.DossierView.Inclusion;
import dev.wuwei.crm.projections.dossier.DossierView.Judgement;
import dev.wuwei.crm.projections.dossier.DossierView.LeadStanding;
import dev.wuwei.crm.projections.dossier.DossierView.Meeting;
import dev.wuwei.crm.projections.dossier.DossierView.MissingPapers;
import dev.wuwei.crm.projections.dossier.DossierView.Opened;
import dev.wuwei.crm.projections.dossier.DossierView.Opinion;
import dev.wuwei.crm.projections.dossier.DossierView.Overruling;
import dev.wuwei.crm.projections.dossier.DossierView.Ownership;
import dev.wuwei.crm.projections.dossier.DossierView.PermitApplication;
import dev.wuwei.crm.projections.dossier.DossierView.PermitChecklist;
import dev.wuwei.crm.projections.dossier.DossierView.PermitGrant;
import dev.wuwei.crm.projections.dossier.DossierView.PhaseAgreed;
import dev.wuwei.crm.projections.dossier.DossierView.Plan;
import dev.wuwei.crm.projections.dossier.DossierView.Post;
import dev.wuwei.crm.projections.dossier.DossierView.Reached;
import dev.wuwei.crm.projections.dossier.DossierView.Recognition;
import dev.wuwei.crm.projections.dossier.DossierView.Registered;
import dev.wuwei.crm.projections.dossier.DossierView.Requested;
import dev.wuwei.crm.projections.dossier.DossierView.Resolved;
import dev.wuwei.crm.projections.dossier.DossierView.Response;
import dev.wuwei.crm.projections.dossier.DossierView.Return;
import dev.wuwei.crm.projections.dossier.DossierView.ReturnCorrection;
import dev.wuwei.crm.projections.dossier.DossierView.SchedulePlan;
import dev.wuwei.crm.projections.dossier.DossierView.Service;
import dev.wuwei.crm.projections.dossier.DossierView.Stage;
import dev.wuwei.crm.projections.dossier.DossierView.Step;
import dev.wuwei.crm.projections.dossier.DossierView.Stopped;
import dev.wuwei.crm.projections.dossier.DossierView.Sub;
import dev.wuwei.crm.projections.dossier.DossierView.Suspension;
import dev.wuwei.crm.projections.dossier.DossierView.TalksStatus;
import dev.wuwei.crm.projections.dossier.DossierView.TermsVersion;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Everything that a project's page shows, item by item, each with all its values over the days on which they held and the
 * instants at which they were known; made from the project's history when the page is asked for. Names of people are not in
 * it; they are joined then.
 */
final class DossierItems {
    private DossierItems() {}

    /** @param history of one project, in the order in which it was recorded */
    static Collection<Item> of(List<Recorded> history) {
        Map<Item.Key, Item> items = new LinkedHashMap<>();
        for (Recorded recorded : history) {
            Pen pen = new Pen(recorded.meta(), items);
            switch (recorded.event()) {
                case LeadEvent e -> lead(e, pen);
                case NegotiationEvent e -> negotiation(e, pen);
                case SigningEvent e -> signing(e, pen);
                case FollowUpEvent e -> followUp(e, pen);
                default -> {}
            }
        }
        return items.values();
    }

    /** Writes what one event says into the items of its project. */
    private record Pen(EventMeta meta, Map<Item.Key, Item> items) {
        Item item(ItemKind kind, Object id) {
            return items.computeIfAbsent(new Item.Key(kind, String.valueOf(id)), Item::new);
        }

        Item peek(ItemKind kind, Object id) {
            return items.get(new Item.Key(kind, String.valueOf(id)));
        }

        <T> T latest(ItemKind kind, Object id, Class<T> type) {
            return doc(peek(kind, id), type);
        }

        /** Puts what follows from the latest value; nothing happens when there is none. */
        <T> void change(ItemKind kind, Object id, LocalDate from, Class<T> type, UnaryOperator<T> change) {
            T known = latest(kind, id, type);
            if (known != null) {
                put(kind, id, from, change.apply(known));
            }
        }

        void put(ItemKind kind, Object id, LocalDate from, Object doc) {
            item(kind, id).put(from, doc, meta);
        }

        void replace(ItemKind kind, Object id, LocalDate from, Object doc) {
            item(kind, id).replace(from, doc, meta);
        }

        /** It is not there any longer, if it was. */
        void end(ItemKind kind, Object id, LocalDate from) {
            Item there = peek(kind, id);
            if (there != null && there.latest() != null) {
                put(kind, id, from, null);
            }
        }

        void takeBack(ItemKind kind, Object id, LocalDate from) {
            item(kind, id).takeBack(from, meta);
        }

        Entered entered(LocalDate on) {
            return Entered.of(meta, on);
        }

        /** A correction is dated by what it corrects, which does not make it late. */
        Entered corrected() {
            return Entered.of(meta, meta.today());
        }
    }

    private static void lead(LeadEvent event, Pen pen) {
        LocalDate on = event.occurredOn();
        switch (event) {
            case LeadEvent.LeadRegistered e -> {
                pen.put(ItemKind.PROFILE, "", on, new Registered(e.leadId(), on, e.firstReporter(), e.profile()));
                pen.put(ItemKind.PARK, "", on, e.park());
                pen.put(ItemKind.OWNER, "", on, new Ownership(e.owner(), e.teamId(), e.teamName()));
                state(pen, on, LeadState.REGISTERED, null, null, null, null, null);
            }
            case LeadEvent.LeadRevised e -> {
                Registered known = pen.latest(ItemKind.PROFILE, "", Registered.class);
                if (known != null) {
                    pen.put(
                            ItemKind.PROFILE,
                            "",
                            on,
                            new Registered(known.leadId(), known.registeredOn(), known.firstReporter(), e.profile()));
                }
            }
            case LeadEvent.LeadAssigned e ->
                pen.put(ItemKind.OWNER, "", on, new Ownership(e.owner(), e.teamId(), e.teamName()));
            case LeadEvent.LeadResponded e -> {
                pen.put(ItemKind.RESPONSE, "", on, new Response(e.summary(), on, pen.entered(on)));
                state(pen, on, LeadState.RESPONDED, null, null, null, null, null);
            }
            case LeadEvent.LeadJudged e -> {
                pen.put(
                        ItemKind.JUDGEMENT,
                        "",
                        on,
                        new Judgement(e.assessment(), e.withExperts(), e.opinion(), on, pen.entered(on)));
                state(pen, on, LeadState.JUDGED, null, null, null, null, null);
            }
            case LeadEvent.LeadDeclined e ->
                state(pen, on, LeadState.DECLINED, e.cause(), e.feedback(), null, null, null);
            case LeadEvent.LeadAdopted e -> state(pen, on, LeadState.ADOPTED, null, null, null, null, null);
            case LeadEvent.LeadPooled e -> {
                Ownership known = pen.latest(ItemKind.OWNER, "", Ownership.class);
                pen.put(
                        ItemKind.OWNER,
                        "",
                        on,
                        known == null
                                ? new Ownership(null, null, null)
                                : new Ownership(null, known.teamId(), known.teamName()));
                state(pen, on, LeadState.POOLED, null, null, null, null, null);
            }
            case LeadEvent.LeadDrawnFromPool e -> {
                Ownership known = pen.latest(ItemKind.OWNER, "", Ownership.class);
                pen.put(
                        ItemKind.OWNER,
                        "",
                        on,
                        known == null
                                ? new Ownership(e.owner(), null, null)
                                : new Ownership(e.owner(), known.teamId(), known.teamName()));
                state(pen, on, LeadState.REGISTERED, null, null, null, null, null);
            }
            case LeadEvent.FirstReportClaimed e ->
                pen.put(
                        ItemKind.CLAIM,
                        e.kind(),
                        on,
                        new Claim(
                                e.kind(),
                                e.investorId(),
                                e.claimant(),
                                e.claimedAt(),
                                true,
                                false,
                                null,
                                null,
                                null,
                                null));
            case LeadEvent.ArbitrationOpened e -> {
                Claim known = pen.latest(ItemKind.CLAIM, e.kind(), Claim.class);
                pen.put(
                        ItemKind.CLAIM,
                        e.kind(),
                        on,
                        new Claim(
                                e.kind(),
                                e.investorId(),
                                known == null ? null : known.claimant(),
                                known == null ? null : known.claimedAt(),
                                known != null && known.standing(),
                                true,
                                e.otherLeadId(),
                                e.otherClaimant(),
                                e.otherClaimedAt(),
                                null));
            }
            case LeadEvent.ClaimArbitrated e -> claims(pen, on, e.winner().equals(e.leadId()), e.minutes());
            case LeadEvent.ProtectionLapsed e -> claims(pen, on, false, null);
            case LeadEvent.LeadCirculated e ->
                state(pen, on, LeadState.CIRCULATING, null, null, null, e.toPark(), e.toTeamName());
            case LeadEvent.CirculationAccepted e -> {
                pen.put(ItemKind.PARK, "", on, e.park());
                pen.put(ItemKind.OWNER, "", on, new Ownership(e.owner(), e.teamId(), e.teamName()));
                backFrom(pen, on, LeadState.CIRCULATING);
            }
            case LeadEvent.CirculationReturned e -> backFrom(pen, on, LeadState.CIRCULATING);
            case LeadEvent.LeadMerged e -> state(pen, on, LeadState.MERGED, null, null, e.intoLeadId(), null, null);
            case LeadEvent.LeadUnmerged e -> backFrom(pen, on, LeadState.MERGED);
            case LeadEvent.LeadArchived e -> state(pen, on, LeadState.ARCHIVED, e.cause(), null, null, null, null);
            case LeadEvent.LeadReopened e -> state(pen, on, LeadState.REGISTERED, null, null, null, null, null);
            case LeadEvent.VisitLogged e ->
                pen.replace(
                        ItemKind.VISIT, e.visitId(), on, Visit.of(e.visitId(), e.visit(), pen.entered(on), List.of()));
            case LeadEvent.VisitCorrected e -> {
                Visit known = pen.latest(ItemKind.VISIT, e.visitId(), Visit.class);
                Entered by = pen.corrected();
                pen.replace(
                        ItemKind.VISIT,
                        e.visitId(),
                        on,
                        Visit.of(
                                e.visitId(),
                                e.visit(),
                                known == null ? by : known.entered(),
                                known == null ? List.of() : before(known.superseded(by), known.earlier())));
            }
            case LeadEvent.VisitWithdrawn e -> {
                Item there = pen.peek(ItemKind.VISIT, e.visitId());
                Visit known = doc(there, Visit.class);
                if (known != null) {
                    pen.replace(ItemKind.VISIT, e.visitId(), there.latestFrom(), known.withdrawn(pen.corrected()));
                }
            }
            default -> {}
        }
    }

    private static void state(
            Pen pen,
            LocalDate on,
            LeadState state,
            Coded cause,
            String feedback,
            LeadId mergedInto,
            Coded circulatingTo,
            String toTeamName) {
        pen.put(
                ItemKind.LEAD_STATE,
                "",
                on,
                new LeadStanding(state, cause, feedback, mergedInto, circulatingTo, toTeamName, pen.entered(on)));
    }

    /** The state before the last one that matches goes on. */
    private static void backFrom(Pen pen, LocalDate on, LeadState left) {
        Item there = pen.peek(ItemKind.LEAD_STATE, "");
        LeadState before = there == null
                ? LeadState.REGISTERED
                : there.versions().stream()
                        .filter(version -> version.isKnown() && version.to() != null)
                        .map(version -> ((LeadStanding) version.doc()).state())
                        .filter(state -> state != left)
                        .reduce((earlier, later) -> later)
                        .orElse(LeadState.REGISTERED);
        state(pen, on, before, null, null, null, null, null);
    }

    private static void claims(Pen pen, LocalDate on, boolean standing, String minutes) {
        for (ClaimKind kind : ClaimKind.values()) {
            Claim known = pen.latest(ItemKind.CLAIM, kind, Claim.class);
            if (known != null) {
                pen.put(
                        ItemKind.CLAIM,
                        kind,
                        on,
                        new Claim(
                                known.kind(),
                                known.investorId(),
                                known.claimant(),
                                known.claimedAt(),
                                standing,
                                false,
                                known.otherLeadId(),
                                known.otherClaimant(),
                                known.otherClaimedAt(),
                                minutes));
            }
        }
    }

    private static void negotiation(NegotiationEvent event, Pen pen) {
        LocalDate on = event.occurredOn();
        switch (event) {
            case NegotiationEvent.NegotiationOpened e -> {
                pen.put(
                        ItemKind.TALKS,
                        "",
                        on,
                        new Opened(
                                e.negotiationId(),
                                on,
                                e.name(),
                                e.park(),
                                e.industry(),
                                e.gbt4754(),
                                e.estimatedInvestment(),
                                e.landNeed()));
                pen.put(ItemKind.TALKS_STAGE, "", on, new Stage(NegotiationStage.FIRST_CONTACT));
                status(pen, on, NegotiationStatus.ACTIVE, null, null);
                if (e.leadOfficer() != null) {
                    pen.put(
                            ItemKind.POST,
                            ProjectRole.LEAD_OFFICER,
                            on,
                            new Post(ProjectRole.LEAD_OFFICER, e.leadOfficer()));
                }
            }
            case NegotiationEvent.StageAdvanced e -> pen.put(ItemKind.TALKS_STAGE, "", on, new Stage(e.to()));
            case NegotiationEvent.StageReturned e -> pen.put(ItemKind.TALKS_STAGE, "", on, new Stage(e.to()));
            case NegotiationEvent.NegotiationShelved e ->
                status(pen, on, NegotiationStatus.SHELVED, e.lookAgainOn(), null);
            case NegotiationEvent.NegotiationResumed e -> {
                status(pen, on, NegotiationStatus.ACTIVE, null, null);
                pen.put(ItemKind.TALKS_STAGE, "", on, new Stage(e.stage()));
            }
            case NegotiationEvent.NegotiationTerminated e ->
                status(pen, on, NegotiationStatus.TERMINATED, null, e.cause());
            case NegotiationEvent.NegotiationReopened e -> {
                status(pen, on, NegotiationStatus.ACTIVE, null, null);
                pen.put(ItemKind.TALKS_STAGE, "", on, new Stage(e.stage()));
            }
            case NegotiationEvent.Appointed e ->
                pen.put(ItemKind.POST, post(e.role(), e.staffId()), on, new Post(e.role(), e.staffId()));
            case NegotiationEvent.Dismissed e -> pen.end(ItemKind.POST, post(e.role(), e.staffId()), on);
            case NegotiationEvent.PlanAdopted e ->
                pen.replace(
                        ItemKind.PLAN,
                        e.version(),
                        on,
                        new Plan(
                                e.version(), e.title(), e.text(), Visit.orEmpty(e.attachments()), on, pen.entered(on)));
            case NegotiationEvent.RoundLogged e ->
                pen.replace(
                        ItemKind.ROUND,
                        e.roundId(),
                        on,
                        Round.of(e.roundId(), e.number(), e.round(), e.carriedOver(), pen.entered(on), List.of()));
            case NegotiationEvent.RoundCorrected e -> {
                Round known = pen.latest(ItemKind.ROUND, e.roundId(), Round.class);
                Entered by = pen.corrected();
                pen.replace(
                        ItemKind.ROUND,
                        e.roundId(),
                        on,
                        known == null
                                ? Round.of(e.roundId(), 0, e.round(), List.of(), by, List.of())
                                : Round.of(
                                        e.roundId(),
                                        known.number(),
                                        e.round(),
                                        known.carriedOver(),
                                        known.entered(),
                                        before(known.superseded(by), known.earlier())));
            }
            case NegotiationEvent.TermsRevised e ->
                pen.replace(
                        ItemKind.TERMS,
                        e.version(),
                        on,
                        new TermsVersion(e.version(), e.terms(), e.note(), on, pen.entered(on), List.of()));
            case NegotiationEvent.AdmissionReviewRequested e -> {
                pen.replace(
                        ItemKind.REVIEW,
                        e.reviewId(),
                        on,
                        new Requested(e.reviewId(), e.termsVersion(), on, pen.entered(on), null));
                e.opinions()
                        .forEach(asked -> pen.put(
                                ItemKind.OPINION,
                                e.reviewId() + ":" + asked.topic(),
                                on,
                                new Opinion(
                                        asked.topic(),
                                        asked.body(),
                                        asked.dueOn(),
                                        null,
                                        null,
                                        List.of(),
                                        null,
                                        null,
                                        null)));
                pen.put(ItemKind.TALKS_STAGE, "", on, new Stage(NegotiationStage.IN_REVIEW));
            }
            case NegotiationEvent.OpinionGiven e ->
                opinion(pen, e.reviewId(), e.topic(), on, e.verdict(), e.text(), e.conditions(), pen.entered(on));
            case NegotiationEvent.OpinionCorrected e ->
                opinion(pen, e.reviewId(), e.topic(), on, e.verdict(), e.text(), e.conditions(), pen.corrected());
            case NegotiationEvent.VetoOverruled e ->
                pen.put(
                        ItemKind.OVERRULING,
                        e.reviewId() + ":" + e.topic(),
                        on,
                        new Overruling(e.body(), e.minutes(), on, pen.entered(on)));
            case NegotiationEvent.FairCompetitionReviewed e ->
                pen.put(
                        ItemKind.FAIR_COMPETITION,
                        e.termsVersion(),
                        on,
                        new FairCompetition(e.termsVersion(), e.body(), e.passed(), e.document(), on, pen.entered(on)));
            case NegotiationEvent.AdmissionDecided e ->
                pen.put(
                        ItemKind.DECISION,
                        e.reviewId(),
                        on,
                        new Decision(
                                e.outcome(),
                                e.termsVersion(),
                                Visit.orEmpty(e.gates()),
                                e.gatesVersion(),
                                Visit.orEmpty(e.conditions()),
                                e.minutes(),
                                e.expiresOn(),
                                on,
                                pen.entered(on),
                                false));
            case NegotiationEvent.ApprovalExpired e -> {
                Decision known = pen.latest(ItemKind.DECISION, e.reviewId(), Decision.class);
                if (known != null) {
                    pen.put(
                            ItemKind.DECISION,
                            e.reviewId(),
                            on,
                            new Decision(
                                    known.outcome(),
                                    known.termsVersion(),
                                    known.gates(),
                                    known.gatesVersion(),
                                    known.conditions(),
                                    known.minutes(),
                                    known.expiresOn(),
                                    known.decidedOn(),
                                    known.entered(),
                                    true));
                }
            }
            case NegotiationEvent.AdmissionReviewWithdrawn e -> {
                Requested known = pen.latest(ItemKind.REVIEW, e.reviewId(), Requested.class);
                if (known != null) {
                    pen.put(
                            ItemKind.REVIEW,
                            e.reviewId(),
                            on,
                            new Requested(
                                    known.reviewId(),
                                    known.termsVersion(),
                                    known.requestedOn(),
                                    known.entered(),
                                    pen.entered(on)));
                }
            }
            case NegotiationEvent.NegotiationSigned e -> {
                status(pen, on, NegotiationStatus.SIGNED, null, null);
                pen.put(ItemKind.TALKS_STAGE, "", on, new Stage(NegotiationStage.SIGNED));
            }
            default -> {}
        }
    }

    /** An opinion as given or as corrected; whom it was asked of and until when stays. */
    private static void opinion(
            Pen pen,
            ReviewId review,
            ReviewTopic topic,
            LocalDate on,
            OpinionVerdict verdict,
            String text,
            List<String> conditions,
            Entered entered) {
        String id = review + ":" + topic;
        Opinion asked = pen.latest(ItemKind.OPINION, id, Opinion.class);
        pen.put(
                ItemKind.OPINION,
                id,
                on,
                new Opinion(
                        topic,
                        asked == null ? null : asked.body(),
                        asked == null ? null : asked.dueOn(),
                        verdict,
                        text,
                        Visit.orEmpty(conditions),
                        on,
                        entered,
                        null));
    }

    private static void status(Pen pen, LocalDate on, NegotiationStatus status, LocalDate lookAgainOn, Coded cause) {
        pen.put(ItemKind.TALKS_STATUS, "", on, new TalksStatus(status, lookAgainOn, cause, pen.entered(on)));
    }

    /** Leader and lead officer are one each; members stand for themselves. */
    private static String post(ProjectRole role, Object staff) {
        return role == ProjectRole.MEMBER ? role + ":" + staff : role.name();
    }

    private static void signing(SigningEvent event, Pen pen) {
        LocalDate on = event.occurredOn();
        SigningId id = event.signingId();
        switch (event) {
            case SigningEvent.AgreementSigned e -> {
                pen.put(
                        ItemKind.AGREEMENT,
                        id,
                        on,
                        new Contract(
                                id,
                                e.kind(),
                                e.contractNo(),
                                on,
                                1,
                                Visit.orEmpty(e.parties()),
                                e.occasion(),
                                e.signedOnSite(),
                                e.newlyIntroduced(),
                                e.industry(),
                                e.park()));
                standing(pen, id, on, AgreementState.SIGNED, null);
                pen.put(ItemKind.CREDIT, id, on, new Ownership(e.owner(), null, null));
                version(
                        pen,
                        new AgreementVersion(
                                id,
                                1,
                                e.kind(),
                                Step.SIGNED,
                                e.contractNo(),
                                on,
                                e.terms(),
                                null,
                                Visit.orEmpty(e.attachments()),
                                pen.entered(on),
                                List.of(),
                                List.of()));
            }
            case SigningEvent.AgreementUpgraded e -> {
                Contract known = pen.latest(ItemKind.AGREEMENT, id, Contract.class);
                pen.put(
                        ItemKind.AGREEMENT,
                        id,
                        on,
                        new Contract(
                                id,
                                e.kind(),
                                e.contractNo(),
                                on,
                                e.version(),
                                Visit.orEmpty(e.parties()),
                                known == null ? null : known.occasion(),
                                e.signedOnSite(),
                                known != null && known.newlyIntroduced(),
                                known == null ? null : known.industry(),
                                e.park()));
                version(
                        pen,
                        new AgreementVersion(
                                id,
                                e.version(),
                                e.kind(),
                                Step.UPGRADED,
                                e.contractNo(),
                                on,
                                e.terms(),
                                null,
                                Visit.orEmpty(e.attachments()),
                                pen.entered(on),
                                List.of(),
                                List.of()));
            }
            case SigningEvent.AgreementAmended e -> {
                AgreementVersion before = versionBefore(pen, id, e.version());
                version(
                        pen,
                        new AgreementVersion(
                                id,
                                e.version(),
                                before == null ? null : before.kind(),
                                Step.AMENDED,
                                e.contractNo(),
                                on,
                                e.terms(),
                                null,
                                Visit.orEmpty(e.attachments()),
                                pen.entered(on),
                                List.of(),
                                List.of()));
                standing(pen, id, on, AgreementState.AMENDED, null);
            }
            case SigningEvent.CapitalIncreased e ->
                changed(pen, id, e.version(), Step.INCREASED, e.contractNo(), e.by(), e.totalInvestment(), on);
            case SigningEvent.CapitalDecreased e ->
                changed(pen, id, e.version(), Step.DECREASED, e.contractNo(), e.by(), e.totalInvestment(), on);
            case SigningEvent.AmountCorrected e -> {
                String item = id + ":" + e.version();
                AgreementVersion known = pen.latest(ItemKind.AGREEMENT_VERSION, item, AgreementVersion.class);
                if (known != null) {
                    AgreementTerms terms = known.terms();
                    pen.replace(
                            ItemKind.AGREEMENT_VERSION,
                            item,
                            known.on(),
                            with(
                                    known,
                                    known.on(),
                                    terms.withAmounts(
                                            e.totalInvestment(), e.fixedAssetInvestment(), e.foreignCapital()),
                                    known.contractNo(),
                                    before(
                                            new AmountsCorrection(
                                                    terms.totalInvestment(),
                                                    terms.fixedAssetInvestment(),
                                                    terms.foreignCapital(),
                                                    pen.corrected()),
                                            known.corrections())));
                }
            }
            case SigningEvent.AgreementCorrected e -> corrected(e, pen);
            case SigningEvent.AgreementRescinded e -> standing(pen, id, on, AgreementState.RESCINDED, e.cause());
            case SigningEvent.AgreementTerminated e -> standing(pen, id, on, AgreementState.TERMINATED, e.cause());
            case SigningEvent.AgreementFulfilled e -> standing(pen, id, on, AgreementState.FULFILLED, null);
            case SigningEvent.AgreementReinstated e -> pen.takeBack(ItemKind.AGREEMENT_STATE, id, on);
            case SigningEvent.SigningRecognised e ->
                pen.replace(
                        ItemKind.RECOGNITION,
                        id + ":" + e.body().code(),
                        on,
                        new Recognition(e.body(), e.amount(), on, pen.entered(on)));
            case SigningEvent.RecognitionWithdrawn e ->
                pen.takeBack(ItemKind.RECOGNITION, id + ":" + e.body().code(), on);
            case SigningEvent.CreditMoved e ->
                pen.put(ItemKind.CREDIT, id, on, new Ownership(e.owner(), e.teamId(), e.teamName()));
            case SigningEvent.CapitalArrived e ->
                pen.replace(
                        ItemKind.ARRIVAL,
                        e.entryId(),
                        on,
                        new CapitalEntry(
                                e.entryId(),
                                e.amount(),
                                on,
                                e.proof(),
                                Visit.orEmpty(e.attachments()),
                                pen.entered(on),
                                List.of()));
            case SigningEvent.ArrivedCapitalCorrected e ->
                entryCorrected(pen, ItemKind.ARRIVAL, e.entryId(), e.amount(), on);
            case SigningEvent.ForeignCapitalUsed e ->
                pen.replace(
                        ItemKind.FOREIGN,
                        e.entryId(),
                        on,
                        new CapitalEntry(
                                e.entryId(),
                                e.amount(),
                                on,
                                e.proof(),
                                Visit.orEmpty(e.attachments()),
                                pen.entered(on),
                                List.of()));
            case SigningEvent.ForeignCapitalCorrected e ->
                entryCorrected(pen, ItemKind.FOREIGN, e.entryId(), e.amount(), on);
            default -> {}
        }
    }

    private static void version(Pen pen, AgreementVersion version) {
        pen.replace(ItemKind.AGREEMENT_VERSION, version.signingId() + ":" + version.version(), version.on(), version);
    }

    private static AgreementVersion versionBefore(Pen pen, SigningId id, int version) {
        return pen.latest(ItemKind.AGREEMENT_VERSION, id + ":" + (version - 1), AgreementVersion.class);
    }

    private static void changed(
            Pen pen, SigningId id, int version, Step step, String contractNo, Money by, Money total, LocalDate on) {
        AgreementVersion before = versionBefore(pen, id, version);
        if (before != null) {
            AgreementTerms terms = before.terms();
            version(
                    pen,
                    new AgreementVersion(
                            id,
                            version,
                            before.kind(),
                            step,
                            contractNo,
                            on,
                            terms.withAmounts(total, terms.fixedAssetInvestment(), terms.foreignCapital()),
                            by,
                            List.of(),
                            pen.entered(on),
                            List.of(),
                            List.of()));
        }
        standing(pen, id, on, AgreementState.AMENDED, null);
    }

    /** The facts of the signature were entered wrongly: they, and the version that was signed, hold from the right day on. */
    private static void corrected(SigningEvent.AgreementCorrected e, Pen pen) {
        SigningId id = e.signingId();
        Item agreement = pen.peek(ItemKind.AGREEMENT, id);
        Contract known = doc(agreement, Contract.class);
        if (known == null) {
            return;
        }
        LocalDate wrong = agreement.latestFrom();
        if (!wrong.equals(e.signedOn())) {
            agreement.takeBack(wrong, pen.meta());
            Item standing = pen.peek(ItemKind.AGREEMENT_STATE, id);
            if (standing != null && known.signedVersion() == 1) {
                moved(pen, ItemKind.AGREEMENT_STATE, id, known.signedOn(), e.signedOn());
                moved(pen, ItemKind.CREDIT, id, known.signedOn(), e.signedOn());
            }
        }
        agreement.put(
                e.signedOn(),
                new Contract(
                        id,
                        known.kind(),
                        e.contractNo(),
                        e.signedOn(),
                        known.signedVersion(),
                        known.parties(),
                        e.occasion(),
                        e.signedOnSite(),
                        e.newlyIntroduced(),
                        e.industry(),
                        known.park()),
                pen.meta());
        String item = id + ":" + known.signedVersion();
        AgreementVersion signed = pen.latest(ItemKind.AGREEMENT_VERSION, item, AgreementVersion.class);
        if (signed != null) {
            pen.replace(
                    ItemKind.AGREEMENT_VERSION,
                    item,
                    e.signedOn(),
                    with(signed, e.signedOn(), signed.terms(), e.contractNo(), signed.corrections()));
        }
    }

    /** What began on the wrong day began on another. */
    private static void moved(Pen pen, ItemKind kind, Object id, LocalDate wrong, LocalDate right) {
        Item item = pen.item(kind, id);
        item.versions().stream()
                .filter(version -> version.isKnown() && version.from().equals(wrong))
                .findFirst()
                .map(Item.Version::doc)
                .ifPresent(doc -> {
                    item.takeBack(wrong, pen.meta());
                    item.put(right, doc, pen.meta());
                });
    }

    private static AgreementVersion with(
            AgreementVersion version,
            LocalDate on,
            AgreementTerms terms,
            String contractNo,
            List<AmountsCorrection> corrections) {
        return new AgreementVersion(
                version.signingId(),
                version.version(),
                version.kind(),
                version.step(),
                contractNo,
                on,
                terms,
                version.by(),
                version.attachments(),
                version.entered(),
                corrections,
                List.of());
    }

    private static void standing(Pen pen, SigningId id, LocalDate on, AgreementState state, Coded cause) {
        pen.put(ItemKind.AGREEMENT_STATE, id, on, new AgreementStanding(state, cause, pen.entered(on)));
    }

    private static void entryCorrected(Pen pen, ItemKind kind, Object id, Money amount, LocalDate on) {
        CapitalEntry known = pen.latest(kind, id, CapitalEntry.class);
        if (known != null) {
            pen.replace(
                    kind,
                    id,
                    on,
                    new CapitalEntry(
                            known.entryId(),
                            amount,
                            on,
                            known.proof(),
                            known.attachments(),
                            known.entered(),
                            before(new AmountCorrection(known.amount(), pen.corrected()), known.corrections())));
        }
    }

    private static void followUp(FollowUpEvent event, Pen pen) {
        LocalDate on = event.occurredOn();
        switch (event) {
            case FollowUpEvent.FollowUpOpened e -> {
                pen.put(ItemKind.FOLLOW_UP, "", on, new FollowUpFacts(e.followUpId(), e.signingId(), on));
                phases(pen, e, e.phases(), e.agreementVersion());
            }
            case FollowUpEvent.AgreedDatesRevised e -> phases(pen, e, e.phases(), e.agreementVersion());
            case FollowUpEvent.MilestoneReported e -> {
                Reached known = reached(pen, e.phase(), e.milestone());
                reached(
                        pen,
                        e.phase(),
                        e.milestone(),
                        on,
                        new Reached(
                                known.stand().reported(on),
                                known.agreedBy(),
                                known.annualRevenue(),
                                e.evidence(),
                                all(known.attachments(), e.attachments()),
                                pen.entered(on),
                                known.verified(),
                                known.recognised(),
                                known.skipped()));
            }
            case FollowUpEvent.MilestoneVerified e -> {
                Reached known = reached(pen, e.phase(), e.milestone());
                reached(
                        pen,
                        e.phase(),
                        e.milestone(),
                        on,
                        new Reached(
                                known.stand().verified(on),
                                known.agreedBy(),
                                known.annualRevenue(),
                                or(e.evidence(), known.evidence()),
                                all(known.attachments(), e.attachments()),
                                known.reported(),
                                pen.entered(on),
                                known.recognised(),
                                known.skipped()));
            }
            case FollowUpEvent.MilestoneRecognised e -> {
                Reached known = reached(pen, e.phase(), e.milestone());
                reached(
                        pen,
                        e.phase(),
                        e.milestone(),
                        on,
                        new Reached(
                                known.stand().recognised(on, e.outOfOrder()),
                                e.agreedBy(),
                                e.annualRevenue(),
                                or(e.evidence(), known.evidence()),
                                all(known.attachments(), e.attachments()),
                                known.reported(),
                                known.verified(),
                                pen.entered(on),
                                known.skipped()));
                pen.end(ItemKind.SUB_STATE, e.phase(), on);
            }
            case FollowUpEvent.MilestoneSkipped e -> {
                Reached known = reached(pen, e.phase(), e.milestone());
                reached(
                        pen,
                        e.phase(),
                        e.milestone(),
                        on,
                        new Reached(
                                known.stand().skipped(e.cause(), on),
                                known.agreedBy(),
                                known.annualRevenue(),
                                known.evidence(),
                                known.attachments(),
                                known.reported(),
                                known.verified(),
                                known.recognised(),
                                pen.entered(on)));
            }
            case FollowUpEvent.MilestoneWithdrawn e -> {
                Item item = pen.item(ItemKind.MILESTONE, e.phase() + ":" + e.milestone());
                if (item.latestFrom() != null) {
                    item.takeBack(item.latestFrom(), pen.meta());
                }
            }
            case FollowUpEvent.SubStateEntered e -> pen.put(ItemKind.SUB_STATE, e.phase(), on, new Sub(e.subState()));
            case FollowUpEvent.SubStateWithdrawn e -> pen.takeBack(ItemKind.SUB_STATE, e.phase(), on);
            case FollowUpEvent.PhaseSuspended e ->
                pen.put(ItemKind.SUSPENSION, e.phase(), on, new Suspension(e.cause(), e.clockRuns(), pen.entered(on)));
            case FollowUpEvent.PhaseResumed e -> pen.end(ItemKind.SUSPENSION, e.phase(), on);
            case FollowUpEvent.ProductionStopped e ->
                pen.put(ItemKind.STOP, e.phase(), on, new Stopped(e.cause(), pen.entered(on)));
            case FollowUpEvent.ProductionRestarted e -> pen.end(ItemKind.STOP, e.phase(), on);
            case FollowUpEvent.ScaleDropped e -> {
                pen.put(ItemKind.SCALE_DROP, e.phase(), on, new Stopped(null, pen.entered(on)));
                pen.end(ItemKind.MILESTONE, e.phase() + ":" + Milestone.SCALE_UP, on);
                pen.end(ItemKind.MILESTONE, e.phase() + ":" + Milestone.FULL_CAPACITY, on);
            }
            case FollowUpEvent.ScaleDropWithdrawn e -> {
                pen.takeBack(ItemKind.SCALE_DROP, e.phase(), on);
                pen.takeBack(ItemKind.MILESTONE, e.phase() + ":" + Milestone.SCALE_UP, on);
                pen.takeBack(ItemKind.MILESTONE, e.phase() + ":" + Milestone.FULL_CAPACITY, on);
            }
            case FollowUpEvent.CapacityDropped e ->
                pen.put(ItemKind.CAPACITY_DROP, e.phase(), on, new Stopped(null, pen.entered(on)));
            case FollowUpEvent.CapacityRegained e -> pen.end(ItemKind.CAPACITY_DROP, e.phase(), on);
            case FollowUpEvent.CapacityDropWithdrawn e -> pen.takeBack(ItemKind.CAPACITY_DROP, e.phase(), on);
            case FollowUpEvent.PhaseWithdrawn e ->
                pen.put(ItemKind.WITHDRAWAL, e.phase(), on, new Stopped(e.cause(), pen.entered(on)));
            case FollowUpEvent.PhaseReinstated e -> pen.end(ItemKind.WITHDRAWAL, e.phase(), on);
            case FollowUpEvent.StatisticalInclusionRecorded e ->
                pen.put(
                        ItemKind.INCLUSION,
                        e.phase(),
                        on,
                        new Inclusion(
                                e.libraryCode(),
                                e.reportingUnit(),
                                on,
                                e.evidence(),
                                e.attachments(),
                                pen.entered(on)));
            case FollowUpEvent.StatisticalInclusionWithdrawn e -> pen.takeBack(ItemKind.INCLUSION, e.phase(), on);
            case FollowUpEvent.ServiceAssigned e ->
                pen.put(ItemKind.SERVICE, e.role(), on, new Service(e.role(), e.staffId()));
            case FollowUpEvent.ElementPlanned e ->
                pen.put(ItemKind.ELEMENT_PLAN, e.element(), on, new ElementPlan(e.provider(), e.promisedOn()));
            case FollowUpEvent.ElementDelivered e ->
                pen.put(
                        ItemKind.ELEMENT,
                        e.element(),
                        on,
                        new Delivery(on, e.land(), e.disposalMethod(), e.evidence(), e.attachments()));
            case FollowUpEvent.ElementDeliveryWithdrawn e -> pen.takeBack(ItemKind.ELEMENT, e.element(), on);
            case FollowUpEvent.PermitChecklistChosen e ->
                pen.put(ItemKind.PERMIT_CHECKLIST, "", on, new PermitChecklist(e.projectType(), e.permits()));
            case FollowUpEvent.PermitApplied e ->
                pen.put(
                        ItemKind.PERMIT_APPLICATION,
                        e.permit().code(),
                        on,
                        new PermitApplication(e.permit(), on, e.dueOn(), e.legalDueOn()));
            case FollowUpEvent.PermitApplicationWithdrawn e -> {
                pen.takeBack(ItemKind.PERMIT_APPLICATION, e.permit().code(), on);
                if (pen.peek(ItemKind.MISSING_PAPERS, e.permit().code()) != null) {
                    pen.replace(ItemKind.MISSING_PAPERS, e.permit().code(), on, null);
                }
            }
            case FollowUpEvent.TolerantlyAccepted e ->
                pen.put(
                        ItemKind.MISSING_PAPERS,
                        e.permit().code(),
                        on,
                        new MissingPapers(e.missing(), e.promisedBy(), e.promisedOn(), on, null));
            case FollowUpEvent.MissingPapersHandedIn e ->
                pen.change(
                        ItemKind.MISSING_PAPERS,
                        e.permit().code(),
                        on,
                        MissingPapers.class,
                        known -> known.handedIn(on));
            case FollowUpEvent.PermitGranted e ->
                pen.put(
                        ItemKind.PERMIT,
                        e.permit().code(),
                        on,
                        new PermitGrant(e.permit(), e.number(), on, e.attachments()));
            case FollowUpEvent.PermitWithdrawn e ->
                pen.takeBack(ItemKind.PERMIT, e.permit().code(), on);
            case FollowUpEvent.MeetingHeld e -> {
                pen.put(
                        ItemKind.MEETING,
                        e.meetingId(),
                        on,
                        new Meeting(
                                e.meetingId(),
                                e.kind(),
                                on,
                                e.place(),
                                e.chair(),
                                e.ourPeople(),
                                e.units(),
                                e.agenda(),
                                e.ticketId(),
                                e.attachments(),
                                pen.entered(on),
                                List.of()));
                e.resolutions().forEach(one -> resolved(pen, e.meetingId(), one, on));
            }
            case FollowUpEvent.MeetingWithdrawn e -> pen.takeBack(ItemKind.MEETING, e.meetingId(), on);
            case FollowUpEvent.ResolutionAdded e -> resolved(pen, e.meetingId(), e.resolution(), on);
            case FollowUpEvent.ResolutionFulfilled e ->
                resolution(
                        pen,
                        e.meetingId(),
                        e.number(),
                        on,
                        known -> known.ended(
                                ResolutionState.FULFILLED, on, e.outcome(), e.attachments(), pen.entered(on)));
            case FollowUpEvent.ResolutionExtended e ->
                resolution(pen, e.meetingId(), e.number(), on, known -> known.extended(e.dueOn(), pen.entered(on)));
            case FollowUpEvent.ResolutionDropped e ->
                resolution(
                        pen,
                        e.meetingId(),
                        e.number(),
                        on,
                        known -> known.ended(ResolutionState.DROPPED, on, null, List.of(), pen.entered(on)));
            case FollowUpEvent.ResolutionReopened e ->
                resolution(
                        pen,
                        e.meetingId(),
                        e.number(),
                        on,
                        known -> known.ended(ResolutionState.OPEN, null, null, List.of(), pen.corrected()));
            case FollowUpEvent.DelayExplained e -> pen.put(ItemKind.DELAY, e.phase(), on, e.delay());
            case FollowUpEvent.DelayJustified e ->
                pen.change(ItemKind.DELAY, e.phase(), on, Delay.class, known -> known.quietUntil(e.quietUntil()));
            case FollowUpEvent.JustificationWithdrawn e ->
                pen.change(ItemKind.DELAY, e.phase(), on, Delay.class, known -> known.quietUntil(null));
            case FollowUpEvent.SchedulePlanned e ->
                pen.put(
                        ItemKind.SCHEDULE,
                        e.phase() + ":" + e.revision(),
                        on,
                        new SchedulePlan(
                                e.phase(),
                                e.revision(),
                                e.projectType(),
                                e.productionOn(),
                                e.steps(),
                                pen.entered(on)));
            case FollowUpEvent.StepProgressRecorded e ->
                pen.replace(
                        ItemKind.SCHEDULE_STEP,
                        e.phase() + ":" + e.step().code(),
                        e.startedOn() == null ? on : e.startedOn(),
                        new StepDates(e.startedOn(), e.finishedOn()));
            case FollowUpEvent.ActualsReported e ->
                actual(pen, on, new Actual(e.firstMonth(), e.lastMonth(), e.figures()));
            case FollowUpEvent.ActualsCorrected e ->
                actual(pen, on, new Actual(e.firstMonth(), e.lastMonth(), e.figures()));
            case FollowUpEvent.MonthlyReturnFiled e ->
                pen.replace(
                        ItemKind.MONTHLY_RETURN,
                        e.phase() + ":" + e.month(),
                        on,
                        new Return(e.phase(), e.month(), e.figures(), on, pen.entered(on), List.of()));
            case FollowUpEvent.MonthlyReturnCorrected e -> {
                String id = e.phase() + ":" + e.month();
                Return known = pen.latest(ItemKind.MONTHLY_RETURN, id, Return.class);
                MonthlyReturn before = known == null ? null : known.figures();
                pen.replace(
                        ItemKind.MONTHLY_RETURN,
                        id,
                        on,
                        new Return(
                                e.phase(),
                                e.month(),
                                e.figures(),
                                on,
                                known == null ? pen.corrected() : known.entered(),
                                known == null
                                        ? List.of()
                                        : before(new ReturnCorrection(before, pen.corrected()), known.corrections())));
            }
            default -> {}
        }
    }

    private static void resolved(Pen pen, MeetingId meeting, Resolution resolution, LocalDate on) {
        pen.put(
                ItemKind.RESOLUTION,
                meeting + ":" + resolution.number(),
                on,
                Resolved.opened(meeting, resolution, pen.entered(on)));
    }

    private static void resolution(
            Pen pen, MeetingId meeting, int number, LocalDate on, UnaryOperator<Resolved> change) {
        pen.change(ItemKind.RESOLUTION, meeting + ":" + number, on, Resolved.class, change);
    }

    private static void actual(Pen pen, LocalDate on, Actual actual) {
        pen.replace(ItemKind.ACTUALS, actual.firstMonth(), on, actual);
    }

    private static void phases(Pen pen, FollowUpEvent event, List<AgreedPhase> phases, int agreementVersion) {
        for (int i = 0; i < phases.size(); i++) {
            AgreedPhase agreed = phases.get(i);
            pen.put(
                    ItemKind.PHASE,
                    agreed.name(),
                    event.occurredOn(),
                    new PhaseAgreed(event.followUpId(), agreed, agreementVersion, i));
        }
    }

    private static Reached reached(Pen pen, String phase, Milestone milestone) {
        Reached known = pen.latest(ItemKind.MILESTONE, phase + ":" + milestone, Reached.class);
        return known == null
                ? new Reached(MilestoneStand.NOTHING, null, null, null, List.of(), null, null, null, null)
                : known;
    }

    /**
     * The whole of what stands is one value from its earliest day on; a page that looks at a day before one of its later dates
     * leaves that date out. What scale was lost from stays what it was.
     */
    private static void reached(Pen pen, String phase, Milestone milestone, LocalDate on, Reached reached) {
        Item item = pen.item(ItemKind.MILESTONE, phase + ":" + milestone);
        LocalDate since = item.latestFrom();
        if (since != null && since.isAfter(on)) {
            item.takeBack(since, pen.meta());
        }
        item.put(since == null || since.isAfter(on) ? on : since, reached, pen.meta());
    }

    private static <T> List<T> before(T latest, List<T> earlier) {
        List<T> all = new ArrayList<>();
        all.add(latest);
        all.addAll(Visit.orEmpty(earlier));
        return all;
    }

    private static <T> List<T> all(List<T> known, List<T> more) {
        List<T> all = new ArrayList<>(Visit.orEmpty(known));
        Visit.orEmpty(more).stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    private static String or(String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    private static <T> T doc(Item item, Class<T> type) {
        return item == null ? null : type.cast(item.latest());
    }
}
