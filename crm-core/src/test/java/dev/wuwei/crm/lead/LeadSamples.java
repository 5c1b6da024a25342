package dev.wuwei.crm.lead;

import static dev.wuwei.crm.lead.LeadHistory.*;
import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.TestDictionaries.ARCHIVE_REASON;
import static dev.wuwei.crm.testing.TestDictionaries.DECLINE_REASON;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;

import dev.wuwei.crm.lead.LeadCommand.AcceptCirculation;
import dev.wuwei.crm.lead.LeadCommand.AdoptLead;
import dev.wuwei.crm.lead.LeadCommand.ArbitrateClaim;
import dev.wuwei.crm.lead.LeadCommand.ArchiveLead;
import dev.wuwei.crm.lead.LeadCommand.AssignLead;
import dev.wuwei.crm.lead.LeadCommand.CirculateLead;
import dev.wuwei.crm.lead.LeadCommand.ClaimFirstReport;
import dev.wuwei.crm.lead.LeadCommand.CorrectVisit;
import dev.wuwei.crm.lead.LeadCommand.DeclineLead;
import dev.wuwei.crm.lead.LeadCommand.DrawFromPool;
import dev.wuwei.crm.lead.LeadCommand.JudgeLead;
import dev.wuwei.crm.lead.LeadCommand.LapseProtection;
import dev.wuwei.crm.lead.LeadCommand.LogVisit;
import dev.wuwei.crm.lead.LeadCommand.MergeLead;
import dev.wuwei.crm.lead.LeadCommand.PoolLead;
import dev.wuwei.crm.lead.LeadCommand.ReopenLead;
import dev.wuwei.crm.lead.LeadCommand.RespondToLead;
import dev.wuwei.crm.lead.LeadCommand.ReturnCirculation;
import dev.wuwei.crm.lead.LeadCommand.ReviseLead;
import dev.wuwei.crm.lead.LeadCommand.UnmergeLead;
import dev.wuwei.crm.lead.LeadCommand.WithdrawVisit;
import java.time.LocalDate;
import java.util.List;

/** One right command of every kind, for the rules that all of them obey. */
final class LeadSamples {
    private LeadSamples() {}

    /** Every command on a lead that exists. */
    static List<LeadCommand> all() {
        return all(TODAY, REASON);
    }

    static List<LeadCommand> all(LocalDate on, String reason) {
        return List.of(
                new ReviseLead(LEAD, revisedDetails(), on, reason),
                new AssignLead(LEAD, OTHER_OWNER, TEAM, on),
                new RespondToLead(LEAD, "已电话联系", on),
                new JudgeLead(LEAD, Assessment.WORTH_FOLLOWING, false, "产业契合", on),
                new DeclineLead(LEAD, DECLINE_REASON.code(), "已告知来源", on),
                new AdoptLead(LEAD, NEGOTIATION, on),
                new PoolLead(LEAD, on, reason),
                new DrawFromPool(LEAD, OWNER, on),
                new ClaimFirstReport(LEAD, SENDER, ClaimKind.FIRST_TALK),
                new ArbitrateClaim(LEAD, LEAD, "会议纪要〔2026〕3号", on),
                new LapseProtection(LEAD, on, reason),
                new CirculateLead(LEAD, OTHER_PARK.code(), null, on, reason),
                new AcceptCirculation(LEAD, OTHER_OWNER, on),
                new ReturnCirculation(LEAD, on, reason),
                new MergeLead(LEAD, OTHER_LEAD, on, reason),
                new UnmergeLead(LEAD, on, reason),
                new ArchiveLead(LEAD, ARCHIVE_REASON.code(), on, reason),
                new ReopenLead(LEAD, on, reason),
                new LogVisit(LEAD, VisitId.next(), visit()),
                new CorrectVisit(LEAD, VISIT, correctedVisit(), reason),
                new WithdrawVisit(LEAD, VISIT, reason));
    }

    static LeadDetails revisedDetails() {
        LeadDetails d = details();
        return new LeadDetails(
                "光伏组件二期",
                d.investorId(),
                d.contactId(),
                d.sourceCode(),
                d.sourceNote(),
                d.methodCode(),
                d.regionCode(),
                d.industryCode(),
                d.gbt4754Code(),
                d.chainCode(),
                d.intendedInvestment(),
                d.landNeed(),
                d.factoryNeed(),
                d.kind(),
                d.summary());
    }

    static LeadProfile revisedProfile() {
        LeadProfile p = profile();
        return new LeadProfile(
                "光伏组件二期",
                p.investorId(),
                p.contactId(),
                p.source(),
                p.sourceNote(),
                p.method(),
                p.region(),
                p.industry(),
                p.gbt4754(),
                p.chain(),
                p.intendedInvestment(),
                p.landNeed(),
                p.factoryNeed(),
                p.kind(),
                p.summary());
    }

    static VisitDetails correctedVisit() {
        VisitDetails v = visit();
        return new VisitDetails(
                VisitKind.VISIT,
                v.occurredOn().minusDays(1),
                v.place(),
                v.ourPeople(),
                v.theirPeople(),
                v.summary(),
                v.nextStep(),
                v.nextContactOn(),
                v.attachments());
    }
}
