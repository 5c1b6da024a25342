package dev.wuwei.crm.ui.testing;

import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.investor.InvestorCommand;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.investor.InvestorKind;
import dev.wuwei.crm.lead.Assessment;
import dev.wuwei.crm.lead.LeadCommand;
import dev.wuwei.crm.lead.LeadDetails;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.VisitDetails;
import dev.wuwei.crm.lead.VisitId;
import dev.wuwei.crm.lead.VisitKind;
import dev.wuwei.crm.negotiation.AdmissionOutcome;
import dev.wuwei.crm.negotiation.NegotiationCommand;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.OpinionRequest;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.negotiation.ReviewId;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.CreditCode;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.shared.Uniqueness;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.SigningCommand;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.StaffCommand.OpenAccount;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A park with one project of each list, made by sending commands: a lead, a project in talks, one that is being built, and a
 * lead of another park that nobody of the first may see. The accounts have one role each.
 */
public final class SmallPark {
    public static final String PASSWORD = "correct horse 2026";

    /** 线索, in park liangchan. */
    public static final String LEAD = "甲子纺织一期";

    /** 洽谈, in park liangchan; 3.00 亿元. */
    public static final String TALKS = "乙丑食品加工";

    /** Signed, construction started, in park liangchan; 5.00 亿元. */
    public static final String BUILDING = "丙寅装备制造";

    /** What the government promised to {@link #BUILDING} and is fifty days late with. */
    public static final String ROAD = "园区道路接入";

    /** 线索 of park wuxi. */
    public static final String ELSEWHERE = "丁卯电池材料";

    /** A contact of the investor of {@link #TALKS}. */
    public static final String CONTACT = "许子丑";

    static final String PARK = "liangchan";
    static final String OTHER_PARK = "wuxi";

    private final CommandDispatcher dispatcher;
    private final Processors processors;
    private final Uniqueness uniqueness;
    private final LocalDate today = LocalDate.now(EventMeta.ZONE);
    private final Map<String, StaffId> staff = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private long position;

    SmallPark(CommandDispatcher dispatcher, Processors processors, Uniqueness uniqueness) {
        this.dispatcher = dispatcher;
        this.processors = processors;
        this.uniqueness = uniqueness;
        accounts();
        lead(LEAD, PARK, "textile", "20000", 20);
        lead(ELSEWHERE, OTHER_PARK, "battery", "70000", 15);
        talks();
        building();
        if (!processors.awaitVisible(position, Duration.ofSeconds(30))) {
            throw new IllegalStateException("The park is not visible");
        }
    }

    /** @param project its name */
    public String number(String project) {
        return numbers.get(project);
    }

    public StaffId staff(String username) {
        return staff.get(username);
    }

    private void accounts() {
        open("zhuanyuan", "测试专员", Set.of(), Role.PROMOTER);
        open("fuzeren", "测试负责人", Set.of(), Role.PROMOTER, Role.DEPARTMENT_HEAD);
        open("lingdao", "测试领导", Set.of(), Role.LEADER);
        open("ducha", "测试督查", Set.of(), Role.SUPERVISOR);
        open("shenji", "测试审计", Set.of(), Role.AUDITOR);
        open("guanli", "测试管理员", Set.of(), Role.ADMINISTRATOR);
        open("wuxi", "测试巫溪", Set.of(OTHER_PARK), Role.PROMOTER);
        open("wuxishenji", "测试外审", Set.of(OTHER_PARK), Role.AUDITOR);
    }

    private void open(String username, String name, Set<String> parks, Role... roles) {
        StaffId id = StaffId.next();
        staff.put(username, id);
        send(
                new OpenAccount(
                        id, username, name, null, null, Set.of(roles), parks, null, PASSWORD, today.minusYears(1)),
                Caller.system());
    }

    private record Lead(LeadId id, ProjectId project, PersonId contact, StaffId owner) {}

    private Lead lead(String name, String park, String industry, String wan, int daysAgo) {
        LocalDate on = today.minusDays(daysAgo);
        StaffId owner = staff.get(park.equals(PARK) ? "zhuanyuan" : "wuxi");
        InvestorId investor = InvestorId.next();
        PersonId contact = PersonId.next();
        send(
                new InvestorCommand.RegisterInvestor(
                        investor, name.substring(0, 4) + "有限公司", null, "440000", InvestorKind.PRIVATE, on),
                owner,
                on);
        send(
                new InvestorCommand.AddContact(investor, contact, CONTACT, "总经理", "13900000000", null, null, on),
                owner,
                on);
        Lead lead = new Lead(LeadId.next(), ProjectId.next(), contact, owner);
        CommandResult result = send(
                new LeadCommand.RegisterLead(
                        lead.id(),
                        lead.project(),
                        new LeadDetails(
                                name,
                                investor,
                                contact,
                                "enterprise",
                                null,
                                "industry-chain",
                                "440000",
                                industry,
                                null,
                                null,
                                Money.wan(wan),
                                Area.mu("100"),
                                null,
                                ProjectKind.NEWLY_INTRODUCED,
                                "企业计划在本地建厂。"),
                        park,
                        owner,
                        owner,
                        null,
                        on),
                owner,
                on);
        numbers.put(name, result.projectNo());
        return lead;
    }

    private NegotiationId negotiation(Lead lead, String wan, int daysAgo) {
        LocalDate on = today.minusDays(daysAgo);
        StaffId by = lead.owner();
        NegotiationId talks = NegotiationId.next();
        send(new LeadCommand.RespondToLead(lead.id(), "已电话联系。", on), by, on);
        send(
                new LeadCommand.LogVisit(
                        lead.id(),
                        VisitId.next(),
                        new VisitDetails(
                                VisitKind.VISIT,
                                on,
                                "招商中心",
                                List.of(new OurPerson(by, OfficialLevel.OFFICER)),
                                List.of(new TheirPerson(lead.contact(), CONTACT, "总经理")),
                                "看了地块，关心双回路供电。",
                                "提供电力方案",
                                today.plusDays(2),
                                List.of())),
                by,
                on);
        send(new LeadCommand.JudgeLead(lead.id(), Assessment.WORTH_FOLLOWING, false, "符合产业定位。", on), by, on);
        send(new LeadCommand.AdoptLead(lead.id(), talks, on), by, on);
        send(new NegotiationCommand.AdvanceStage(talks, NegotiationStage.TERMS, on), by, on);
        send(new NegotiationCommand.ReviseTerms(talks, 0, terms(wan, on), null, on), by, on);
        return talks;
    }

    private static Terms terms(String wan, LocalDate on) {
        Money total = Money.wan(wan);
        Area land = Area.mu(
                total.inWan().divideToIntegralValue(BigDecimal.valueOf(400)).toPlainString());
        LocalDate start = on.plusMonths(3);
        return new Terms(
                total,
                Money.wan("10000"),
                land,
                null,
                new BigDecimal("1.5"),
                BigDecimal.valueOf(400),
                BigDecimal.valueOf(500),
                BigDecimal.valueOf(30),
                120,
                start,
                start.plusMonths(12),
                start.plusMonths(15),
                start.plusMonths(28),
                start.plusMonths(40),
                List.of());
    }

    private void talks() {
        negotiation(lead(TALKS, PARK, "food", "30000", 40), "30000", 35);
    }

    private void building() {
        Lead lead = lead(BUILDING, PARK, "equipment", "50000", 200);
        NegotiationId talks = negotiation(lead, "50000", 190);
        LocalDate reviewed = today.minusDays(180);
        LocalDate signed = today.minusDays(150);
        StaffId head = staff.get("fuzeren");
        ReviewId review = ReviewId.next();
        send(
                new NegotiationCommand.RequestAdmissionReview(
                        talks,
                        review,
                        List.of(new OpinionRequest(ReviewTopic.ENVIRONMENT, "environment", null)),
                        reviewed),
                head,
                reviewed);
        send(
                new NegotiationCommand.GiveOpinion(
                        talks, review, ReviewTopic.ENVIRONMENT, OpinionVerdict.AGREE, "同意。", List.of(), reviewed),
                head,
                reviewed);
        send(
                new NegotiationCommand.DecideAdmission(
                        talks, review, AdmissionOutcome.APPROVED, List.of(), "评审纪要第一号", reviewed),
                head,
                reviewed);
        send(agreement(talks, Money.wan("50000"), signed), head, signed);
        started(lead.project(), signed.plusDays(60), head);
    }

    private static Command agreement(NegotiationId talks, Money total, LocalDate signed) {
        return new SigningCommand.SignAgreement(
                talks,
                SigningId.next(),
                AgreementKind.FORMAL,
                "ZS-TEST-1",
                List.of(
                        new Party(Party.Side.INVESTOR, "丙寅装备有限公司", creditCode(1)),
                        new Party(Party.Side.SIGNING_SUBJECT, "丙寅装备（园区）有限公司", creditCode(2)),
                        new Party(Party.Side.GOVERNMENT, "县人民政府", null)),
                new AgreementTerms(
                        total,
                        Money.wan("10000"),
                        null,
                        Area.mu("125"),
                        List.of(),
                        List.of(new AgreedPhase(
                                "一期",
                                total,
                                null,
                                signed.plusDays(60),
                                signed.plusDays(400),
                                signed.plusDays(500),
                                null,
                                null)),
                        List.of(
                                promise(
                                        "5.1",
                                        Metric.START_DATE,
                                        signed.plusDays(60).toString(),
                                        signed.plusDays(60)),
                                promise("5.2", Metric.OTHER, "总部迁入园区", signed.plusDays(30))),
                        List.of(new GovernmentCommitment(
                                "6.1",
                                GovernmentCommitment.Kind.INFRASTRUCTURE,
                                ROAD,
                                null,
                                null,
                                DueRule.on(signed.plusDays(100)),
                                "住建局"))),
                null,
                false,
                false,
                null,
                List.of(),
                signed);
    }

    private static CompanyCommitment promise(String clause, Metric metric, String value, LocalDate due) {
        return new CompanyCommitment(
                clause,
                null,
                metric,
                metric.isDate() ? CompanyCommitment.Operator.NOT_LATER_THAN : CompanyCommitment.Operator.EQUAL,
                value,
                null,
                DueRule.on(due),
                null,
                null);
    }

    private void started(ProjectId project, LocalDate on, StaffId head) {
        processors.awaitVisible(position, Duration.ofSeconds(30));
        FollowUpId id = uniqueness
                .holder("followup.project", project.toString())
                .map(holder -> FollowUpId.of(holder.owner()))
                .orElseThrow();
        Milestone start = Milestone.CONSTRUCTION_START;
        send(new FollowUpCommand.ReportMilestone(id, "一期", start, "施工许可证与现场照片", List.of(), on), head, on);
        send(new FollowUpCommand.VerifyMilestone(id, "一期", start, "现场核实", List.of(), on), head, on);
        send(new FollowUpCommand.RecogniseMilestone(id, "一期", start, null, "施工许可证", List.of(), on, null), head, on);
    }

    private static String creditCode(int n) {
        String seventeen = "91000000MA000000" + n;
        return seventeen + CreditCode.checkCharacter(seventeen);
    }

    private CommandResult send(Command command, StaffId by, LocalDate on) {
        return send(
                command,
                Caller.of(
                                by,
                                Set.of(Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR),
                                Set.of(),
                                Channel.API)
                        .pretending(on.atTime(10, 0).atZone(EventMeta.ZONE).toInstant()));
    }

    private CommandResult send(Command command, Caller caller) {
        CommandResult result = dispatcher.send(command, caller);
        position = result.position();
        return result;
    }
}
