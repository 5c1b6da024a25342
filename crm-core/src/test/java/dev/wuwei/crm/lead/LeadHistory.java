package dev.wuwei.crm.lead;

import static dev.wuwei.crm.testing.AggregateScenario.SENDER;
import static dev.wuwei.crm.testing.AggregateScenario.TODAY;
import static dev.wuwei.crm.testing.AggregateScenario.at;
import static dev.wuwei.crm.testing.TestDictionaries.ARCHIVE_REASON;
import static dev.wuwei.crm.testing.TestDictionaries.CHAIN;
import static dev.wuwei.crm.testing.TestDictionaries.DECLINE_REASON;
import static dev.wuwei.crm.testing.TestDictionaries.GBT4754;
import static dev.wuwei.crm.testing.TestDictionaries.INDUSTRY;
import static dev.wuwei.crm.testing.TestDictionaries.METHOD;
import static dev.wuwei.crm.testing.TestDictionaries.OTHER_PARK;
import static dev.wuwei.crm.testing.TestDictionaries.PARK;
import static dev.wuwei.crm.testing.TestDictionaries.REGION;
import static dev.wuwei.crm.testing.TestDictionaries.SOURCE;

import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.lead.LeadEvent.ArbitrationOpened;
import dev.wuwei.crm.lead.LeadEvent.FirstReportClaimed;
import dev.wuwei.crm.lead.LeadEvent.LeadAdopted;
import dev.wuwei.crm.lead.LeadEvent.LeadArchived;
import dev.wuwei.crm.lead.LeadEvent.LeadCirculated;
import dev.wuwei.crm.lead.LeadEvent.LeadDeclined;
import dev.wuwei.crm.lead.LeadEvent.LeadJudged;
import dev.wuwei.crm.lead.LeadEvent.LeadMerged;
import dev.wuwei.crm.lead.LeadEvent.LeadPooled;
import dev.wuwei.crm.lead.LeadEvent.LeadRegistered;
import dev.wuwei.crm.lead.LeadEvent.LeadResponded;
import dev.wuwei.crm.lead.LeadEvent.VisitLogged;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.testing.AggregateScenario;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One lead that the tests tell stories about: registered on Monday the 1st of June 2026 in {@code PARK}. */
final class LeadHistory {
    static final LeadId LEAD = LeadId.next();
    static final LeadId OTHER_LEAD = LeadId.next();
    static final ProjectId PROJECT = ProjectId.next();
    static final InvestorId INVESTOR = InvestorId.next();
    static final InvestorId OTHER_INVESTOR = InvestorId.next();
    static final PersonId CONTACT = PersonId.next();
    static final StaffId OWNER = StaffId.next();
    static final StaffId OTHER_OWNER = StaffId.next();
    static final TeamId TEAM = TeamId.next();
    static final TeamId OTHER_TEAM = TeamId.next();
    static final VisitId VISIT = VisitId.next();
    static final NegotiationId NEGOTIATION = NegotiationId.next();
    static final String FIRST_REPORT = "lead.first-report";
    static final String FIRST_TALK = "lead.first-talk";
    static final LocalDate REGISTERED_ON = LocalDate.of(2026, 6, 1);
    static final Instant REGISTERED_AT = at(REGISTERED_ON);
    static final String REASON = "企业来函说明";

    private LeadHistory() {}

    /** Everybody and everything that the stories name is known. */
    static AggregateScenario<Lead> lead() {
        AggregateScenario<Lead> scenario = AggregateScenario.of(Lead.class);
        scenario.directory
                .withStaff(OWNER, OTHER_OWNER)
                .withTeam(TEAM, "招商一科", PARK)
                .withTeam(OTHER_TEAM, "高新招商", OTHER_PARK);
        scenario.existence.with(INVESTOR, OTHER_INVESTOR, OTHER_LEAD);
        return scenario;
    }

    static LeadDetails details() {
        return new LeadDetails(
                "光伏组件项目",
                INVESTOR,
                CONTACT,
                SOURCE.code(),
                "上海光伏展",
                METHOD.code(),
                REGION.code(),
                INDUSTRY.code(),
                GBT4754.code(),
                CHAIN.code(),
                Money.yi("5.2"),
                Area.mu("120"),
                Area.squareMetres("30000"),
                ProjectKind.NEWLY_INTRODUCED,
                "年产 5GW 组件");
    }

    static LeadProfile profile() {
        return new LeadProfile(
                "光伏组件项目",
                INVESTOR,
                CONTACT,
                SOURCE,
                "上海光伏展",
                METHOD,
                REGION,
                INDUSTRY,
                GBT4754,
                CHAIN,
                Money.yi("5.2"),
                Area.mu("120"),
                Area.squareMetres("30000"),
                ProjectKind.NEWLY_INTRODUCED,
                "年产 5GW 组件");
    }

    static LeadRegistered registered() {
        return registered(profile(), OWNER);
    }

    static LeadRegistered registered(LeadProfile profile, StaffId owner) {
        return new LeadRegistered(
                LEAD,
                PROJECT,
                "ZS-2026-0001",
                profile,
                PARK,
                SENDER,
                owner,
                TEAM,
                "招商一科",
                REGISTERED_ON.plusDays(1),
                REGISTERED_ON);
    }

    static FirstReportClaimed claimed() {
        return claimed(ClaimKind.FIRST_REPORT);
    }

    static FirstReportClaimed claimed(ClaimKind kind) {
        return new FirstReportClaimed(LEAD, PROJECT, INVESTOR, SENDER, kind, REGISTERED_AT, REGISTERED_ON);
    }

    static ArbitrationOpened disputed() {
        return disputed(ClaimKind.FIRST_REPORT);
    }

    static ArbitrationOpened disputed(ClaimKind kind) {
        return new ArbitrationOpened(
                LEAD, PROJECT, INVESTOR, kind, OTHER_LEAD, OTHER_OWNER, REGISTERED_AT.minusSeconds(60), REGISTERED_ON);
    }

    static LeadResponded responded() {
        return new LeadResponded(LEAD, PROJECT, "已电话联系", LocalDate.of(2026, 6, 5), LocalDate.of(2026, 6, 2));
    }

    static LeadJudged judged(Assessment assessment) {
        return new LeadJudged(
                LEAD, PROJECT, assessment, false, "产业契合", LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 3));
    }

    static LeadAdopted adopted() {
        return new LeadAdopted(LEAD, PROJECT, NEGOTIATION, LocalDate.of(2026, 6, 4));
    }

    static LeadDeclined declined() {
        return new LeadDeclined(LEAD, PROJECT, DECLINE_REASON, "已告知来源", LocalDate.of(2026, 6, 4));
    }

    static LeadPooled pooled() {
        return new LeadPooled(LEAD, PROJECT, OWNER, LocalDate.of(2026, 6, 4));
    }

    static LeadMerged merged() {
        return new LeadMerged(LEAD, PROJECT, OTHER_LEAD, LocalDate.of(2026, 6, 4));
    }

    static LeadArchived archived() {
        return new LeadArchived(LEAD, PROJECT, ARCHIVE_REASON, LocalDate.of(2026, 6, 4));
    }

    static LeadCirculated circulated() {
        return new LeadCirculated(LEAD, PROJECT, PARK, OTHER_PARK, OTHER_TEAM, "高新招商", LocalDate.of(2026, 6, 4));
    }

    /** How a lead comes into this state, claims left aside. */
    static List<DomainEvent> in(LeadState state) {
        List<DomainEvent> history = new ArrayList<>(List.of(registered()));
        switch (state) {
            case REGISTERED -> {}
            case RESPONDED -> history.add(responded());
            case JUDGED -> history.addAll(List.of(responded(), judged(Assessment.WORTH_FOLLOWING)));
            case ADOPTED -> history.addAll(List.of(responded(), judged(Assessment.WORTH_FOLLOWING), adopted()));
            case DECLINED -> history.addAll(List.of(responded(), judged(Assessment.UNSUITABLE), declined()));
            case POOLED -> history.add(pooled());
            case MERGED -> history.add(merged());
            case CIRCULATING -> history.add(circulated());
            case ARCHIVED -> history.add(archived());
        }
        return history;
    }

    /** A lead in this state that claimed its investor's first report. */
    static List<DomainEvent> claimedIn(LeadState state) {
        List<DomainEvent> history = in(state);
        history.add(1, claimed());
        return history;
    }

    /** This lead really holds the first report. */
    static void holdsFirstReport(AggregateScenario<?> scenario) {
        scenario.uniqueness.holding(FIRST_REPORT, INVESTOR.toString(), LEAD, SENDER, REGISTERED_AT);
    }

    static void otherHoldsFirstReport(AggregateScenario<?> scenario) {
        scenario.uniqueness.holding(
                FIRST_REPORT, INVESTOR.toString(), OTHER_LEAD, OTHER_OWNER, REGISTERED_AT.minusSeconds(60));
    }

    static VisitDetails visit() {
        return new VisitDetails(
                VisitKind.RECEPTION,
                LocalDate.of(2026, 6, 12),
                "经开区管委会",
                List.of(new OurPerson(OWNER, OfficialLevel.OFFICER)),
                List.of(new TheirPerson(CONTACT, "王总", "总经理")),
                "介绍用地与电价",
                "寄送地块资料",
                TODAY.plusDays(7),
                List.of(new Attachment("a".repeat(64), "名片.jpg", "image/jpeg", 20_480)));
    }

    static VisitLogged logged() {
        return new VisitLogged(LEAD, PROJECT, VISIT, visit(), visit().occurredOn());
    }
}
