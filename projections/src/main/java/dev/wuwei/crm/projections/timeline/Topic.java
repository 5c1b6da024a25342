package dev.wuwei.crm.projections.timeline;

import dev.wuwei.crm.calendar.CalendarEvent;
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
import dev.wuwei.crm.publication.PublicationEvent;
import dev.wuwei.crm.reminder.ReminderEvent;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.signing.CommitmentEvent;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.standard.StandardEvent;
import dev.wuwei.crm.target.ScorecardEvent;
import dev.wuwei.crm.target.TargetEvent;
import dev.wuwei.crm.ticket.TicketEvent;
import java.util.Map;

/** What an event is about; the groups by which a history is filtered. */
public enum Topic {
    /** 线索 */
    LEAD,
    /** 走访洽谈 */
    VISIT_AND_TALK,
    /** 准入评审 */
    ADMISSION,
    /** 协议承诺 */
    AGREEMENT,
    /** 资金 */
    CAPITAL,
    /** 节点与月报 */
    MILESTONE,
    /** 回头看 */
    LOOK_BACK,
    /** 发布 */
    PUBLICATION,
    /** 目标考核 */
    TARGET,
    /** 口径 */
    COUNTING,
    /** 字典 */
    DICTIONARY,
    /** 问题督办 */
    TICKET,
    /** 提醒 */
    REMINDER,
    /** 人员 */
    PEOPLE,
    /** 企业 */
    INVESTOR,
    /** 账号 */
    ACCOUNT;

    private static final Map<Class<? extends DomainEvent>, Topic> OF_CAPABILITIES = Map.ofEntries(
            Map.entry(LeadEvent.class, LEAD),
            Map.entry(NegotiationEvent.class, VISIT_AND_TALK),
            Map.entry(SigningEvent.class, AGREEMENT),
            Map.entry(CommitmentEvent.class, AGREEMENT),
            Map.entry(FollowUpEvent.class, MILESTONE),
            Map.entry(MonthEvent.class, MILESTONE),
            Map.entry(CampaignEvent.class, LOOK_BACK),
            Map.entry(ReviewEvent.class, LOOK_BACK),
            Map.entry(PublicationEvent.class, PUBLICATION),
            Map.entry(TargetEvent.class, TARGET),
            Map.entry(ScorecardEvent.class, TARGET),
            Map.entry(CountingEvent.class, COUNTING),
            Map.entry(TotalsCheckEvent.class, COUNTING),
            Map.entry(StandardEvent.class, COUNTING),
            Map.entry(CalendarEvent.class, COUNTING),
            Map.entry(DictionaryEvent.class, DICTIONARY),
            Map.entry(TicketEvent.class, TICKET),
            Map.entry(ReminderEvent.class, REMINDER),
            Map.entry(InvestorEvent.class, INVESTOR));

    private static final Map<Class<? extends DomainEvent>, Topic> OF_EVENTS = Map.ofEntries(
            Map.entry(LeadEvent.VisitLogged.class, VISIT_AND_TALK),
            Map.entry(LeadEvent.VisitCorrected.class, VISIT_AND_TALK),
            Map.entry(LeadEvent.VisitWithdrawn.class, VISIT_AND_TALK),
            Map.entry(LeadEvent.LeadAssigned.class, PEOPLE),
            Map.entry(NegotiationEvent.Appointed.class, PEOPLE),
            Map.entry(NegotiationEvent.Dismissed.class, PEOPLE),
            Map.entry(NegotiationEvent.AdmissionReviewRequested.class, ADMISSION),
            Map.entry(NegotiationEvent.OpinionGiven.class, ADMISSION),
            Map.entry(NegotiationEvent.OpinionCorrected.class, ADMISSION),
            Map.entry(NegotiationEvent.AdmissionReviewWithdrawn.class, ADMISSION),
            Map.entry(NegotiationEvent.VetoOverruled.class, ADMISSION),
            Map.entry(NegotiationEvent.FairCompetitionReviewed.class, ADMISSION),
            Map.entry(NegotiationEvent.AdmissionDecided.class, ADMISSION),
            Map.entry(NegotiationEvent.ApprovalExpired.class, ADMISSION),
            Map.entry(SigningEvent.CapitalArrived.class, CAPITAL),
            Map.entry(SigningEvent.ArrivedCapitalCorrected.class, CAPITAL),
            Map.entry(SigningEvent.ForeignCapitalUsed.class, CAPITAL),
            Map.entry(SigningEvent.ForeignCapitalCorrected.class, CAPITAL),
            Map.entry(SigningEvent.CreditMoved.class, PEOPLE),
            Map.entry(FollowUpEvent.ServiceAssigned.class, PEOPLE));

    /** @return what events of that class are about; those of no business of their own are about accounts */
    static Topic of(Class<? extends DomainEvent> event) {
        Topic exact = OF_EVENTS.get(event);
        return exact != null
                ? exact
                : OF_CAPABILITIES.entrySet().stream()
                        .filter(capability -> capability.getKey().isAssignableFrom(event))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(ACCOUNT);
    }
}
