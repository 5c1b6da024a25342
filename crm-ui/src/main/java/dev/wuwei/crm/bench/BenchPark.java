package dev.wuwei.crm.bench;

import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.followup.PhaseState;
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
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Command;
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
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.SigningCommand;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.staff.StaffCommand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Projects as they come in real life, by the thousand: most stay leads, every third is negotiated, every fifth is signed and
 * built. The same number gives the same project.
 */
final class BenchPark {
    static final String PASSWORD = "bench 2026 park";
    private static final List<String> PARKS = List.of("liangchan", "liangjiang", "wuxi");
    private static final List<String> INDUSTRIES = List.of("textile", "food", "battery", "equipment", "other");
    private static final List<String> METHODS = List.of("industry-chain", "by-enterprise", "commission", "hometown");
    private static final String[] STEMS = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
    private static final String[] BRANCHES = {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};
    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 7);
    private static final long DAYS = 1500;

    private final List<StaffId> officers;
    private final StaffId head;

    /** A lead that takes visits, with the contact that is met. */
    record Lead(LeadId leadId, PersonId contact, StaffId officer) {}

    /** A command, who sends it and when it is recorded. */
    record Step(Command command, Caller caller) {}

    /** Opens a follow-up after a signature; the id is the policy's to make, so its steps are made afterwards. */
    record Project(Lead lead, List<Step> steps, ProjectId signed, LocalDate signedOn) {}

    BenchPark(List<StaffId> officers, StaffId head) {
        this.officers = officers;
        this.head = head;
    }

    static List<StaffCommand.OpenAccount> accounts() {
        List<StaffCommand.OpenAccount> accounts = new ArrayList<>();
        accounts.add(account("head", Set.of(Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR, Role.PROMOTER)));
        for (int i = 0; i < 16; i++) {
            accounts.add(account("officer" + i, Set.of(Role.PROMOTER, Role.DEPARTMENT_HEAD)));
        }
        return accounts;
    }

    private static StaffCommand.OpenAccount account(String username, Set<Role> roles) {
        return new StaffCommand.OpenAccount(
                new StaffId(UUID.randomUUID()),
                username,
                "测试" + username,
                null,
                null,
                roles,
                Set.of(),
                null,
                PASSWORD,
                FIRST_DAY);
    }

    static Caller caller(StaffId staff) {
        return Caller.of(
                staff,
                Set.of(Role.PROMOTER, Role.DEPARTMENT_HEAD, Role.LEADER, Role.SUPERVISOR),
                Set.of(),
                Channel.API);
    }

    static Command visit(Lead lead, LocalDate on, int n) {
        return new LeadCommand.LogVisit(
                lead.leadId(),
                VisitId.next(),
                new VisitDetails(
                        n % 3 == 0 ? VisitKind.VISIT : n % 3 == 1 ? VisitKind.PHONE : VisitKind.RECEPTION,
                        on,
                        "招商中心 " + n % 9 + " 号会议室",
                        List.of(new OurPerson(lead.officer(), OfficialLevel.OFFICER)),
                        List.of(new TheirPerson(lead.contact(), "王" + STEMS[n % 10], "副总经理")),
                        "介绍园区用地、电力与配套情况，企业关心首期供地时间和双回路供电，约定下次带技术人员来看地块。",
                        "送政策清单",
                        on.plusDays(14),
                        List.of()));
    }

    static String name(int n) {
        return STEMS[n % 10] + BRANCHES[n % 12] + BRANCHES[n / 12 % 12] + STEMS[n / 144 % 10];
    }

    LeadCommand.RegisterLead register(InvestorId investor, PersonId contact, StaffId officer, int n, LocalDate on) {
        return new LeadCommand.RegisterLead(
                new LeadId(dev.wuwei.crm.shared.Ids.next()),
                ProjectId.next(),
                new LeadDetails(
                        name(n) + "智能制造项目" + n,
                        investor,
                        contact,
                        "enterprise",
                        null,
                        METHODS.get(n % METHODS.size()),
                        "440000",
                        INDUSTRIES.get(n % INDUSTRIES.size()),
                        null,
                        null,
                        amount(n),
                        Area.mu(String.valueOf(20 + n % 280)),
                        null,
                        n % 4 == 0 ? ProjectKind.EXPANSION : ProjectKind.NEWLY_INTRODUCED,
                        "企业计划在本地建厂。"),
                PARKS.get(n / 6 % PARKS.size()),
                officer,
                officer,
                null,
                on);
    }

    private static Money amount(int n) {
        return Money.wan(String.valueOf(12_000 + n * 7919L % 120_000));
    }

    private static String creditCode(int n) {
        String seventeen = "91000000MA" + String.format(java.util.Locale.ROOT, "%07d", n);
        return seventeen + CreditCode.checkCharacter(seventeen);
    }

    private static Money part(Money money, String share) {
        return new Money(
                money.amount().multiply(new BigDecimal(share)).setScale(2, RoundingMode.HALF_UP), money.currency());
    }

    /** Everything up to the signature, in order. */
    Project project(int n) {
        return project(n, FIRST_DAY.plusDays(n * 131L % DAYS));
    }

    /** @return whether the project of that number comes to a signature */
    static boolean isSigned(int n) {
        return n % 10 < 7 && n % 3 == 0 && n % 2 == 0;
    }

    private Project project(int n, LocalDate registered) {
        StaffId officer = officers.get(n % officers.size());
        List<Step> steps = new ArrayList<>();
        InvestorId investor = InvestorId.next();
        PersonId contact = new PersonId(UUID.randomUUID());
        add(
                steps,
                registered,
                officer,
                new InvestorCommand.RegisterInvestor(
                        investor, name(n) + "实业" + n + "有限公司", null, "440000", InvestorKind.PRIVATE, registered));
        add(
                steps,
                registered,
                officer,
                new InvestorCommand.AddContact(
                        investor,
                        contact,
                        "王" + STEMS[n % 10],
                        "总经理",
                        "1390000" + (1000 + n % 9000),
                        null,
                        null,
                        registered));
        LeadCommand.RegisterLead register = register(investor, contact, officer, n, registered);
        add(steps, registered, officer, register);
        Lead lead = new Lead(register.leadId(), contact, officer);
        add(
                steps,
                registered.plusDays(1),
                officer,
                new LeadCommand.RespondToLead(lead.leadId(), "已电话联系。", registered.plusDays(1)));
        for (int i = 0; i < 2 + n % 4; i++) {
            LocalDate on = registered.plusDays(2L + i * 5L);
            add(steps, on, officer, visit(lead, on, n + i));
        }
        if (n % 10 >= 7) {
            return new Project(lead, steps, null, null);
        }
        LocalDate judged = registered.plusDays(24);
        add(
                steps,
                judged,
                officer,
                new LeadCommand.JudgeLead(lead.leadId(), Assessment.WORTH_FOLLOWING, false, "符合产业定位。", judged));
        if (n % 3 != 0) {
            return new Project(lead, steps, null, null);
        }
        return negotiated(n, steps, lead, register, judged.plusDays(3));
    }

    private Project negotiated(
            int n, List<Step> steps, Lead lead, LeadCommand.RegisterLead register, LocalDate adopted) {
        NegotiationId talks = new NegotiationId(dev.wuwei.crm.shared.Ids.next());
        StaffId officer = lead.officer();
        add(steps, adopted, officer, new LeadCommand.AdoptLead(lead.leadId(), talks, adopted));
        add(
                steps,
                adopted.plusDays(8),
                officer,
                new NegotiationCommand.AdvanceStage(talks, NegotiationStage.IN_DEPTH, adopted.plusDays(8)));
        add(
                steps,
                adopted.plusDays(20),
                officer,
                new NegotiationCommand.AdvanceStage(talks, NegotiationStage.TERMS, adopted.plusDays(20)));
        Money total = register.details().intendedInvestment();
        LocalDate start = adopted.plusMonths(6);
        Area land = Area.mu(total.inWan()
                .divide(BigDecimal.valueOf(400), 2, RoundingMode.HALF_UP)
                .toPlainString());
        Terms terms = new Terms(
                total,
                part(total, "0.7"),
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
        add(
                steps,
                adopted.plusDays(21),
                officer,
                new NegotiationCommand.ReviseTerms(talks, 0, terms, null, adopted.plusDays(21)));
        if (n % 2 != 0) {
            return new Project(lead, steps, null, null);
        }
        ReviewId review = ReviewId.next();
        LocalDate reviewed = adopted.plusDays(25);
        add(
                steps,
                reviewed,
                officer,
                new NegotiationCommand.RequestAdmissionReview(
                        talks,
                        review,
                        List.of(new OpinionRequest(ReviewTopic.ENVIRONMENT, "environment", null)),
                        reviewed));
        add(
                steps,
                reviewed.plusDays(2),
                head,
                new NegotiationCommand.GiveOpinion(
                        talks,
                        review,
                        ReviewTopic.ENVIRONMENT,
                        OpinionVerdict.AGREE,
                        "同意。",
                        List.of(),
                        reviewed.plusDays(2)));
        add(
                steps,
                reviewed.plusDays(4),
                head,
                new NegotiationCommand.DecideAdmission(
                        talks, review, AdmissionOutcome.APPROVED, List.of(), "纪要" + n, reviewed.plusDays(4)));
        LocalDate signedOn = reviewed.plusDays(12);
        SigningId signing = SigningId.next();
        add(
                steps,
                signedOn,
                officer,
                new SigningCommand.SignAgreement(
                        talks,
                        signing,
                        AgreementKind.FORMAL,
                        "BENCH-" + n,
                        List.of(
                                new Party(Party.Side.INVESTOR, name(n) + "实业", creditCode(n)),
                                new Party(Party.Side.SIGNING_SUBJECT, name(n) + "实业（园区）", creditCode(n + 1_000_000)),
                                new Party(Party.Side.GOVERNMENT, "县人民政府", null)),
                        new AgreementTerms(
                                total,
                                part(total, "0.7"),
                                null,
                                land,
                                List.of(),
                                List.of(new AgreedPhase(
                                        "一期",
                                        total,
                                        null,
                                        start,
                                        start.plusMonths(12),
                                        start.plusMonths(15),
                                        start.plusMonths(28),
                                        start.plusMonths(40))),
                                List.of(),
                                List.of()),
                        null,
                        n % 4 == 0,
                        n % 3 == 0,
                        null,
                        List.of(),
                        signedOn));
        add(
                steps,
                signedOn.plusDays(40),
                officer,
                new SigningCommand.RecordArrivedCapital(
                        signing, EntryId.next(), part(total, "0.2"), "银行回单", List.of(), signedOn.plusDays(40)));
        return new Project(lead, steps, register.projectId(), signedOn);
    }

    /** Months from the talks to the date agreed for the milestone that ends each of the five states. */
    private static final int[] AGREED_AFTER = {6, 18, 21, 34, 46};

    /** Days that such a date may lie ahead while what comes before it is past. */
    private static final int[] AHEAD = {90, 300, 60, 340, 320};

    private static final int UNTIL_TALKS = 27;

    /**
     * Up to the signature, so that what ends its state was due in the last ten months or is due soon.
     *
     * @param n with {@link #isSigned}
     * @param state one of the five
     */
    Project signed(int n, PhaseState state, LocalDate today) {
        int at = state.ordinal();
        LocalDate due = today.minusDays(300).plusDays(n * 131L % (300 + AHEAD[at]));
        return project(n, due.minusMonths(AGREED_AFTER[at]).minusDays(UNTIL_TALKS));
    }

    /** What leads a signed project to that state, every milestone on its agreed date, and what lights depend on besides. */
    List<Step> upTo(PhaseState state, FollowUpId id, int n, LocalDate today) {
        List<Step> steps = new ArrayList<>();
        LocalDate due = today.minusDays(300).plusDays(n * 131L % (300 + AHEAD[state.ordinal()]));
        LocalDate talks = due.minusMonths(AGREED_AFTER[state.ordinal()]);
        StaffId officer = officers.get(n % officers.size());
        for (Milestone milestone : Milestone.values()) {
            if (PhaseState.after(milestone).compareTo(state) <= 0) {
                LocalDate on = talks.plusMonths(AGREED_AFTER[milestone.ordinal()]);
                add(steps, on, officer, new FollowUpCommand.ReportMilestone(id, "一期", milestone, "照片", List.of(), on));
                add(steps, on, head, new FollowUpCommand.VerifyMilestone(id, "一期", milestone, "现场", List.of(), on));
                add(
                        steps,
                        on,
                        head,
                        new FollowUpCommand.RecogniseMilestone(
                                id,
                                "一期",
                                milestone,
                                milestone == Milestone.SCALE_UP ? Money.wan("2600") : null,
                                "认定文件",
                                List.of(),
                                on,
                                null));
            }
        }
        if (state == PhaseState.SIGNED) {
            return steps;
        }
        LocalDate started = talks.plusMonths(AGREED_AFTER[0]);
        if (n % 8 != 0) {
            add(
                    steps,
                    started.plusDays(20),
                    officer,
                    new FollowUpCommand.RecordStatisticalInclusion(
                            id, "一期", "KT-" + n, null, "入库通知", List.of(), started.plusDays(20)));
        }
        if (state == PhaseState.STARTED) {
            YearMonth month = YearMonth.from(started.plusMonths(1));
            add(
                    steps,
                    month.plusMonths(1).atDay(3),
                    officer,
                    new FollowUpCommand.FileMonthlyReturn(
                            id,
                            "一期",
                            month,
                            new MonthlyReturn(
                                    Money.wan("300"),
                                    Money.wan("900"),
                                    BigDecimal.valueOf(n % 12),
                                    "基础施工",
                                    null,
                                    List.of()),
                            null));
        }
        return steps;
    }

    /** What follows the signature, once the policy has opened the follow-up. */
    List<Step> followUp(FollowUpId id, int n, LocalDate signedOn) {
        List<Step> steps = new ArrayList<>();
        LocalDate started = signedOn.plusDays(150);
        StaffId officer = officers.get(n % officers.size());
        add(
                steps,
                started,
                officer,
                new FollowUpCommand.ReportMilestone(id, "一期", Milestone.CONSTRUCTION_START, "照片", List.of(), started));
        add(
                steps,
                started.plusDays(3),
                head,
                new FollowUpCommand.VerifyMilestone(id, "一期", Milestone.CONSTRUCTION_START, "现场", List.of(), started));
        add(
                steps,
                started.plusDays(7),
                head,
                new FollowUpCommand.RecogniseMilestone(
                        id, "一期", Milestone.CONSTRUCTION_START, null, "施工许可", List.of(), started, null));
        return steps;
    }

    private static void add(List<Step> steps, LocalDate on, StaffId by, Command command) {
        steps.add(new Step(
                command,
                caller(by).pretending(on.atTime(10, 0).atZone(EventMeta.ZONE).toInstant())));
    }
}
