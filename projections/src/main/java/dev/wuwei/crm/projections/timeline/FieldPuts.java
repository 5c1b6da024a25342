package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.calendar.CalendarEvent;
import dev.wuwei.crm.counting.CountingEvent;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.TotalsCheckEvent;
import dev.wuwei.crm.dictionary.DictionaryEvent;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.MeetingId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthEvent;
import dev.wuwei.crm.followup.Resolution;
import dev.wuwei.crm.followup.ResolutionState;
import dev.wuwei.crm.investor.InvestorEvent;
import dev.wuwei.crm.lead.ClaimKind;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadState;
import dev.wuwei.crm.lookback.CampaignEvent;
import dev.wuwei.crm.lookback.CampaignState;
import dev.wuwei.crm.lookback.RectificationId;
import dev.wuwei.crm.lookback.ReviewEvent;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.NegotiationStatus;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.publication.PublicationEvent;
import dev.wuwei.crm.reminder.ReminderEvent;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DayRange;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.signing.AgreementState;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.staff.SavedViewEvent;
import dev.wuwei.crm.staff.StaffEvent;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.target.ScorecardEvent;
import dev.wuwei.crm.target.TargetEvent;
import dev.wuwei.crm.target.TargetValue;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.TicketEvent;
import dev.wuwei.crm.ticket.TicketState;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Which thing an event speaks of, and what it says of it beyond its own components: most events stand for themselves, a few
 * move a state that they do not name, or name a date by what happened on it.
 */
final class FieldPuts {
    private static final String ITSELF = "";

    private FieldPuts() {}

    static FieldPut of(DomainEvent event) {
        return switch (event) {
            case LeadEvent lead -> lead(lead);
            case NegotiationEvent negotiation -> negotiation(negotiation);
            case SigningEvent signing -> signing(signing);
            case CommitmentEvent commitment -> commitment(commitment);
            case FollowUpEvent followUp -> followUp(followUp);
            case InvestorEvent investor -> investor(investor);
            case StaffEvent staff -> staff(staff);
            case TicketEvent ticket -> ticket(ticket);
            case CampaignEvent campaign -> campaign(campaign);
            case ReviewEvent review -> review(review);
            case PublicationEvent publication -> publication(publication);
            case TargetEvent target -> target(target);
            case ScorecardEvent card -> scorecard(card);
            case CountingEvent counting -> counting(counting);
            case DictionaryEvent dictionary -> dictionary(dictionary);
            case StandardEvent standard -> standard(standard);
            case CalendarEvent calendar -> calendar(calendar);
            case TotalsCheckEvent.TotalsChecked checked ->
                FieldPut.on(ITSELF).all(checked, "checkId", "policies", "differences");
            case MonthEvent month -> FieldPut.on(ITSELF).all((Record) month, "closeId");
            case SavedViewEvent.ViewSaved saved ->
                FieldPut.on("view:" + saved.page() + "|" + saved.name()).all(saved, "viewsId", "staffId");
            case SavedViewEvent.ViewDropped dropped ->
                FieldPut.on("view:" + dropped.page() + "|" + dropped.name()).gone();
            case ReminderEvent reminder -> FieldPut.on(ITSELF).all((Record) reminder, "reminderId", "settingsId");
            default -> FieldPut.on(ITSELF).all((Record) event);
        };
    }

    private static FieldPut lead(LeadEvent event) {
        FieldPut itself = FieldPut.on(ITSELF);
        return switch (event) {
            case LeadEvent.LeadRegistered e -> itself.all(e).with("state", LeadState.REGISTERED);
            case LeadEvent.LeadRevised e -> itself.all(e);
            case LeadEvent.LeadAssigned e -> itself.all(e, "previousOwner");
            case LeadEvent.LeadResponded e ->
                itself.all(e, "summary").with("response", e.summary()).with("state", LeadState.RESPONDED);
            case LeadEvent.LeadJudged e -> itself.all(e).with("state", LeadState.JUDGED);
            case LeadEvent.LeadDeclined e -> itself.all(e).with("state", LeadState.DECLINED);
            case LeadEvent.LeadAdopted e -> itself.all(e).with("state", LeadState.ADOPTED);
            case LeadEvent.LeadPooled e -> itself.with("owner", null).with("state", LeadState.POOLED);
            case LeadEvent.LeadDrawnFromPool e -> itself.all(e).with("state", LeadState.REGISTERED);
            case LeadEvent.FirstReportClaimed e ->
                claim(e.kind()).all(e, "kind").with("investorId", e.investorId());
            case LeadEvent.ArbitrationOpened e -> claim(e.kind()).all(e, "kind").with("arbitration", Boolean.TRUE);
            case LeadEvent.ClaimArbitrated e -> FieldPut.on("arbitration").all(e);
            case LeadEvent.ProtectionLapsed e -> FieldPut.on("protection").with("protected", Boolean.FALSE);
            case LeadEvent.LeadCirculated e ->
                itself.with("circulatingTo", e.toPark())
                        .with("toTeamName", e.toTeamName())
                        .with("state", LeadState.CIRCULATING);
            case LeadEvent.CirculationAccepted e ->
                itself.all(e)
                        .with("circulatingTo", null)
                        .with("toTeamName", null)
                        .with("state", LeadState.REGISTERED);
            case LeadEvent.CirculationReturned e ->
                itself.with("circulatingTo", null).with("toTeamName", null).with("state", LeadState.REGISTERED);
            case LeadEvent.LeadMerged e ->
                itself.with("mergedInto", e.intoLeadId()).with("state", LeadState.MERGED);
            case LeadEvent.LeadUnmerged e -> itself.with("mergedInto", null).with("state", LeadState.REGISTERED);
            case LeadEvent.LeadArchived e -> itself.all(e).with("state", LeadState.ARCHIVED);
            case LeadEvent.LeadReopened e -> itself.all(e).with("cause", null).with("state", LeadState.REGISTERED);
            case LeadEvent.ClockMoved e ->
                itself.with(
                        switch (e.clock()) {
                            case RESPOND -> "respondBy";
                            case JUDGE -> "judgeBy";
                            case FEEDBACK -> "feedbackBy";
                        },
                        e.dueOn());
            case LeadEvent.VisitLogged e ->
                visit(e.visitId().toString()).all(e, "visitId").with("occurredOn", e.occurredOn());
            case LeadEvent.VisitCorrected e ->
                visit(e.visitId().toString()).all(e, "visitId").with("occurredOn", e.occurredOn());
            case LeadEvent.VisitWithdrawn e -> visit(e.visitId().toString()).gone();
            default -> itself.all((Record) event);
        };
    }

    private static FieldPut claim(ClaimKind kind) {
        return FieldPut.on("claim:" + kind);
    }

    private static FieldPut visit(String id) {
        return FieldPut.on("visit:" + id);
    }

    private static FieldPut negotiation(NegotiationEvent event) {
        FieldPut itself = FieldPut.on(ITSELF);
        return switch (event) {
            case NegotiationEvent.NegotiationOpened e ->
                itself.all(e)
                        .with("investorId", e.investorId())
                        .with("status", NegotiationStatus.ACTIVE)
                        .with("stage", NegotiationStage.FIRST_CONTACT);
            case NegotiationEvent.StageAdvanced e -> itself.with("stage", e.to());
            case NegotiationEvent.StageReturned e -> itself.with("stage", e.to());
            case NegotiationEvent.NegotiationShelved e -> itself.all(e).with("status", NegotiationStatus.SHELVED);
            case NegotiationEvent.NegotiationResumed e ->
                itself.all(e).with("lookAgainOn", null).with("status", NegotiationStatus.ACTIVE);
            case NegotiationEvent.NegotiationTerminated e -> itself.all(e).with("status", NegotiationStatus.TERMINATED);
            case NegotiationEvent.NegotiationReopened e ->
                itself.all(e).with("cause", null).with("status", NegotiationStatus.ACTIVE);
            case NegotiationEvent.Appointed e ->
                post(e.role(), e.staffId()).with("appointed", e.role().name(), e.staffId());
            case NegotiationEvent.Dismissed e ->
                post(e.role(), e.staffId()).with("appointed", e.role().name(), null);
            case NegotiationEvent.PlanAdopted e -> FieldPut.on("plan").all(e);
            case NegotiationEvent.RoundLogged e ->
                FieldPut.on("round:" + e.roundId()).all(e, "roundId").with("occurredOn", e.occurredOn());
            case NegotiationEvent.RoundCorrected e ->
                FieldPut.on("round:" + e.roundId()).all(e, "roundId").with("occurredOn", e.occurredOn());
            case NegotiationEvent.TermsRevised e -> FieldPut.on("terms").all(e);
            case NegotiationEvent.AdmissionReviewRequested e ->
                FieldPut.on("review:" + e.reviewId()).all(e, "reviewId");
            case NegotiationEvent.OpinionGiven e ->
                FieldPut.on("opinion:" + e.reviewId() + ":" + e.topic()).all(e, "reviewId", "topic");
            case NegotiationEvent.OpinionCorrected e ->
                FieldPut.on("opinion:" + e.reviewId() + ":" + e.topic()).all(e, "reviewId", "topic");
            case NegotiationEvent.AdmissionReviewWithdrawn e ->
                FieldPut.on("review:" + e.reviewId()).with("withdrawn", Boolean.TRUE);
            case NegotiationEvent.VetoOverruled e ->
                FieldPut.on("overruling:" + e.reviewId() + ":" + e.topic()).all(e, "reviewId", "topic");
            case NegotiationEvent.FairCompetitionReviewed e ->
                FieldPut.on("fair-competition").all(e);
            case NegotiationEvent.AdmissionDecided e ->
                FieldPut.on("decision:" + e.reviewId()).all(e, "reviewId");
            case NegotiationEvent.ApprovalExpired e ->
                FieldPut.on("decision:" + e.reviewId()).with("expired", Boolean.TRUE);
            case NegotiationEvent.NegotiationSigned e ->
                itself.with("status", NegotiationStatus.SIGNED).with("stage", NegotiationStage.SIGNED);
            default -> itself.all((Record) event);
        };
    }

    /** Leader and lead officer are one each, so the new one stands against the one before; members come and go. */
    private static FieldPut post(ProjectRole role, StaffId staff) {
        return FieldPut.on(role == ProjectRole.MEMBER ? "post:" + role + ":" + staff : "post:" + role);
    }

    private static FieldPut signing(SigningEvent event) {
        FieldPut itself = FieldPut.on(ITSELF);
        return switch (event) {
            case SigningEvent.AgreementSigned e ->
                itself.all(e, "negotiationId")
                        .with("version", 1)
                        .with("signedOn", e.occurredOn())
                        .with("state", AgreementState.SIGNED);
            case SigningEvent.AgreementUpgraded e -> itself.all(e, "from").with("signedOn", e.occurredOn());
            case SigningEvent.AgreementAmended e -> amended(itself.all(e, "contractNo"), e.contractNo());
            case SigningEvent.CapitalIncreased e -> amended(itself.all(e, "by", "contractNo"), e.contractNo());
            case SigningEvent.CapitalDecreased e -> amended(itself.all(e, "by", "contractNo"), e.contractNo());
            case SigningEvent.AmountCorrected e -> itself.all(e, "version");
            case SigningEvent.AgreementCorrected e -> itself.all(e);
            case SigningEvent.AgreementRescinded e -> itself.all(e).with("state", AgreementState.RESCINDED);
            case SigningEvent.AgreementTerminated e -> itself.all(e).with("state", AgreementState.TERMINATED);
            case SigningEvent.AgreementFulfilled e -> itself.with("state", AgreementState.FULFILLED);
            case SigningEvent.AgreementReinstated e -> itself.all(e).with("cause", null);
            case SigningEvent.SigningRecognised e ->
                FieldPut.on("recognition:" + e.body().code()).all(e);
            case SigningEvent.RecognitionWithdrawn e ->
                FieldPut.on("recognition:" + e.body().code()).gone();
            case SigningEvent.CreditMoved e -> FieldPut.on("credit").all(e);
            case SigningEvent.CapitalArrived e ->
                FieldPut.on("arrival:" + e.entryId()).all(e, "entryId");
            case SigningEvent.ArrivedCapitalCorrected e ->
                FieldPut.on("arrival:" + e.entryId()).with("amount", e.amount());
            case SigningEvent.ForeignCapitalUsed e ->
                FieldPut.on("foreign:" + e.entryId()).all(e, "entryId");
            case SigningEvent.ForeignCapitalCorrected e ->
                FieldPut.on("foreign:" + e.entryId()).with("amount", e.amount());
            default -> itself.all((Record) event);
        };
    }

    private static FieldPut commitment(CommitmentEvent event) {
        return switch (event) {
            case CommitmentEvent.CommitmentAssessed e ->
                FieldPut.on("assessment:" + e.entryId()).all(e, "entryId");
            case CommitmentEvent.AssessmentWithdrawn e ->
                FieldPut.on("assessment:" + e.entryId()).gone();
            case CommitmentEvent.CommitmentWaived e ->
                FieldPut.on("waiver:" + e.clause()).all(e);
            case CommitmentEvent.WaiverWithdrawn e ->
                FieldPut.on("waiver:" + e.clause()).gone();
            case CommitmentEvent.RectificationOrdered e ->
                FieldPut.on("rectification:" + e.clause()).all(e);
            case CommitmentEvent.RectificationWithdrawn e ->
                FieldPut.on("rectification:" + e.clause()).gone();
            case CommitmentEvent.PromiseAdvanced e ->
                FieldPut.on("promise:" + e.clause()).all(e);
            case CommitmentEvent.PromiseStepWithdrawn e ->
                FieldPut.on("promise:" + e.clause()).gone();
            case CommitmentEvent.PromisePaid e ->
                FieldPut.on("payment:" + e.entryId()).all(e, "entryId");
            case CommitmentEvent.PromisePaymentCorrected e ->
                FieldPut.on("payment:" + e.entryId()).with("amount", e.amount());
        };
    }

    /** A list is told by how long it is. */
    private static FieldPut campaign(CampaignEvent event) {
        FieldPut itself = FieldPut.on(ITSELF);
        return switch (event) {
            case CampaignEvent.ScopeFrozen e ->
                itself.with("state", CampaignState.SCOPED)
                        .with("projectCount", e.projects().size());
            case CampaignEvent.DataPulled e -> itself.with("state", CampaignState.DATA_PULLED);
            case CampaignEvent.CampaignPlanned e -> itself.all(e, "campaignId", "reviewers");
            case CampaignEvent.PlanRevised e -> itself.all(e, "campaignId", "reviewers");
            case CampaignEvent.ReviewersChanged e -> itself;
            case CampaignEvent.CampaignRescheduled e -> itself.with("finishBy", e.finishBy());
            case CampaignEvent.CampaignClosed e -> itself.all(e, "campaignId").with("state", CampaignState.CLOSED);
        };
    }

    private static FieldPut target(TargetEvent event) {
        return switch (event) {
            case TargetEvent.TargetSet e ->
                valued(e.value(), e.basis())
                        .with("targetMeasure", e.measure())
                        .with("scopeKind", e.scope().kind())
                        .with("park", e.scope().park())
                        .with("teamName", e.scope().teamName())
                        .with("targetPerson", e.scope().staffId())
                        .with("periodFrom", e.period().from())
                        .with("periodTo", e.period().to());
            case TargetEvent.TargetRevised e -> valued(e.value(), e.basis());
            case TargetEvent.TargetWithdrawn e -> FieldPut.on(ITSELF).with("withdrawn", Boolean.TRUE);
        };
    }

    private static FieldPut valued(TargetValue value, String basis) {
        return FieldPut.on(ITSELF)
                .with("targetCount", value.count())
                .with("targetAmount", value.amount())
                .with("targetLand", value.land())
                .with("basis", basis);
    }

    /** A list is told by how long it is. */
    private static FieldPut scorecard(ScorecardEvent event) {
        return switch (event) {
            case ScorecardEvent.ScorecardDefined e ->
                FieldPut.on(ITSELF)
                        .all(e, "scorecardId", "items")
                        .with("version", 1)
                        .with("itemCount", e.items().size());
            case ScorecardEvent.ScorecardRevised e ->
                FieldPut.on(ITSELF)
                        .all(e, "scorecardId", "items")
                        .with("itemCount", e.items().size());
            case ScorecardEvent.ScorecardRepealed e -> FieldPut.on(ITSELF).with("withdrawn", Boolean.TRUE);
        };
    }

    /** What is left out is told by its names. */
    private static FieldPut dictionary(DictionaryEvent event) {
        FieldPut entry = FieldPut.on("entry:" + event.entry().code());
        return switch (event) {
            case DictionaryEvent.EntryAdded e ->
                entry.with("name", e.entry().name()).with("parent", e.parent());
            case DictionaryEvent.EntryRenamed e -> entry.with("name", e.name());
            case DictionaryEvent.EntryMoved e -> entry.with("parent", e.parent());
            case DictionaryEvent.EntryMerged e ->
                entry.with("closed", Boolean.TRUE).with("into", e.into());
            case DictionaryEvent.EntryRetired e -> entry.with("closed", Boolean.TRUE);
            case DictionaryEvent.EntryReopened e ->
                entry.with("closed", Boolean.FALSE).with("into", null);
        };
    }

    private static FieldPut standard(StandardEvent event) {
        FieldPut standard = FieldPut.on("standard:" + event.standard());
        return switch (event) {
            case StandardEvent.StandardAdopted e ->
                standard.with("limit", e.limit()).with("holdsFrom", e.from());
            case StandardEvent.StandardWithdrawn e ->
                standard.with("limit", e.again()).with("holdsFrom", null);
        };
    }

    private static FieldPut calendar(CalendarEvent event) {
        List<String> free = ranges(event.free());
        List<String> work = ranges(event.work());
        FieldPut days = FieldPut.on("days:" + event.from() + free + work);
        return switch (event) {
            case CalendarEvent.CalendarAdopted e ->
                days.with("free", free).with("work", work).with("holdsFrom", e.from());
            case CalendarEvent.CalendarWithdrawn e -> days.gone();
        };
    }

    private static List<String> ranges(List<LocalDate> days) {
        return DayRange.of(days).stream().map(DayRange::toString).toList();
    }

    private static FieldPut counting(CountingEvent event) {
        return switch (event) {
            case CountingEvent.CountingPolicyDefined e -> rules(e, e.rules());
            case CountingEvent.CountingPolicyRevised e -> rules(e, e.rules());
            case CountingEvent.CountingPolicyAdopted e ->
                FieldPut.on(ITSELF).all(e, "policyId", "from").with("holdsFrom", e.from());
            case CountingEvent.CountingPolicyRetired e ->
                FieldPut.on(ITSELF).all(e, "policyId", "from").with("retiredFrom", e.from());
        };
    }

    private static FieldPut rules(CountingEvent event, CountingRules rules) {
        FieldPut put =
                FieldPut.on(ITSELF).all((Record) event, "policyId", "rules").all(rules, "kinds", "exclusions", "bands");
        for (CountingRules.Exclusion exclusion : rules.exclusions()) {
            put = put.with("exclusions", exclusion.code(), exclusion.name());
        }
        return put;
    }

    /** The figures are a document of their own and no field. */
    private static FieldPut publication(PublicationEvent event) {
        return switch (event) {
            case PublicationEvent.ReportPublished e ->
                FieldPut.on(ITSELF).all(e, "publicationId", "lines", "breakdowns", "position", "knownAt", "digest");
            case PublicationEvent.OutsideFigureRecorded e ->
                FieldPut.on("figure:" + e.figureId()).all(e, "publicationId", "figureId", "line");
            case PublicationEvent.OutsideFigureWithdrawn e ->
                FieldPut.on("figure:" + e.figureId()).gone();
            case PublicationEvent.PublicationAnnotated e -> FieldPut.on(ITSELF).with("note", e.note());
            case PublicationEvent.PublicationWithdrawn e -> FieldPut.on(ITSELF);
        };
    }

    /** The sheet is a document of its own and no field. */
    private static FieldPut review(ReviewEvent event) {
        return switch (event) {
            case ReviewEvent.ReviewOpened e ->
                FieldPut.on(ITSELF).with("campaign", e.campaign()).with("cutOff", e.cutOff());
            case ReviewEvent.RectificationDemanded e -> rectification(e.rectificationId(), e);
            case ReviewEvent.RectificationRescheduled e ->
                FieldPut.on("rectification:" + e.rectificationId()).with("deadline", e.deadline());
            case ReviewEvent.RectificationReported e -> rectification(e.rectificationId(), e);
            case ReviewEvent.RectificationRechecked e -> rectification(e.rectificationId(), e);
            default -> FieldPut.on(ITSELF).all((Record) event, "campaignId", "reviewId");
        };
    }

    private static FieldPut rectification(RectificationId id, Record event) {
        return FieldPut.on("rectification:" + id).all(event, "campaignId", "reviewId", "rectificationId");
    }

    /** The agreement keeps its own number beside that of the supplementary one. */
    private static FieldPut amended(FieldPut agreement, String supplementaryNo) {
        return agreement.with("supplementaryNo", supplementaryNo).with("state", AgreementState.AMENDED);
    }

    private static FieldPut ticket(TicketEvent event) {
        FieldPut itself = FieldPut.on(ITSELF);
        return switch (event) {
            case TicketEvent.TicketRaised e ->
                itself.all(e, "leadId", "projectNo", "projectName").with("state", TicketState.RAISED);
            case TicketEvent.TicketCorrected e -> itself.all(e);
            case TicketEvent.TicketAssigned e ->
                itself.all(e, "previousHandler").with("state", TicketState.ASSIGNED);
            case TicketEvent.TicketSignedFor e -> itself.with("state", TicketState.SIGNED_FOR);
            case TicketEvent.HandlingLogged e -> itself.all(e).with("state", TicketState.HANDLING);
            case TicketEvent.TicketReplied e -> itself.all(e).with("state", TicketState.REPLIED);
            case TicketEvent.ReplyRejected e -> itself.all(e).with("state", TicketState.REJECTED);
            case TicketEvent.TicketConfirmed e -> itself.all(e).with("state", TicketState.CONFIRMED_BY_ENTERPRISE);
            case TicketEvent.TicketClosed e -> itself.all(e).with("state", TicketState.CLOSED);
            case TicketEvent.TicketReopened e -> itself.all(e).with("state", TicketState.REOPENED);
            case TicketEvent.TicketWithdrawn e -> itself.with("state", TicketState.WITHDRAWN);
            case TicketEvent.LimitMoved e -> {
                FieldPut moved = itself.with(
                        switch (e.state()) {
                            case RAISED, REOPENED -> "assignBy";
                            case ASSIGNED -> "signBy";
                            case REPLIED -> "confirmBy";
                            case CONFIRMED_BY_ENTERPRISE -> "closeBy";
                            case SIGNED_FOR, HANDLING, REJECTED, CLOSED, WITHDRAWN -> "replyBy";
                        },
                        e.dueOn());
                yield e.replyBy() == null ? moved : moved.with("replyBy", e.replyBy());
            }
            case TicketEvent.NoticeSent e -> notice(e.noticeId()).all(e, "noticeId");
            case TicketEvent.NoticeDelivered e ->
                FieldPut.on("delivery:" + e.noticeId() + ":" + e.recipient()).with("way", e.way());
            case TicketEvent.NoticeRead e ->
                FieldPut.on("delivery:" + e.noticeId() + ":" + e.recipient()).with("read", Boolean.TRUE);
            case TicketEvent.InterviewLogged e -> notice(e.noticeId()).all(e, "noticeId");
        };
    }

    private static FieldPut notice(NoticeId notice) {
        return FieldPut.on("notice:" + notice);
    }

    private static FieldPut element(ElementKind element) {
        return FieldPut.on("element:" + element);
    }

    private static FieldPut permit(Coded permit) {
        return FieldPut.on("permit:" + permit.code());
    }

    private static FieldPut meeting(MeetingId meeting) {
        return FieldPut.on("meeting:" + meeting);
    }

    private static FieldPut resolved(FieldPut put, Resolution resolution) {
        String number = String.valueOf(resolution.number());
        return put.with("resolution", number, resolution.text())
                .with("responsible", number, resolution.responsible())
                .with("dueOn", number, resolution.dueOn());
    }

    private static FieldPut actuals(YearMonth firstMonth) {
        return FieldPut.on("actuals:" + firstMonth);
    }

    private static FieldPut followUp(FollowUpEvent event) {
        return switch (event) {
            case FollowUpEvent.FollowUpOpened e -> FieldPut.on(ITSELF).all(e, "signingId");
            case FollowUpEvent.AgreedDatesRevised e -> FieldPut.on(ITSELF).all(e, "signingId");
            case FollowUpEvent.MilestoneReported e ->
                milestone(e.phase(), e.milestone(), "reported", e.occurredOn(), e.evidence());
            case FollowUpEvent.MilestoneVerified e ->
                milestone(e.phase(), e.milestone(), "verified", e.occurredOn(), e.evidence());
            case FollowUpEvent.MilestoneRecognised e ->
                milestone(e.phase(), e.milestone(), "recognised", e.occurredOn(), e.evidence())
                        .with("annualRevenue", e.milestone().name(), e.annualRevenue())
                        .with("outOfOrder", e.milestone().name(), e.outOfOrder() ? Boolean.TRUE : null);
            case FollowUpEvent.MilestoneWithdrawn e ->
                phase(e.phase()).gone(e.milestone().name());
            case FollowUpEvent.MilestoneSkipped e ->
                phase(e.phase())
                        .with("skipped", e.milestone().name(), e.cause())
                        .with("skippedOn", e.milestone().name(), e.occurredOn());
            case FollowUpEvent.ElementPlanned e -> element(e.element()).all(e, "element");
            case FollowUpEvent.ElementDelivered e ->
                element(e.element()).all(e, "element").with("deliveredOn", e.occurredOn());
            case FollowUpEvent.ElementDeliveryWithdrawn e ->
                element(e.element())
                        .with("deliveredOn", null)
                        .with("land", null)
                        .with("disposalMethod", null)
                        .with("evidence", null)
                        .with("attachments", null);
            case FollowUpEvent.PermitChecklistChosen e ->
                FieldPut.on(ITSELF).with("projectType", e.projectType()).with("checklistVersion", e.checklistVersion());
            case FollowUpEvent.PermitApplied e ->
                permit(e.permit())
                        .with("permit", e.permit())
                        .with("appliedOn", e.occurredOn())
                        .with("dueOn", e.dueOn())
                        .with("legalDueOn", e.legalDueOn());
            case FollowUpEvent.PermitApplicationWithdrawn e ->
                permit(e.permit()).gone();
            case FollowUpEvent.TolerantlyAccepted e ->
                permit(e.permit())
                        .with("missing", e.missing())
                        .with("promisedBy", e.promisedBy())
                        .with("promisedOn", e.promisedOn())
                        .with("handedInOn", null);
            case FollowUpEvent.MissingPapersHandedIn e -> permit(e.permit()).with("handedInOn", e.occurredOn());
            case FollowUpEvent.PermitGranted e -> permit(e.permit()).all(e).with("grantedOn", e.occurredOn());
            case FollowUpEvent.PermitWithdrawn e ->
                permit(e.permit()).with("grantedOn", null).with("number", null).with("attachments", null);
            case FollowUpEvent.MeetingHeld e -> {
                FieldPut put = meeting(e.meetingId()).all(e, "ticketId", "resolutions", "meetingId");
                e.resolutions().forEach(one -> resolved(put, one));
                yield put;
            }
            case FollowUpEvent.MeetingWithdrawn e -> meeting(e.meetingId()).gone();
            case FollowUpEvent.ResolutionAdded e -> resolved(meeting(e.meetingId()), e.resolution());
            case FollowUpEvent.ResolutionFulfilled e ->
                meeting(e.meetingId())
                        .with("resolutionState", String.valueOf(e.number()), ResolutionState.FULFILLED)
                        .with("outcome", String.valueOf(e.number()), e.outcome());
            case FollowUpEvent.ResolutionExtended e ->
                meeting(e.meetingId()).with("dueOn", String.valueOf(e.number()), e.dueOn());
            case FollowUpEvent.ResolutionDropped e ->
                meeting(e.meetingId()).with("resolutionState", String.valueOf(e.number()), ResolutionState.DROPPED);
            case FollowUpEvent.ResolutionReopened e ->
                meeting(e.meetingId())
                        .with("resolutionState", String.valueOf(e.number()), ResolutionState.OPEN)
                        .with("outcome", String.valueOf(e.number()), null);
            case FollowUpEvent.DelayExplained e ->
                phase(e.phase())
                        .with("delayCause", e.cause())
                        .with("explanation", e.explanation())
                        .with("delayOwner", e.owner())
                        .with("nextAction", e.nextAction())
                        .with("nextActionOn", e.nextActionOn())
                        .with("quietUntil", null);
            case FollowUpEvent.DelayJustified e -> phase(e.phase()).with("quietUntil", e.quietUntil());
            case FollowUpEvent.JustificationWithdrawn e -> phase(e.phase()).with("quietUntil", null);
            case FollowUpEvent.SchedulePlanned e ->
                phase(e.phase())
                        .with("projectType", e.projectType())
                        .with("productionOn", e.productionOn())
                        .with("templateVersion", e.templateVersion());
            case FollowUpEvent.StepProgressRecorded e ->
                FieldPut.on("step:" + e.phase() + ":" + e.step().code())
                        .with("scheduleStep", e.step())
                        .with("startedOn", e.startedOn())
                        .with("finishedOn", e.finishedOn());
            case FollowUpEvent.ActualsReported e -> actuals(e.firstMonth()).all(e);
            case FollowUpEvent.ActualsCorrected e -> actuals(e.firstMonth()).all(e);
            case FollowUpEvent.SubStateEntered e -> phase(e.phase()).with("subState", e.subState());
            case FollowUpEvent.SubStateWithdrawn e -> phase(e.phase()).with("subState", null);
            case FollowUpEvent.StatisticalInclusionRecorded e ->
                phase(e.phase())
                        .with("includedOn", e.occurredOn())
                        .with("libraryCode", e.libraryCode())
                        .with("reportingUnit", e.reportingUnit());
            case FollowUpEvent.StatisticalInclusionWithdrawn e ->
                phase(e.phase())
                        .with("includedOn", null)
                        .with("libraryCode", null)
                        .with("reportingUnit", null);
            case FollowUpEvent.PhaseReinstated e ->
                phase(e.phase()).with("withdrawn", Boolean.FALSE).with("cause", null);
            case FollowUpEvent.PhaseSuspended e ->
                phase(e.phase())
                        .with("suspended", Boolean.TRUE)
                        .with("cause", e.cause())
                        .with("clockRuns", e.clockRuns());
            case FollowUpEvent.PhaseResumed e ->
                phase(e.phase())
                        .with("suspended", Boolean.FALSE)
                        .with("cause", null)
                        .with("clockRuns", null);
            case FollowUpEvent.ProductionStopped e ->
                phase(e.phase()).with("productionStopped", Boolean.TRUE).with("cause", e.cause());
            case FollowUpEvent.ProductionRestarted e ->
                phase(e.phase()).with("productionStopped", Boolean.FALSE).with("cause", null);
            case FollowUpEvent.ScaleDropped e -> phase(e.phase()).with("scaleDropped", e.occurredOn());
            case FollowUpEvent.CapacityDropped e -> phase(e.phase()).with("capacityDropped", e.occurredOn());
            case FollowUpEvent.CapacityRegained e -> phase(e.phase()).with("capacityDropped", null);
            case FollowUpEvent.CapacityDropWithdrawn e -> phase(e.phase()).with("capacityDropped", null);
            case FollowUpEvent.ScaleDropWithdrawn e -> phase(e.phase()).with("scaleDropped", null);
            case FollowUpEvent.PhaseWithdrawn e ->
                phase(e.phase()).with("withdrawn", Boolean.TRUE).with("cause", e.cause());
            case FollowUpEvent.ServiceAssigned e ->
                FieldPut.on("service").with("service", e.role().name(), e.staffId());
            case FollowUpEvent.MonthlyReturnFiled e ->
                FieldPut.on("return:" + e.phase() + ":" + e.month()).all(e);
            case FollowUpEvent.MonthlyReturnCorrected e ->
                FieldPut.on("return:" + e.phase() + ":" + e.month()).all(e);
            default -> FieldPut.on(ITSELF).all((Record) event);
        };
    }

    private static FieldPut phase(String name) {
        return FieldPut.on("phase:" + name);
    }

    private static FieldPut milestone(String phase, Milestone milestone, String step, LocalDate on, String evidence) {
        return phase(phase).with(step + "On", milestone.name(), on).with(step + "Evidence", milestone.name(), evidence);
    }

    private static FieldPut investor(InvestorEvent event) {
        FieldPut itself = FieldPut.on(ITSELF);
        return switch (event) {
            case InvestorEvent.InvestorRegistered e -> itself.all(e);
            case InvestorEvent.InvestorRenamed e -> itself.all(e, "formerName");
            case InvestorEvent.InvestorCorrected e -> itself.all(e);
            case InvestorEvent.CreditCodeAssigned e -> itself.all(e);
            case InvestorEvent.ContactAdded e ->
                FieldPut.on("contact:" + e.personId()).all(e);
            case InvestorEvent.ContactChanged e ->
                FieldPut.on("contact:" + e.personId()).all(e);
            case InvestorEvent.ContactRemoved e ->
                FieldPut.on("contact:" + e.personId()).with("removed", Boolean.TRUE);
            case InvestorEvent.ContactErased e ->
                FieldPut.on("contact:" + e.personId()).with("erased", Boolean.TRUE);
            case InvestorEvent.InvestorMerged e -> itself.with("mergedInto", e.intoInvestorId());
            case InvestorEvent.InvestorUnmerged e -> itself.with("mergedInto", null);
            default -> itself.all((Record) event);
        };
    }

    private static FieldPut staff(StaffEvent event) {
        return switch (event) {
            case StaffEvent.AccountLocked e -> FieldPut.on(ITSELF).with("locked", Boolean.TRUE);
            case StaffEvent.AccountUnlocked e -> FieldPut.on(ITSELF).with("locked", Boolean.FALSE);
            case StaffEvent.AccountClosed e -> FieldPut.on(ITSELF).with("closed", Boolean.TRUE);
            case StaffEvent.PasswordChanged e -> FieldPut.on(ITSELF);
            case StaffEvent.TeamOpened e -> FieldPut.on(ITSELF).all(e, "teamId");
            case StaffEvent.TeamRenamed e -> FieldPut.on(ITSELF).all(e, "teamId");
            case StaffEvent.TeamClosed e -> FieldPut.on(ITSELF).with("closed", Boolean.TRUE);
            case StaffEvent.TeamMerged e ->
                FieldPut.on(ITSELF).with("closed", Boolean.TRUE).all(e, "teamId");
            case StaffEvent.TeamMoved e -> FieldPut.on(ITSELF).all(e, "teamId");
            default -> FieldPut.on(ITSELF).all((Record) event);
        };
    }
}
