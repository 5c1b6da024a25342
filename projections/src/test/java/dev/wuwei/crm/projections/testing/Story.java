package dev.wuwei.crm.projections.testing;

import dev.wuwei.crm.counting.CountingEvent;
import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules;
import dev.wuwei.crm.counting.TotalsCheckEvent.TotalsChecked;
import dev.wuwei.crm.counting.TotalsCheckId;
import dev.wuwei.crm.counting.TotalsDifference;
import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.FollowUpEvent;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.investor.InvestorEvent;
import dev.wuwei.crm.investor.InvestorId;
import dev.wuwei.crm.investor.InvestorKind;
import dev.wuwei.crm.lead.Assessment;
import dev.wuwei.crm.lead.ClaimKind;
import dev.wuwei.crm.lead.LeadEvent;
import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.lead.LeadProfile;
import dev.wuwei.crm.lead.VisitDetails;
import dev.wuwei.crm.lead.VisitId;
import dev.wuwei.crm.lead.VisitKind;
import dev.wuwei.crm.negotiation.AdmissionOutcome;
import dev.wuwei.crm.negotiation.GateMetric;
import dev.wuwei.crm.negotiation.GateResult;
import dev.wuwei.crm.negotiation.NegotiationEvent;
import dev.wuwei.crm.negotiation.NegotiationId;
import dev.wuwei.crm.negotiation.NegotiationStage;
import dev.wuwei.crm.negotiation.OpinionVerdict;
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.negotiation.ReviewId;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.negotiation.RoundDetails;
import dev.wuwei.crm.negotiation.RoundId;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Coded;
import dev.wuwei.crm.shared.DomainEvent;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OfficialLevel;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.PersonalData;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.SigningEvent;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.signing.YearAmount;
import dev.wuwei.crm.staff.StaffEvent;
import dev.wuwei.crm.staff.TeamId;
import dev.wuwei.crm.testing.TestCountingRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * Two projects: 甲子食品, from the first lead to the first phase in production, with corrections and late reports on the way;
 * and 乙丑纺织 in another park, still in talks, its approval running.
 */
public final class Story {
    public static final Coded NORTH = new Coded("north", "城北园区");
    public static final Coded SOUTH = new Coded("south", "城南园区");
    public static final Coded FOOD = new Coded("food", "食品医药");
    public static final Coded TEXTILE = new Coded("textile", "纺织鞋服");
    public static final Coded SICHUAN = new Coded("510000", "四川");
    public static final Coded FUJIAN = new Coded("350000", "福建");

    public final History history = new History();

    public final TeamId firstTeam = TeamId.next();
    public final StaffId promoter = StaffId.next();
    public final StaffId colleague = StaffId.next();
    public final StaffId leader = StaffId.next();
    public final StaffId head = StaffId.next();
    public final InvestorId jiazi = InvestorId.next();
    public final InvestorId yichou = InvestorId.next();
    public final PersonId erased = PersonId.next();
    public final PersonId kept = PersonId.next();
    public final PersonId metOnce = PersonId.next();

    public final ProjectId food = ProjectId.next();
    public final LeadId foodLead = LeadId.next();
    public final NegotiationId foodTalks = NegotiationId.next();
    public final SigningId foodAgreement = SigningId.next();
    public final FollowUpId foodFollowUp = FollowUpId.next();
    public final VisitId firstVisit = VisitId.next();
    public final VisitId secondVisit = VisitId.next();
    public final EntryId arrival = EntryId.next();

    public final ProjectId textile = ProjectId.next();
    public final LeadId textileLead = LeadId.next();
    public final NegotiationId textileTalks = NegotiationId.next();
    public final ReviewId textileReview = ReviewId.next();

    public final CountingPolicyId policy = CountingPolicyId.next();

    public EventMeta visitLogged;
    public EventMeta visitCorrected;
    public EventMeta signed;
    public EventMeta amountCorrected;

    public Story() {
        accounts();
        investors();
        foodUntilSigned();
        foodAfterSigning();
        textileInTalks();
        countedOtherwise();
        recounted();
        history.on("2023-11-20").by(head).because("本人要求");
        history.record(new InvestorEvent.ContactErased(jiazi, erased, day("2023-11-20")));
    }

    /** Another way of counting, defined, revised, and said to have counted in October. */
    private void countedOtherwise() {
        history.on("2023-11-15").by(leader);
        history.record(new CountingEvent.CountingPolicyDefined(
                policy,
                "as-signed",
                1,
                "按签约时点",
                TestCountingRules.withAmountChange(CountingRules.AmountChange.NOT_COUNTED),
                day("2023-11-15")));
        history.on("2023-11-16").by(leader).because("终止不冲减");
        history.record(new CountingEvent.CountingPolicyRevised(
                policy,
                "as-signed",
                2,
                "按签约时点",
                TestCountingRules.withEnding(CountingRules.Ending.NOT_LOWERED),
                day("2023-11-16")));
        history.on("2023-11-16").by(leader).because("与上级口径一致");
        history.record(
                new CountingEvent.CountingPolicyAdopted(policy, "as-signed", 1, day("2023-10-01"), day("2023-11-16")));
        history.on("2023-11-17").by(leader).because("年底恢复");
        history.record(
                new CountingEvent.CountingPolicyRetired(policy, "as-signed", day("2023-11-01"), day("2023-11-17")));
    }

    /** Two nights, of which the second found an amount that the screens get wrong. */
    private void recounted() {
        history.on("2023-11-18").by(head);
        history.record(new TotalsChecked(
                TotalsCheckId.next(), 40, List.of("default@1"), 2, 8, 0, List.of(), day("2023-11-18")));
        history.on("2023-11-19").by(head);
        history.record(new TotalsChecked(
                TotalsCheckId.next(),
                41,
                List.of("default@1", "as-signed@2"),
                2,
                16,
                1,
                List.of(new TotalsDifference(
                        food,
                        "2023-0001",
                        "default@1",
                        "signed",
                        null,
                        1L,
                        Money.yi("10.5"),
                        1L,
                        Money.yi("10.2"),
                        null,
                        null)),
                day("2023-11-19")));
    }

    /** The same history as it is read once the person's key is gone. */
    public List<History.Entry> withErasedPeople() {
        return history.entries().stream()
                .map(entry -> new History.Entry(erase(entry.event()), entry.meta(), entry.aggregate()))
                .toList();
    }

    private DomainEvent erase(DomainEvent event) {
        return switch (event) {
            case InvestorEvent.ContactAdded e
            when e.personId().equals(erased) ->
                new InvestorEvent.ContactAdded(
                        e.investorId(),
                        e.personId(),
                        gone(e.name()),
                        e.position(),
                        gone(e.phone()),
                        gone(e.email()),
                        gone(e.wechat()),
                        e.occurredOn());
            case InvestorEvent.ContactChanged e
            when e.personId().equals(erased) ->
                new InvestorEvent.ContactChanged(
                        e.investorId(),
                        e.personId(),
                        gone(e.name()),
                        e.position(),
                        gone(e.phone()),
                        gone(e.email()),
                        gone(e.wechat()),
                        e.occurredOn());
            case LeadEvent.VisitLogged e ->
                new LeadEvent.VisitLogged(e.leadId(), e.projectId(), e.visitId(), erase(e.visit()), e.occurredOn());
            case LeadEvent.VisitCorrected e ->
                new LeadEvent.VisitCorrected(e.leadId(), e.projectId(), e.visitId(), erase(e.visit()), e.occurredOn());
            case NegotiationEvent.RoundLogged e ->
                new NegotiationEvent.RoundLogged(
                        e.negotiationId(),
                        e.projectId(),
                        e.roundId(),
                        e.number(),
                        new RoundDetails(
                                e.round().occurredOn(),
                                e.round().place(),
                                e.round().ourPeople(),
                                erase(e.round().theirPeople()),
                                e.round().summary(),
                                e.round().positions(),
                                e.round().nextStep(),
                                e.round().nextRoundOn(),
                                e.round().attachments()),
                        e.carriedOver(),
                        e.occurredOn());
            default -> event;
        };
    }

    private VisitDetails erase(VisitDetails visit) {
        return new VisitDetails(
                visit.kind(),
                visit.occurredOn(),
                visit.place(),
                visit.ourPeople(),
                erase(visit.theirPeople()),
                visit.summary(),
                visit.nextStep(),
                visit.nextContactOn(),
                visit.attachments());
    }

    private List<TheirPerson> erase(List<TheirPerson> people) {
        return people.stream()
                .map(person -> person.personId().equals(erased)
                        ? new TheirPerson(person.personId(), PersonalData.ERASED_VALUE, person.position())
                        : person)
                .toList();
    }

    private static String gone(String text) {
        return text == null ? null : PersonalData.ERASED_VALUE;
    }

    private void accounts() {
        history.on("2022-12-01").by(head);
        history.record(new StaffEvent.TeamOpened(firstTeam, "招商科", NORTH, day("2022-12-01")));
        account(promoter, "zhaojia", "赵甲", "招商专员", Set.of(Role.PROMOTER), List.of(NORTH));
        account(colleague, "qianyi", "钱乙", "招商专员", Set.of(Role.PROMOTER), List.of(SOUTH));
        account(leader, "sunbing", "孙丙", "副县长", Set.of(Role.LEADER), List.of());
        account(head, "liding", "李丁", "科长", Set.of(Role.DEPARTMENT_HEAD), List.of());
        history.record(new StaffEvent.TeamRenamed(firstTeam, "招商一科", day("2022-12-02")));
        history.record(new StaffEvent.ProfileChanged(colleague, "钱乙", "高级专员", null, day("2022-12-03")));
        history.record(
                new StaffEvent.RolesChanged(head, Set.of(Role.DEPARTMENT_HEAD, Role.SUPERVISOR), day("2022-12-03")));
        history.because("忘记密码");
        history.record(new StaffEvent.PasswordChanged(promoter, true, day("2022-12-04")));
        history.because("连续输错");
        history.record(new StaffEvent.AccountLocked(promoter, day("2022-12-05")));
        history.because("已核实");
        history.record(new StaffEvent.AccountUnlocked(promoter, day("2022-12-05")));
    }

    private void account(StaffId id, String username, String name, String title, Set<Role> roles, List<Coded> parks) {
        history.record(new StaffEvent.AccountOpened(
                id, username, name, title, "13800000000", roles, parks, firstTeam, "招商科", day("2022-12-01")));
    }

    private void investors() {
        history.on("2023-01-03").by(promoter);
        history.record(new InvestorEvent.InvestorRegistered(
                jiazi, "甲子农产品有限公司", null, SICHUAN, InvestorKind.PRIVATE, day("2023-01-03")));
        history.record(new InvestorEvent.ContactAdded(
                jiazi, erased, "段辰", "总经理", "13812340000", "duan@example.com", null, day("2023-01-03")));
        history.record(
                new InvestorEvent.ContactAdded(jiazi, kept, "武巳", "财务", "13912345678", null, null, day("2023-01-04")));
        history.record(new InvestorEvent.ContactChanged(
                jiazi, erased, "段辰", "董事长", "13812341111", null, null, day("2023-02-01")));
        history.record(new InvestorEvent.CreditCodeAssigned(jiazi, "91510000MA0000000X", day("2023-02-01")));
        history.record(new InvestorEvent.InvestorRenamed(jiazi, "甲子食品有限公司", "甲子农产品有限公司", day("2023-02-05")));
        history.record(new InvestorEvent.InvestorRegistered(
                yichou, "乙丑纺织集团", "91350000MA0000000Y", FUJIAN, InvestorKind.PRIVATE, day("2023-02-06")));
        InvestorId twin = InvestorId.next();
        history.record(new InvestorEvent.InvestorRegistered(
                twin, "乙丑纺织（集团）", null, FUJIAN, InvestorKind.PRIVATE, day("2023-02-07")));
        history.because("同一企业");
        history.record(new InvestorEvent.InvestorMerged(twin, yichou, day("2023-02-08")));
    }

    public LeadProfile foodProfile(String name, String yi) {
        return new LeadProfile(
                name,
                jiazi,
                erased,
                new Coded("visit", "登门拜访"),
                null,
                new Coded("chain", "产业链招商"),
                SICHUAN,
                FOOD,
                new Coded("1391", "淀粉及淀粉制品制造"),
                new Coded("healthy", "健康食品链"),
                Money.yi(yi),
                Area.mu("260"),
                null,
                ProjectKind.NEWLY_INTRODUCED,
                "年产五万吨");
    }

    private void foodUntilSigned() {
        history.on("2023-01-05").by(promoter);
        history.record(new LeadEvent.LeadRegistered(
                foodLead,
                food,
                "ZS-2023-0001",
                foodProfile("甲子食品", "9.6"),
                NORTH,
                promoter,
                promoter,
                firstTeam,
                "招商一科",
                day("2023-01-06"),
                day("2023-01-05")));
        history.record(new LeadEvent.FirstReportClaimed(
                foodLead,
                food,
                jiazi,
                promoter,
                ClaimKind.FIRST_REPORT,
                Instant.parse("2023-01-05T01:00:00Z"),
                day("2023-01-05")));
        history.on("2023-01-06");
        history.record(new LeadEvent.LeadResponded(foodLead, food, "已电话联系", day("2023-01-11"), day("2023-01-06")));
        history.on("2023-01-20");
        visitLogged = history.record(new LeadEvent.VisitLogged(
                foodLead,
                food,
                firstVisit,
                visit("2023-01-08", leader, OfficialLevel.COUNTY_LEADER, "看了老厂", "补充用地需求", "2023-01-28"),
                day("2023-01-08")));
        history.on("2023-01-22").because("参加人选错").correcting(visitLogged);
        visitCorrected = history.record(new LeadEvent.VisitCorrected(
                foodLead,
                food,
                firstVisit,
                visit("2023-01-08", head, OfficialLevel.SECTION, "看了老厂", "补充用地需求", "2023-01-28"),
                day("2023-01-08")));
        history.on("2023-02-01");
        EventMeta wrong = history.record(new LeadEvent.VisitLogged(
                foodLead,
                food,
                secondVisit,
                visit("2023-02-01", promoter, OfficialLevel.OFFICER, "记错了项目", null, null),
                day("2023-02-01")));
        history.because("属于另一个项目").correcting(wrong);
        history.record(new LeadEvent.VisitWithdrawn(foodLead, food, secondVisit, day("2023-02-01")));
        history.record(new LeadEvent.LeadRevised(foodLead, food, foodProfile("甲子食品产业园", "9.6"), day("2023-02-01")));
        history.record(new LeadEvent.LeadJudged(
                foodLead, food, Assessment.WORTH_FOLLOWING, false, "值得跟进", day("2023-02-08"), day("2023-02-01")));
        history.on("2023-02-03");
        history.record(new LeadEvent.LeadAdopted(foodLead, food, foodTalks, day("2023-02-03")));
        history.record(new NegotiationEvent.NegotiationOpened(
                foodTalks,
                food,
                "ZS-2023-0001",
                foodLead,
                jiazi,
                "甲子食品产业园",
                NORTH,
                FOOD,
                null,
                ProjectKind.NEWLY_INTRODUCED,
                Money.yi("9.6"),
                Area.mu("260"),
                promoter,
                day("2023-02-03")));
        history.record(new NegotiationEvent.Appointed(
                foodTalks, food, ProjectRole.LINKING_LEADER, leader, null, day("2023-02-04")));
        history.record(
                new NegotiationEvent.Appointed(foodTalks, food, ProjectRole.MEMBER, head, null, day("2023-02-04")));
        history.record(
                new NegotiationEvent.PlanAdopted(foodTalks, food, 1, "一个方案", "先供地后建厂", List.of(), day("2023-02-05")));
        history.on("2023-02-10");
        history.record(new NegotiationEvent.StageAdvanced(
                foodTalks, food, NegotiationStage.FIRST_CONTACT, NegotiationStage.IN_DEPTH, day("2023-02-10")));
        history.record(new NegotiationEvent.RoundLogged(
                foodTalks,
                food,
                RoundId.next(),
                1,
                round(
                        "2023-02-10",
                        List.of(
                                new TopicPosition("地价", "8万元/亩", "10万元/亩", null, true),
                                new TopicPosition("用电", "双回路", "双回路", "双回路", false)),
                        "2023-02-20"),
                List.of(),
                day("2023-02-10")));
        history.on("2023-02-20");
        history.record(new NegotiationEvent.RoundLogged(
                foodTalks,
                food,
                RoundId.next(),
                2,
                round("2023-02-20", List.of(new TopicPosition("税收", "5万元/亩", "6万元/亩", null, true)), null),
                List.of(new TopicPosition("地价", "8万元/亩", "10万元/亩", null, true)),
                day("2023-02-20")));
        history.record(
                new NegotiationEvent.TermsRevised(foodTalks, food, 1, terms("9.6", "3.2"), null, day("2023-02-21")));
        history.record(
                new NegotiationEvent.TermsRevised(foodTalks, food, 2, terms("9.6", "3.5"), "提高固投", day("2023-02-25")));
        ReviewId review = ReviewId.next();
        history.on("2023-03-01");
        history.record(new NegotiationEvent.AdmissionReviewRequested(
                foodTalks,
                food,
                review,
                2,
                List.of(
                        new NegotiationEvent.AdmissionReviewRequested.RequestedOpinion(
                                ReviewTopic.ENVIRONMENT, new Coded("epb", "生态环境局"), day("2023-03-08")),
                        new NegotiationEvent.AdmissionReviewRequested.RequestedOpinion(
                                ReviewTopic.ENERGY, new Coded("drc", "发改局"), day("2023-03-08"))),
                day("2023-03-01")));
        history.on("2023-03-06").by(head);
        history.record(new NegotiationEvent.OpinionGiven(
                foodTalks,
                food,
                review,
                ReviewTopic.ENVIRONMENT,
                OpinionVerdict.AGREE_WITH_CONDITIONS,
                "同意",
                List.of("污水自行预处理"),
                day("2023-03-06")));
        history.record(new NegotiationEvent.OpinionGiven(
                foodTalks, food, review, ReviewTopic.ENERGY, OpinionVerdict.AGREE, "同意", List.of(), day("2023-03-06")));
        history.on("2023-03-10").by(leader);
        history.record(new NegotiationEvent.AdmissionDecided(
                foodTalks,
                food,
                review,
                AdmissionOutcome.APPROVED_WITH_CONDITIONS,
                2,
                List.of(new GateResult(
                        GateMetric.INVESTMENT_INTENSITY,
                        new BigDecimal("250"),
                        new BigDecimal("200"),
                        null,
                        "万元/亩",
                        true)),
                "gates@1",
                List.of("污水自行预处理"),
                "县长办公会〔2023〕3号",
                day("2023-09-06"),
                day("2023-03-10")));
        history.record(new NegotiationEvent.NegotiationSigned(foodTalks, food, foodAgreement, day("2023-03-26")));
        history.on("2023-03-26").by(promoter);
        signed = history.record(new SigningEvent.AgreementSigned(
                foodAgreement,
                food,
                "ZS-2023-0001",
                foodTalks,
                AgreementKind.FORMAL,
                "LQ-2023-006",
                List.of(
                        new Party(Party.Side.INVESTOR, "甲子食品有限公司", "91510000MA0000000X"),
                        new Party(Party.Side.GOVERNMENT, "县人民政府", null)),
                agreement("9.6", "2023-08-31", "2024-06-30"),
                null,
                true,
                true,
                FOOD,
                NORTH,
                promoter,
                List.of(new Attachment("aa".repeat(32), "协议.pdf", "application/pdf", 1024)),
                day("2023-03-26")));
    }

    private void foodAfterSigning() {
        history.record(new FollowUpEvent.FollowUpOpened(
                foodFollowUp,
                food,
                "ZS-2023-0001",
                foodAgreement,
                1,
                NORTH,
                agreement("9.6", "2023-08-31", "2024-06-30").phases(),
                day("2023-03-26")));
        history.record(new FollowUpEvent.ServiceAssigned(
                foodFollowUp, food, ServiceRole.RESIDENT_LIAISON, promoter, null, day("2023-04-02")));
        history.on("2023-05-10");
        history.record(new SigningEvent.CapitalArrived(
                foodAgreement, food, arrival, Money.wan("20000"), "进账单", List.of(), day("2023-04-28")));
        history.on("2023-06-01").by(head).because("与进账单不符");
        history.record(new SigningEvent.ArrivedCapitalCorrected(
                foodAgreement, food, arrival, Money.wan("12000"), Money.wan("20000"), day("2023-04-28")));
        history.on("2023-08-10").by(promoter).because("二期调整");
        history.record(new SigningEvent.AgreementAmended(
                foodAgreement,
                food,
                2,
                "LQ-2023-006-B1",
                agreement("10.2", "2023-08-31", "2024-12-31"),
                List.of(),
                day("2023-08-10")));
        history.record(new FollowUpEvent.AgreedDatesRevised(
                foodFollowUp,
                food,
                foodAgreement,
                2,
                agreement("10.2", "2023-08-31", "2024-12-31").phases(),
                day("2023-08-10")));
        history.on("2023-08-21");
        history.record(new FollowUpEvent.MilestoneReported(
                foodFollowUp, food, "一期", Milestone.CONSTRUCTION_START, "照片", List.of(), day("2023-08-20")));
        history.on("2023-08-25").by(head);
        history.record(new FollowUpEvent.MilestoneVerified(
                foodFollowUp, food, "一期", Milestone.CONSTRUCTION_START, "现场", List.of(), day("2023-08-20")));
        history.record(new FollowUpEvent.MilestoneRecognised(
                foodFollowUp,
                food,
                "一期",
                Milestone.CONSTRUCTION_START,
                null,
                day("2023-08-31"),
                false,
                "施工许可",
                List.of(),
                day("2023-08-20")));
        history.on("2023-09-15").by(promoter);
        history.record(new FollowUpEvent.MilestoneReported(
                foodFollowUp, food, "二期", Milestone.CONSTRUCTION_START, "照片", List.of(), day("2023-09-15")));
        history.on("2023-09-22").by(head).because("只平了场地");
        history.record(new FollowUpEvent.MilestoneWithdrawn(
                foodFollowUp, food, "二期", Milestone.CONSTRUCTION_START, day("2023-09-15")));
        history.on("2023-10-02").by(promoter);
        history.record(new FollowUpEvent.MonthlyReturnFiled(
                foodFollowUp,
                food,
                "一期",
                YearMonth.parse("2023-09"),
                new MonthlyReturn(
                        Money.wan("2180"), Money.wan("9000"), new BigDecimal("31"), "基础完成", "用电未到位", List.of()),
                day("2023-09-30")));
        history.on("2023-10-08").by(head).because("多报一笔");
        history.record(new FollowUpEvent.MonthlyReturnCorrected(
                foodFollowUp,
                food,
                "一期",
                YearMonth.parse("2023-09"),
                new MonthlyReturn(
                        Money.wan("2080"), Money.wan("8900"), new BigDecimal("30"), "基础完成", "用电未到位", List.of()),
                day("2023-09-30")));
        history.on("2023-11-01").because("汛期");
        history.record(new FollowUpEvent.PhaseSuspended(
                foodFollowUp, food, "二期", Cause.FORCE_MAJEURE, false, day("2023-11-01")));
        history.on("2023-11-08").because("与协议原件不符").correcting(signed);
        amountCorrected = history.record(new SigningEvent.AmountCorrected(
                foodAgreement, food, 2, Money.yi("10.5"), Money.yi("3.5"), null, day("2023-08-10")));
    }

    private void textileInTalks() {
        history.on("2023-10-09").by(colleague);
        history.record(new LeadEvent.LeadRegistered(
                textileLead,
                textile,
                "ZS-2023-0002",
                new LeadProfile(
                        "乙丑运动鞋生产基地",
                        yichou,
                        null,
                        null,
                        null,
                        null,
                        FUJIAN,
                        TEXTILE,
                        null,
                        null,
                        Money.yi("12"),
                        null,
                        Area.squareMetres("40000"),
                        ProjectKind.NEWLY_INTRODUCED,
                        null),
                SOUTH,
                colleague,
                colleague,
                null,
                null,
                day("2023-10-10"),
                day("2023-10-09")));
        history.record(new LeadEvent.LeadResponded(textileLead, textile, "已联系", day("2023-10-12"), day("2023-10-10")));
        history.record(new LeadEvent.LeadJudged(
                textileLead, textile, Assessment.WORTH_FOLLOWING, false, "好", day("2023-10-17"), day("2023-10-11")));
        history.record(new LeadEvent.LeadAdopted(textileLead, textile, textileTalks, day("2023-10-12")));
        history.record(new NegotiationEvent.NegotiationOpened(
                textileTalks,
                textile,
                "ZS-2023-0002",
                textileLead,
                yichou,
                "乙丑运动鞋生产基地",
                SOUTH,
                TEXTILE,
                null,
                ProjectKind.NEWLY_INTRODUCED,
                Money.yi("12"),
                null,
                colleague,
                day("2023-10-12")));
        history.on("2023-11-13");
        history.record(new LeadEvent.VisitLogged(
                textileLead,
                textile,
                VisitId.next(),
                visit("2023-11-13", colleague, OfficialLevel.OFFICER, "谈厂房", "赴泉州互访", "2023-12-04"),
                day("2023-11-13")));
        history.record(new NegotiationEvent.AdmissionReviewRequested(
                textileTalks,
                textile,
                textileReview,
                0,
                List.of(new NegotiationEvent.AdmissionReviewRequested.RequestedOpinion(
                        ReviewTopic.SAFETY, new Coded("safety", "应急局"), day("2023-11-30"))),
                day("2023-11-14")));
    }

    private VisitDetails visit(
            String on, StaffId ours, OfficialLevel level, String summary, String nextStep, String nextOn) {
        return new VisitDetails(
                VisitKind.VISIT,
                day(on),
                "企业现场",
                List.of(new OurPerson(ours, level)),
                List.of(new TheirPerson(erased, "段辰", "总经理"), new TheirPerson(metOnce, "石午", "厂长")),
                summary,
                nextStep,
                nextOn == null ? null : day(nextOn),
                List.of());
    }

    private RoundDetails round(String on, List<TopicPosition> positions, String next) {
        return new RoundDetails(
                day(on),
                "会议室",
                List.of(new OurPerson(promoter, OfficialLevel.OFFICER)),
                List.of(new TheirPerson(erased, "段辰", "董事长")),
                "谈了地价",
                positions,
                next == null ? null : "再谈地价",
                next == null ? null : day(next),
                List.of());
    }

    private static Terms terms(String total, String fixed) {
        return new Terms(
                Money.yi(total),
                Money.yi(fixed),
                Area.mu("260"),
                null,
                new BigDecimal("1.2"),
                new BigDecimal("250"),
                new BigDecimal("400"),
                new BigDecimal("20"),
                420,
                day("2023-08-31"),
                day("2024-06-30"),
                day("2024-12-31"),
                null,
                null,
                List.of(new Terms.Incentive("固定资产投资奖励", true)));
    }

    private static AgreementTerms agreement(String total, String start, String secondCompletion) {
        return new AgreementTerms(
                Money.yi(total),
                Money.yi("3.2"),
                null,
                Area.mu("260"),
                List.of(new YearAmount(2023, Money.yi("2")), new YearAmount(2024, Money.yi("6"))),
                List.of(
                        new AgreedPhase(
                                "一期",
                                Money.yi("5.6"),
                                Area.mu("140"),
                                day(start),
                                day("2024-06-30"),
                                day("2024-12-31"),
                                null,
                                null),
                        new AgreedPhase(
                                "二期",
                                Money.yi("4"),
                                Area.mu("120"),
                                day("2023-10-31"),
                                day(secondCompletion),
                                null,
                                null,
                                null)),
                List.of(
                        new CompanyCommitment(
                                "03",
                                "一期",
                                Metric.FIXED_ASSET_INVESTMENT,
                                CompanyCommitment.Operator.AT_LEAST,
                                "32000",
                                "万元",
                                DueRule.on(day("2024-12-31")),
                                "审计报告",
                                "收回奖励"),
                        new CompanyCommitment(
                                "05",
                                "一期",
                                Metric.START_DATE,
                                CompanyCommitment.Operator.NOT_LATER_THAN,
                                start,
                                null,
                                DueRule.monthsAfter(DueRule.Anchor.SIGNING, 5),
                                "施工许可",
                                null)),
                List.of(new GovernmentCommitment(
                        "21",
                        GovernmentCommitment.Kind.LAND_HANDOVER,
                        "一期供地（140亩）",
                        null,
                        null,
                        DueRule.on(day("2023-06-30")),
                        "自规局")));
    }

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }
}
