package dev.wuwei.crm.demo;

import static dev.wuwei.crm.demo.DemoStaff.ADMIN;
import static dev.wuwei.crm.demo.DemoStaff.FUZEREN;
import static dev.wuwei.crm.demo.DemoStaff.WUJI;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.ElementKind;
import dev.wuwei.crm.followup.EnterpriseActuals;
import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.followup.FollowUpId;
import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.MonthCloseId;
import dev.wuwei.crm.followup.MonthCommand;
import dev.wuwei.crm.followup.MonthlyReturn;
import dev.wuwei.crm.followup.ServiceRole;
import dev.wuwei.crm.followup.SkipCause;
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
import dev.wuwei.crm.negotiation.ProjectRole;
import dev.wuwei.crm.negotiation.ReviewId;
import dev.wuwei.crm.negotiation.ReviewTopic;
import dev.wuwei.crm.negotiation.RoundDetails;
import dev.wuwei.crm.negotiation.RoundId;
import dev.wuwei.crm.negotiation.Terms;
import dev.wuwei.crm.negotiation.TopicPosition;
import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Attachment;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CreditCode;
import dev.wuwei.crm.shared.Currency;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.OurPerson;
import dev.wuwei.crm.shared.PersonId;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.shared.TheirPerson;
import dev.wuwei.crm.signing.AgreedPhase;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.signing.AgreementTerms;
import dev.wuwei.crm.signing.CommitmentCommand;
import dev.wuwei.crm.signing.CompanyCommitment;
import dev.wuwei.crm.signing.DueRule;
import dev.wuwei.crm.signing.EntryId;
import dev.wuwei.crm.signing.GovernmentCommitment;
import dev.wuwei.crm.signing.Metric;
import dev.wuwei.crm.signing.Party;
import dev.wuwei.crm.signing.PromiseStep;
import dev.wuwei.crm.signing.SigningCommand;
import dev.wuwei.crm.signing.SigningId;
import dev.wuwei.crm.signing.YearAmount;
import dev.wuwei.crm.staff.StaffCommand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the lines of the demo park into the entries its people made, in the order in which they made them. */
final class DemoScenario {
    static final String PASSWORD = "demo-2026";

    /** The last day that anything was entered; the park lives on from the next morning ({@code wuwei.demo-day}). */
    static final LocalDate LAST_DAY = LocalDate.of(2023, 12, 28);

    private static final String[] SURNAMES = {"许", "何", "吕", "施", "张", "孔", "曹", "严", "华", "金", "魏", "陶", "姜", "戚", "谢"
    };
    private static final String[] BRANCHES = {"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"};
    private static final String[] POSITIONS = {"总经理", "董事长", "投资部经理", "副总经理", "办公室主任"};
    private static final String[] TALK = {
        "对方介绍了产能布局和上下游配套，关心用工与物流成本。",
        "实地看了地块和标准厂房，对交通条件满意，要求补充供电容量说明。",
        "对方带来初步投资方案，计划分两年投入，希望首期用地尽快落实。",
        "沟通了环评和能耗要求，企业同意调整工艺，减少用水量。",
        "就亩均税收承诺交换意见，对方希望投产后第二年起算。",
        "介绍了园区政策与办事流程，约定下次由双方技术人员对接。"
    };
    private static final String[] NEXT = {"补充用地需求清单", "提供电力增容方案", "约定下一轮时间", "寄送政策文件", "核对投资计划", "安排实地考察"};

    /** Idle land that a project was given, in 亩. */
    private record Freed(String disposalMethod, String mu) {}

    /** Those of 2023 come to the 120亩 that the park told of for the year. */
    private static final Map<String, Freed> REVITALISED = Map.of(
            "p18", new Freed("lease-conversion", "35"),
            "p19", new Freed("bankruptcy", "40"),
            "p22", new Freed("judicial-auction", "25"),
            "p27", new Freed("repurchase", "34"),
            "p31", new Freed("entrusted-lease", "21"));

    private final List<DemoStep> steps = new ArrayList<>();

    private DemoScenario() {}

    /** @return all entries, oldest first */
    static List<DemoStep> steps() {
        return steps(false);
    }

    /** @return all entries, and the look-back campaigns and bulletins, which need read models to look with */
    static List<DemoStep> withReadModels() {
        return steps(true);
    }

    private static List<DemoStep> steps(boolean readModels) {
        DemoScenario scenario = new DemoScenario();
        scenario.staff();
        List<Project> projects =
                DemoProject.all().stream().map(scenario::project).toList();
        scenario.twins(projects);
        scenario.closeMonths();
        scenario.steps.addAll(DemoTickets.steps(projects.stream()
                .collect(Collectors.toMap(project -> project.row.text("key"), project -> project.leadId))));
        scenario.steps.addAll(DemoTargets.steps());
        if (readModels) {
            scenario.steps.addAll(DemoPolicies.steps());
            scenario.steps.addAll(DemoPublications.steps());
            scenario.steps.addAll(DemoLookBacks.steps(projects.stream()
                    .filter(project -> project.row.has("signed"))
                    .collect(Collectors.toMap(
                            project -> project.row.text("key"),
                            project -> project.projectId,
                            (one, other) -> one,
                            LinkedHashMap::new))));
        }
        scenario.steps.removeIf(step -> step.recordedAt().toLocalDate().isAfter(LAST_DAY));
        scenario.steps.sort(Comparator.comparing(DemoStep::recordedAt));
        return List.copyOf(scenario.steps);
    }

    // ---- people

    private void staff() {
        LocalDate day = LocalDate.of(2020, 12, 28);
        for (DemoTeam team : DemoTeam.values()) {
            enter(day.atTime(9, team.ordinal()), ADMIN, new StaffCommand.OpenTeam(team.id, team.label, null, day));
        }
        for (DemoStaff person : DemoStaff.values()) {
            enter(
                    day.atTime(person == ADMIN ? 8 : 10, person.ordinal()),
                    ADMIN,
                    new StaffCommand.OpenAccount(
                            person.id,
                            person.username,
                            person.fullName,
                            person.title,
                            "1380000%04d".formatted(person.ordinal()),
                            person.roles(),
                            Set.of(),
                            person.team == null ? null : person.team.id,
                            PASSWORD,
                            day));
        }
    }

    // ---- one project

    private Project project(DemoProject row) {
        Project project = new Project(row);
        project.lead();
        if (NegotiationPath.reached(row.status())) {
            project.negotiation();
        }
        if (row.has("signed")) {
            project.signing();
            project.followUp();
        }
        return project;
    }

    /** Every month of 2023 on the eighth of the next; one was opened again for two days. */
    private void closeMonths() {
        for (String park : List.of("wuxi", "liangjiang", "liangchan")) {
            for (int number = 1; number <= 11; number++) {
                YearMonth month = YearMonth.of(2023, number);
                MonthCloseId id = MonthCloseId.of(park, month);
                LocalDate day = workday(month.plusMonths(1).atDay(8));
                enter(day.atTime(17, 20), FUZEREN, new MonthCommand.CloseMonth(id, park, month, day));
                if (number == 9 && park.equals("wuxi")) {
                    LocalDate opened = workday(day.plusDays(3));
                    LocalDate closed = workday(day.plusDays(5));
                    enter(opened.atTime(9, 30), FUZEREN, new MonthCommand.ReopenMonth(id, opened, "一家企业报表口径有误，退回重报"));
                    enter(closed.atTime(17, 20), FUZEREN, new MonthCommand.CloseMonth(id, park, month, closed));
                }
            }
        }
    }

    /** Duplicates, a merged company, a rename, a person who asked to be forgotten. */
    private void twins(List<Project> projects) {
        List<Project> merged = with(projects, "MERGED");
        for (int i = 0; i < merged.size(); i++) {
            Project from = merged.get(i);
            Project into = projects.get(22 + i);
            enter(
                    later(from.registered, 12),
                    FUZEREN,
                    new LeadCommand.MergeLead(
                            from.leadId, into.leadId, later(from.registered, 12).toLocalDate(), "与在推项目为同一企业同一投资意向"));
        }
        Project renamed = projects.get(6);
        enter(
                LocalDate.of(2022, 9, 1).atTime(10, 20),
                renamed.officer,
                new InvestorCommand.RenameInvestor(
                        renamed.investorId, renamed.row.text("company") + "科技", LocalDate.of(2022, 8, 26)));
        Project forgotten = projects.get(11);
        enter(
                LocalDate.of(2023, 10, 9).atTime(15, 5),
                FUZEREN,
                new InvestorCommand.EraseContact(forgotten.investorId, forgotten.contact, "本人离职并书面要求删除个人信息"));
    }

    private static List<Project> with(List<Project> projects, String status) {
        return projects.stream().filter(p -> p.row.status().equals(status)).toList();
    }

    private void enter(LocalDateTime at, DemoStaff by, Command command) {
        enter(at, by, world -> command);
    }

    private void enter(LocalDateTime at, DemoStaff by, Function<DemoWorld, Command> command) {
        steps.add(new DemoStep(at, by.username, command));
    }

    private static LocalDateTime later(LocalDate date, int days) {
        return office(date.plusDays(days), days);
    }

    /** Office hours of the next working day, spread by a seed so that entries do not pile up on one minute. */
    private static LocalDateTime office(LocalDate date, int seed) {
        LocalDate day = workday(date);
        int minutes = Math.floorMod(seed * 97 + day.getDayOfYear() * 31, 8 * 60);
        return LocalDateTime.of(day, LocalTime.of(9, 0).plusMinutes(minutes));
    }

    private static LocalDate workday(LocalDate date) {
        LocalDate day = date;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** How far a line's status says that its talks have come. */
    private enum NegotiationPath {
        FIRST_CONTACT,
        MUTUAL_VISIT,
        IN_DEPTH,
        TERMS,
        IN_REVIEW,
        READY_TO_SIGN,
        SIGNED,
        SHELVED,
        TERMINATED,
        RESCINDED;

        static boolean reached(String status) {
            for (NegotiationPath path : values()) {
                if (path.name().equals(status)) {
                    return true;
                }
            }
            return false;
        }

        boolean beyond(NegotiationPath stage) {
            return switch (this) {
                case SHELVED -> stage.ordinal() <= IN_DEPTH.ordinal();
                case TERMINATED -> stage.ordinal() <= TERMS.ordinal();
                case RESCINDED -> true;
                default -> ordinal() >= stage.ordinal();
            };
        }
    }

    /** The entries of one line. */
    private final class Project {
        final DemoProject row;
        final int seed;
        final DemoStaff officer;
        final DemoStaff leader;
        final LocalDate registered;
        final InvestorId investorId = InvestorId.next();
        final PersonId contact = PersonId.next();
        final LeadId leadId = LeadId.next();
        final ProjectId projectId = ProjectId.next();
        final NegotiationId negotiationId = NegotiationId.next();
        final SigningId signingId = SigningId.next();
        LocalDate adopted;
        LocalDate signed;
        LocalDate lastVisit;

        Project(DemoProject row) {
            this.row = row;
            this.seed = row.index();
            this.officer = DemoStaff.of(row.text("officer"));
            this.leader = DemoStaff.of(row.text("leader"));
            this.registered = workday(row.date("registered"));
        }

        void lead() {
            boolean foreign = row.has("foreignWan");
            enter(
                    at(registered, 0),
                    officer,
                    new InvestorCommand.RegisterInvestor(
                            investorId,
                            row.text("company"),
                            seed % 9 == 8 && !row.has("signed") ? null : creditCode(seed),
                            row.text("region"),
                            foreign
                                    ? InvestorKind.FOREIGN
                                    : seed % 7 == 3 ? InvestorKind.STATE_OWNED : InvestorKind.PRIVATE,
                            registered));
            enter(
                    at(registered, 1),
                    officer,
                    new InvestorCommand.AddContact(
                            investorId,
                            contact,
                            contactName(),
                            POSITIONS[seed % POSITIONS.length],
                            "1390000%04d".formatted(seed),
                            null,
                            null,
                            registered));
            enter(
                    at(registered, 2),
                    officer,
                    new LeadCommand.RegisterLead(
                            leadId,
                            projectId,
                            details(row.yi("estimate")),
                            row.text("park"),
                            officer.id,
                            seed % 11 == 10 && row.status().equals("REGISTERED") ? null : officer.id,
                            officer.team.id,
                            registered));
            if (row.status().equals("REGISTERED")) {
                return;
            }
            LocalDate responded = workday(registered.plusDays(1));
            enter(at(responded, 3), officer, new LeadCommand.RespondToLead(leadId, "已电话联系，对方确认投资意向，约定面谈。", responded));
            visit(VisitKind.PHONE, responded, 4);
            if (row.status().equals("RESPONDED")) {
                return;
            }
            LocalDate judged = workday(registered.plusDays(5));
            boolean experts = seed % 5 == 0;
            boolean declined = row.status().equals("DECLINED");
            enter(
                    at(judged, 5),
                    FUZEREN,
                    new LeadCommand.JudgeLead(
                            leadId,
                            declined
                                    ? Assessment.UNSUITABLE
                                    : seed % 8 == 7 ? Assessment.WATCH : Assessment.WORTH_FOLLOWING,
                            experts,
                            declined ? "工艺落后，能耗高于准入要求。" : "符合园区产业定位，建议跟进。",
                            judged));
            leadEnd(judged);
        }

        private void leadEnd(LocalDate judged) {
            LocalDate next = workday(judged.plusDays(9L + seed % 6));
            switch (row.status()) {
                case "MERGED" -> {}
                case "JUDGED" -> visit(VisitKind.VISIT, next, 6);
                case "ARBITRATION" -> {
                    visit(VisitKind.VISIT, next, 6);
                    pool(workday(next.plusDays(60)));
                }
                case "DECLINED" ->
                    enter(
                            at(next, 6),
                            FUZEREN,
                            new LeadCommand.DeclineLead(
                                    leadId,
                                    seed % 2 == 0 ? "environment" : "intensity",
                                    "感谢推荐，项目与园区准入要求有差距，已向企业说明。",
                                    next));
                case "POOLED" -> pool(workday(registered.plusDays(52)));
                case "CIRCULATING", "ACCEPTED", "RETURNED" -> circulate(next);
                case "ARCHIVED", "REOPENED" -> {
                    enter(
                            at(next.plusDays(20), 6),
                            officer,
                            new LeadCommand.ArchiveLead(
                                    leadId, "invested-elsewhere", workday(next.plusDays(20)), "企业已在外地购地"));
                    if (row.status().equals("REOPENED")) {
                        enter(
                                at(next.plusDays(45), 7),
                                officer,
                                new LeadCommand.ReopenLead(leadId, workday(next.plusDays(45)), "外地项目受阻，企业重新联系"));
                    }
                }
                default -> {
                    visit(VisitKind.RECEPTION, next, 6);
                    adopted = workday(judged.plusDays(7));
                }
            }
        }

        private void pool(LocalDate on) {
            enter(at(on, 6), FUZEREN, new LeadCommand.PoolLead(leadId, on, "45 天无进展"));
        }

        private void circulate(LocalDate on) {
            String to = row.text("park").equals("wuxi") ? "liangjiang" : "wuxi";
            enter(
                    at(on, 6),
                    officer,
                    new LeadCommand.CirculateLead(leadId, to, DemoTeam.SECOND.id, on, "项目用水量大，适合流转到该园区"));
            LocalDate answered = workday(on.plusDays(4));
            if (row.status().equals("ACCEPTED")) {
                enter(
                        at(answered, 7),
                        FUZEREN,
                        new LeadCommand.AcceptCirculation(leadId, DemoStaff.SUNBING.id, answered));
                pool(workday(answered.plusDays(90)));
            } else if (row.status().equals("RETURNED")) {
                enter(at(answered, 7), FUZEREN, new LeadCommand.ReturnCirculation(leadId, answered, "该园区暂无合适地块"));
                pool(workday(answered.plusDays(70)));
            }
        }

        void negotiation() {
            NegotiationPath path = NegotiationPath.valueOf(row.status());
            signed = row.date("signed");
            LocalDate framework = row.date("framework");
            LocalDate end = framework != null ? framework : signed != null ? signed : LAST_DAY.minusDays(3L + seed % 9);
            enter(at(adopted, 7), officer, new LeadCommand.AdoptLead(leadId, negotiationId, adopted));
            enter(
                    at(adopted.plusDays(2), 8),
                    FUZEREN,
                    new NegotiationCommand.Appoint(
                            negotiationId, ProjectRole.LINKING_LEADER, leader.id, workday(adopted.plusDays(2))));
            DemoStaff member = officer.team == DemoTeam.FIRST ? DemoStaff.QIANYI : DemoStaff.SUNBING;
            if (member != officer) {
                enter(
                        at(adopted.plusDays(2), 9),
                        FUZEREN,
                        new NegotiationCommand.Appoint(
                                negotiationId, ProjectRole.MEMBER, member.id, workday(adopted.plusDays(2))));
            }
            enter(
                    at(adopted.plusDays(3), 10),
                    officer,
                    new NegotiationCommand.AdoptPlan(
                            negotiationId,
                            row.text("project") + "招引方案",
                            "由联系领导牵头，两周一次调度；先落实用地与电力条件，再谈税收承诺。",
                            List.of(),
                            workday(adopted.plusDays(3))));
            stage(path, NegotiationPath.MUTUAL_VISIT, part(end, 0.12));
            round(1, part(end, 0.16));
            visit(VisitKind.SITE_INSPECTION, part(end, 0.22), 12);
            stage(path, NegotiationPath.IN_DEPTH, part(end, 0.30));
            if (path.beyond(NegotiationPath.IN_DEPTH)) {
                round(2, part(end, 0.38));
                visit(VisitKind.VISIT, part(end, 0.44), 14);
            }
            stage(path, NegotiationPath.TERMS, part(end, 0.50));
            if (path.beyond(NegotiationPath.TERMS)) {
                terms(0, part(end, 0.52), "首稿");
                round(3, part(end, 0.60));
                terms(1, part(end, 0.64), "按第三轮洽谈调整");
                visit(VisitKind.ONLINE, part(end, 0.68), 16);
            }
            if (path.beyond(NegotiationPath.READY_TO_SIGN)) {
                review(true, ReviewId.next(), framework == null ? part(end, 0.72) : workday(end.minusDays(24)));
            } else if (path.beyond(NegotiationPath.IN_REVIEW)) {
                review(false, ReviewId.next(), workday(LAST_DAY.minusDays(9L + seed % 4)));
            }
            ending(path, end);
        }

        private void ending(NegotiationPath path, LocalDate end) {
            switch (path) {
                case SHELVED ->
                    enter(
                            at(part(end, 0.5), 30),
                            officer,
                            new NegotiationCommand.ShelveNegotiation(
                                    negotiationId, LocalDate.of(2024, 3, 29), part(end, 0.5), "企业等待母公司预算批复"));
                case TERMINATED ->
                    enter(
                            at(part(end, 0.8), 30),
                            FUZEREN,
                            new NegotiationCommand.TerminateNegotiation(
                                    negotiationId,
                                    seed % 2 == 0 ? "land-price" : "invested-elsewhere",
                                    part(end, 0.8),
                                    "多轮沟通后条件差距仍大"));
                case SIGNED, RESCINDED -> {
                    if (seed % 3 == 0) {
                        visit(VisitKind.PHONE, part(end, 0.95), 31);
                    }
                }
                default -> keepInTouch();
            }
        }

        /** Talks that go on are not left alone for weeks; but a few are. */
        private void keepInTouch() {
            if (seed % 6 == 4) {
                return;
            }
            LocalDate next = workday(lastVisit.plusDays(10L + seed % 5));
            for (int place = 32; !next.isAfter(LAST_DAY); place++) {
                visit(place % 3 == 0 ? VisitKind.VISIT : VisitKind.PHONE, next, place);
                next = workday(next.plusDays(10L + seed % 5));
            }
        }

        private void stage(NegotiationPath path, NegotiationPath to, LocalDate on) {
            if (path.beyond(to)) {
                enter(
                        at(on, 11 + to.ordinal()),
                        officer,
                        new NegotiationCommand.AdvanceStage(negotiationId, NegotiationStage.valueOf(to.name()), on));
            }
        }

        private void round(int number, LocalDate on) {
            List<TopicPosition> positions = switch (number) {
                case 1 ->
                    List.of(
                            new TopicPosition("用地", "需 " + land().value() + " 亩，一次供地", "分期供地", null, true),
                            new TopicPosition("用电", "双回路 10kV", "已列入配网计划", null, true));
                case 2 ->
                    List.of(
                            new TopicPosition("用地", "同意分期", "首期六个月内交地", "分期供地，首期六个月内交地", false),
                            new TopicPosition("亩均税收", "投产第二年起 5 万元/亩", "不低于 6 万元/亩", null, true));
                default ->
                    List.of(
                            new TopicPosition("用电", "接受", "年内建成双回路", "年内建成双回路", false),
                            new TopicPosition("亩均税收", "6 万元/亩", "6 万元/亩", "投产后第二年起不低于 6 万元/亩", false));
            };
            RoundDetails details = new RoundDetails(
                    on,
                    number == 2 ? "企业总部" : "招商中心 2 号会议室",
                    List.of(officer.present(), number == 1 ? FUZEREN.present() : leader.present()),
                    List.of(new TheirPerson(contact, contactName(), POSITIONS[seed % POSITIONS.length])),
                    TALK[(seed + number) % TALK.length],
                    positions,
                    NEXT[(seed + number) % NEXT.length],
                    on.plusDays(21),
                    List.of());
            enter(
                    at(on, 12 + number),
                    officer,
                    new NegotiationCommand.LogRound(negotiationId, RoundId.next(), details));
        }

        private void terms(int base, LocalDate on, String note) {
            Money total = row.yi("amount") != null ? row.yi("amount") : row.yi("estimate");
            Money shown = base == 0 ? scaled(total, "1.1") : total;
            LocalDate start = on.plusMonths(8);
            Terms terms = new Terms(
                    shown,
                    scaled(shown, "0.7"),
                    land(),
                    null,
                    new BigDecimal("1.5"),
                    shown.inWan().divide(land().inMu(), 0, RoundingMode.HALF_UP),
                    BigDecimal.valueOf(280 + seed % 5 * 20L),
                    BigDecimal.valueOf(base == 0 ? 5 : 6),
                    40 + seed * 7 % 400,
                    start,
                    start.plusMonths(14),
                    start.plusMonths(17),
                    start.plusMonths(30),
                    start.plusMonths(42),
                    incentives());
            enter(at(on, 20 + base), officer, new NegotiationCommand.ReviseTerms(negotiationId, base, terms, note, on));
        }

        private List<Terms.Incentive> incentives() {
            return seed % 2 == 0
                    ? List.of(
                            new Terms.Incentive("固定资产投资奖补，按到位设备投资 3%", true),
                            new Terms.Incentive("人才公寓 20 套三年免租", false))
                    : List.of(new Terms.Incentive("按普惠政策享受技改补助", false));
        }

        private void review(boolean decided, ReviewId reviewId, LocalDate requested) {
            List<OpinionRequest> asked = List.of(
                    new OpinionRequest(ReviewTopic.INDUSTRIAL_POLICY, "development-reform", null),
                    new OpinionRequest(ReviewTopic.INTENSITY_AND_TAX, "tax", null),
                    new OpinionRequest(ReviewTopic.ENVIRONMENT, "environment", null),
                    new OpinionRequest(ReviewTopic.SAFETY, "emergency", null),
                    new OpinionRequest(ReviewTopic.ENERGY, "economy", null),
                    new OpinionRequest(ReviewTopic.LAND_USE, "natural-resources", null));
            enter(
                    at(requested, 22),
                    officer,
                    new NegotiationCommand.RequestAdmissionReview(negotiationId, reviewId, asked, requested));
            boolean conditional = seed % 6 == 1;
            int given = decided ? asked.size() : 3 + seed % 2;
            for (int i = 0; i < given; i++) {
                LocalDate on = workday(requested.plusDays(1L + i % 4));
                boolean conditions = conditional && asked.get(i).topic() == ReviewTopic.ENVIRONMENT;
                enter(
                        at(on, 23 + i),
                        i % 2 == 0 ? FUZEREN : leader,
                        new NegotiationCommand.GiveOpinion(
                                negotiationId,
                                reviewId,
                                asked.get(i).topic(),
                                conditions ? OpinionVerdict.AGREE_WITH_CONDITIONS : OpinionVerdict.AGREE,
                                conditions ? "原则同意，须落实废水预处理。" : "同意。",
                                conditions ? List.of("投产前建成废水预处理设施并通过验收") : List.of(),
                                on));
            }
            if (!decided) {
                return;
            }
            if (preferential()) {
                LocalDate on = workday(requested.plusDays(6));
                enter(
                        at(on, 29),
                        FUZEREN,
                        new NegotiationCommand.RecordFairCompetitionReview(
                                negotiationId, "market-supervision", true, "公平竞争审查表 " + on.getYear() + "-" + seed, on));
            }
            LocalDate decision = workday(requested.plusDays(8));
            enter(
                    at(decision, 30),
                    leader,
                    new NegotiationCommand.DecideAdmission(
                            negotiationId,
                            reviewId,
                            conditional ? AdmissionOutcome.APPROVED_WITH_CONDITIONS : AdmissionOutcome.APPROVED,
                            conditional ? List.of("投产前建成废水预处理设施并通过验收") : List.of(),
                            "准入评审会纪要〔" + decision.getYear() + "〕" + (seed + 1) + " 号",
                            decision));
        }

        /** Only what the fair competition review has passed is promised. */
        private boolean preferential() {
            return incentives().stream().anyMatch(Terms.Incentive::preferential);
        }

        void signing() {
            LocalDate framework = row.date("framework");
            Money entered = firstNonNull(row.yi("entered"), row.yi("amount0"), row.yi("amount"));
            int late = lateDays();
            List<Party> parties = List.of(
                    new Party(Party.Side.INVESTOR, row.text("company"), creditCode(seed)),
                    new Party(Party.Side.SIGNING_SUBJECT, row.text("company") + "（园区）有限公司", creditCode(seed + 500)),
                    new Party(Party.Side.GOVERNMENT, "县人民政府", null));
            boolean onSite = seed % 3 == 0;
            if (framework != null) {
                enter(
                        at(framework, 40),
                        officer,
                        sign(
                                AgreementKind.FRAMEWORK,
                                "KJ-" + framework.getYear() + "-001",
                                parties,
                                scaled(entered, "0.9"),
                                framework,
                                false));
                enter(
                        at(signed, 41),
                        officer,
                        new SigningCommand.UpgradeAgreement(
                                signingId,
                                AgreementKind.FORMAL,
                                contractNo(),
                                parties,
                                agreement(entered),
                                onSite,
                                List.of(),
                                signed));
            } else {
                enter(
                        at(signed.plusDays(late), 40),
                        officer,
                        sign(AgreementKind.FORMAL, contractNo(), parties, entered, signed, onSite));
            }
            LocalDate corrected = row.date("correctedOn");
            if (corrected != null) {
                enter(
                        at(corrected, 42),
                        FUZEREN,
                        new SigningCommand.CorrectAmount(
                                signingId,
                                row.yi("amount"),
                                scaled(row.yi("amount"), "0.7"),
                                null,
                                "与协议原件不符，录入时多计设备款"));
            }
            if (row.has("increase")) {
                LocalDate on = row.date("increaseOn");
                enter(
                        at(on, 43),
                        officer,
                        new SigningCommand.IncreaseCapital(
                                signingId, row.yi("increase"), contractNo() + "-B1", on, "企业追加二线设备投资"));
            }
            if (seed == 8 || seed == 24) {
                supplement();
            }
            if (row.has("rescinded")) {
                LocalDate on = row.date("rescinded");
                enter(
                        at(on, 44),
                        FUZEREN,
                        new SigningCommand.RescindAgreement(signingId, "financing", on, "资金长期未到位，双方协商解除"));
            }
            if (row.has("foreignUsedWan")) {
                LocalDate on = row.date("foreignUsedOn");
                enter(
                        at(on, 45),
                        officer,
                        new SigningCommand.RecordForeignCapitalUsed(
                                signingId, EntryId.next(), row.usdWan("foreignUsedWan"), "外汇入账登记凭证", List.of(), on));
            }
            if (seed % 5 == 3 && signed.isBefore(LocalDate.of(2023, 11, 1))) {
                LocalDate on = workday(signed.plusDays(25));
                enter(
                        at(on, 46),
                        FUZEREN,
                        new SigningCommand.RecogniseSigning(signingId, "investment-committee", entered, on));
            }
            arrivals(entered);
        }

        /** Moves the start after it was missed; what was missed under version 1 stays missed. */
        private void supplement() {
            AgreementTerms before = agreement(row.yi("amount"));
            LocalDate on = workday(before.phases().getFirst().startBy().plusDays(10));
            LocalDate moved = before.phases().getFirst().startBy().plusMonths(3);
            List<CompanyCommitment> company = before.companyCommitments().stream()
                    .map(promise -> promise.metric() != Metric.START_DATE
                            ? promise
                            : new CompanyCommitment(
                                    promise.clause(),
                                    promise.phase(),
                                    promise.metric(),
                                    promise.operator(),
                                    moved.toString(),
                                    promise.unit(),
                                    DueRule.on(moved),
                                    promise.evidence(),
                                    promise.consequence()))
                    .toList();
            enter(
                    at(on, 44),
                    officer,
                    new SigningCommand.AmendAgreement(
                            signingId,
                            1,
                            contractNo() + "-B1",
                            new AgreementTerms(
                                    before.totalInvestment(),
                                    before.fixedAssetInvestment(),
                                    before.foreignCapital(),
                                    before.land(),
                                    before.annualPlan(),
                                    before.phases(),
                                    company,
                                    before.governmentCommitments()),
                            List.of(),
                            on,
                            "施工单位变更，开工日期顺延"));
        }

        /** Days between the signature and its entry. */
        private int lateDays() {
            return row.has("lateDays") ? Integer.parseInt(row.text("lateDays")) : 0;
        }

        private SigningCommand.SignAgreement sign(
                AgreementKind kind,
                String contractNo,
                List<Party> parties,
                Money amount,
                LocalDate on,
                boolean onSite) {
            return new SigningCommand.SignAgreement(
                    negotiationId,
                    signingId,
                    kind,
                    contractNo,
                    parties,
                    agreement(amount),
                    onSite ? "autumn-signing" : null,
                    onSite,
                    row.kind() == dev.wuwei.crm.shared.ProjectKind.NEWLY_INTRODUCED,
                    null,
                    List.of(),
                    on);
        }

        private String contractNo() {
            return "ZSHT-" + signed.getYear() + "-" + "%03d".formatted(seed);
        }

        private AgreementTerms agreement(Money total) {
            List<AgreedPhase> phases = phases(total);
            List<CompanyCommitment> company = new ArrayList<>();
            company.add(new CompanyCommitment(
                    "3.1",
                    null,
                    Metric.FIXED_ASSET_INVESTMENT,
                    CompanyCommitment.Operator.AT_LEAST,
                    scaled(total, "0.7").inWan().toPlainString(),
                    "万元",
                    DueRule.monthsAfter(DueRule.Anchor.LAND_HANDOVER, 24),
                    "专项审计报告",
                    "按比例退还奖补"));
            company.add(new CompanyCommitment(
                    "3.2",
                    null,
                    Metric.INVESTMENT_INTENSITY,
                    CompanyCommitment.Operator.AT_LEAST,
                    "260",
                    "万元/亩",
                    DueRule.monthsAfter(DueRule.Anchor.COMPLETION, 6),
                    "审计报告与用地面积",
                    "约谈"));
            company.add(new CompanyCommitment(
                    "3.3",
                    null,
                    Metric.TAX_PER_MU,
                    CompanyCommitment.Operator.AT_LEAST,
                    "6",
                    "万元/亩·年",
                    DueRule.monthsAfter(DueRule.Anchor.PRODUCTION_START, 24),
                    "完税证明",
                    "追缴奖补"));
            company.add(new CompanyCommitment(
                    "3.4",
                    phases.getFirst().name(),
                    Metric.START_DATE,
                    CompanyCommitment.Operator.NOT_LATER_THAN,
                    phases.getFirst().startBy().toString(),
                    "日期",
                    DueRule.on(phases.getFirst().startBy()),
                    "施工许可与现场照片",
                    "约谈"));
            company.add(new CompanyCommitment(
                    "3.5",
                    phases.getFirst().name(),
                    Metric.PRODUCTION_DATE,
                    CompanyCommitment.Operator.NOT_LATER_THAN,
                    phases.getFirst().produceBy().toString(),
                    "日期",
                    DueRule.on(phases.getFirst().produceBy()),
                    "首批产品出货单",
                    "暂缓兑现奖补"));
            company.add(new CompanyCommitment(
                    "3.6",
                    null,
                    Metric.JOBS,
                    CompanyCommitment.Operator.AT_LEAST,
                    Integer.toString(90 + seed * 3),
                    "人",
                    DueRule.monthsAfter(DueRule.Anchor.PRODUCTION_START, 9),
                    "社保参保证明",
                    null));
            List<GovernmentCommitment> government = new ArrayList<>(List.of(
                    new GovernmentCommitment(
                            "4.1",
                            GovernmentCommitment.Kind.LAND_HANDOVER,
                            "交付净地 " + land().value() + " 亩",
                            null,
                            null,
                            DueRule.monthsAfter(DueRule.Anchor.SIGNING, 6),
                            "自然资源和规划局"),
                    new GovernmentCommitment(
                            "4.2",
                            GovernmentCommitment.Kind.INFRASTRUCTURE,
                            "10kV 双回路供电到红线",
                            null,
                            null,
                            DueRule.monthsAfter(DueRule.Anchor.CONSTRUCTION_START, 8),
                            "经济信息化局")));
            if (preferential()) {
                government.add(new GovernmentCommitment(
                        "4.3",
                        GovernmentCommitment.Kind.INCENTIVE,
                        "固定资产投资奖励",
                        scaled(total, "0.01"),
                        "投产并完成专项审计",
                        DueRule.monthsAfter(DueRule.Anchor.PRODUCTION_START, 6),
                        "财政局"));
            }
            int year = signed.getYear();
            List<YearAmount> plan = List.of(
                    new YearAmount(year, scaled(total, "0.2")),
                    new YearAmount(year + 1, scaled(total, "0.5")),
                    new YearAmount(year + 2, scaled(total, "0.3")));
            return new AgreementTerms(
                    total, scaled(total, "0.7"), row.usdWan("foreignWan"), land(), plan, phases, company, government);
        }

        private List<AgreedPhase> phases(Money total) {
            boolean two = total.inYi().compareTo(BigDecimal.TEN) >= 0 && signed.getYear() == 2023;
            String first = total.inYi().compareTo(new BigDecimal("50")) > 0 ? "首条生产线" : "一期";
            AgreedPhase one = phase(first, two ? scaled(total, "0.6") : total, 0);
            return two ? List.of(one, phase("二期", scaled(total, "0.4"), 12)) : List.of(one);
        }

        /** One in four starts late; the others keep what they promised. */
        private AgreedPhase phase(String name, Money investment, int monthsAfter) {
            int slack = seed % 4 == 0 ? -35 - seed : 8 + seed % 20;
            LocalDate startBy = agreed(row.date("start"), signed.plusMonths(3 + seed % 3), slack)
                    .plusMonths(monthsAfter);
            LocalDate completeBy = agreed(row.date("complete"), startBy.plusMonths(13), slack);
            LocalDate produceBy = agreed(row.date("produce"), completeBy.plusMonths(3), slack);
            LocalDate scaleBy = agreed(row.date("scale"), produceBy.plusMonths(12), slack);
            LocalDate fullBy = agreed(row.date("full"), scaleBy.plusMonths(12), slack);
            List<LocalDate> agreed = List.of(startBy, completeBy, produceBy, scaleBy, fullBy);
            List<LocalDate> ordered = ordered(monthsAfter == 0 ? overdue(agreed) : agreed);
            return new AgreedPhase(
                    name,
                    investment,
                    monthsAfter == 0
                            ? null
                            : Area.mu(land().value()
                                    .divide(BigDecimal.valueOf(3), 0, RoundingMode.DOWN)
                                    .toPlainString()),
                    ordered.get(0),
                    ordered.get(1),
                    ordered.get(2),
                    ordered.get(3),
                    ordered.get(4));
        }

        /** One in five is past the date agreed for the milestone that comes next. */
        private List<LocalDate> overdue(List<LocalDate> agreed) {
            int next = (int) Stream.of("start", "complete", "produce", "scale", "full")
                    .takeWhile(row::has)
                    .count();
            LocalDate missed =
                    YearMonth.from(LAST_DAY).minusMonths(1L + seed % 4).atEndOfMonth();
            LocalDate earliest = next == 0 ? signed.plusDays(30) : agreed.get(next - 1);
            if (seed % 5 != 2 || next == agreed.size() || !missed.isAfter(earliest)) {
                return agreed;
            }
            List<LocalDate> dates = new ArrayList<>(agreed);
            dates.set(next, missed);
            return dates;
        }

        private LocalDate agreed(LocalDate actual, LocalDate otherwise, int slack) {
            LocalDate date = actual == null ? otherwise : actual.plusDays(slack);
            LocalDate earliest = signed.plusDays(30);
            LocalDate chosen = date.isBefore(earliest) ? earliest : date;
            return YearMonth.from(chosen).atEndOfMonth();
        }

        private List<LocalDate> ordered(List<LocalDate> dates) {
            List<LocalDate> result = new ArrayList<>();
            LocalDate latest = dates.getFirst();
            for (LocalDate date : dates) {
                latest = date.isAfter(latest) ? date : latest.plusMonths(result.isEmpty() ? 0 : 1);
                result.add(latest);
            }
            return result;
        }

        private void arrivals(Money total) {
            if (row.has("rescinded")) {
                return;
            }
            String share =
                    row.has("produce") ? "0.30" : row.has("complete") ? "0.27" : row.has("start") ? "0.15" : "0.05";
            int entries = row.has("produce") ? 3 : row.has("start") ? 2 : seed % 2;
            for (int i = 0; i < entries; i++) {
                LocalDate on = workday(signed.plusDays(40L + i * 120L));
                if (on.isAfter(LAST_DAY)) {
                    return;
                }
                EntryId entry = EntryId.next();
                Money amount = scaled(total, share);
                enter(
                        at(on, 50 + i),
                        officer,
                        new SigningCommand.RecordArrivedCapital(signingId, entry, amount, "银行进账单", List.of(), on));
                if (seed % 17 == 4 && i == 0) {
                    enter(
                            at(on.plusDays(20), 53),
                            FUZEREN,
                            new SigningCommand.CorrectArrivedCapital(
                                    signingId, entry, scaled(amount, "0.9"), "其中一笔为往来款，不计到位资金"));
                }
            }
        }

        void followUp() {
            if (row.has("rescinded")) {
                return;
            }
            String phase = phases(row.yi("amount")).getFirst().name();
            later(
                    signed,
                    3,
                    60,
                    (id, on) -> new FollowUpCommand.AssignService(id, ServiceRole.LIAISON_LEADER, leader.id, on),
                    FUZEREN);
            later(
                    signed,
                    3,
                    61,
                    (id, on) -> new FollowUpCommand.AssignService(id, ServiceRole.RESIDENT_LIAISON, officer.id, on),
                    FUZEREN);
            later(
                    signed,
                    4,
                    62,
                    (id, on) -> new FollowUpCommand.AssignService(id, ServiceRole.LAND_AND_PERMITS, WUJI.id, on),
                    FUZEREN);
            if (seed % 3 == 1) {
                later(
                        signed,
                        4,
                        63,
                        (id, on) ->
                                new FollowUpCommand.AssignService(id, ServiceRole.UTILITIES, DemoStaff.FENGREN.id, on),
                        FUZEREN);
            }
            if (row.skip() == SkipCause.SAME_YEAR) {
                skip(phase, Milestone.CONSTRUCTION_START, row.date("start"), "进驻现有厂房，当年投产当年上规");
            } else {
                milestone(phase, Milestone.CONSTRUCTION_START, row.date("start"), startEvidence());
            }
            if (row.skip() == null) {
                milestone(phase, Milestone.COMPLETION, row.date("complete"), "五方验收合格");
            } else {
                skip(phase, Milestone.COMPLETION, row.date("complete"), "使用已竣工的标准厂房，不另行竣工验收");
            }
            if (signed.getYear() == 2023 && seed % 3 == 0) {
                int place = 150;
                for (ServiceRole role : List.of(
                        ServiceRole.PRELIMINARY_WORK,
                        ServiceRole.SITE_ORDER,
                        ServiceRole.UTILITIES,
                        ServiceRole.OPERATIONS,
                        ServiceRole.LOGISTICS)) {
                    DemoStaff person = role == ServiceRole.UTILITIES ? DemoStaff.FENGREN : officer;
                    later(
                            signed,
                            6,
                            place++,
                            (id, on) -> new FollowUpCommand.AssignService(id, role, person.id, on),
                            FUZEREN);
                }
            }
            milestone(phase, Milestone.PRODUCTION_START, row.date("produce"), "首批产品下线");
            milestone(phase, Milestone.SCALE_UP, row.date("scale"), "统计入库通知与年度报表");
            milestone(phase, Milestone.FULL_CAPACITY, row.date("full"), "近 12 个月产值与税收达到约定");
            if (row.has("dropped")) {
                later(
                        row.date("dropped"),
                        2,
                        83,
                        (id, on) -> new FollowUpCommand.DropScale(
                                id, phase, row.date("dropped"), "订单下滑，近 12 个月主营业务收入回落到 1860 万元"),
                        FUZEREN);
            }
            if (row.has("fell")) {
                later(
                        row.date("fell"),
                        2,
                        84,
                        (id, on) -> new FollowUpCommand.RecordCapacityDrop(
                                id, phase, row.date("fell"), "两家连锁客户减单，近 12 个月税收回落到约定以下"),
                        FUZEREN);
            }
            if (row.has("sub")) {
                later(
                        row.date("subOn"),
                        1,
                        80,
                        (id, on) -> new FollowUpCommand.EnterSubState(id, phase, row.subState(), row.date("subOn")),
                        officer);
            }
            if (row.has("start")) {
                returns(phase);
                inclusion(phase);
            }
            elements();
            AgreedPhase first = phases(row.yi("amount")).getFirst();
            Stream.of(
                            DemoPermits.of(row, signed, officer, LAST_DAY),
                            DemoMeetings.of(row, signed, LAST_DAY),
                            DemoSchedules.of(row, signed, first, officer, LAST_DAY),
                            DemoDelays.of(row, first, officer, LAST_DAY))
                    .flatMap(List::stream)
                    .forEach(step -> later(
                            step.on(),
                            1,
                            step.place(),
                            (id, on) -> step.command().apply(id),
                            step.by()));
            if (row.has("produce")) {
                actuals(row.date("produce"));
            }
            commitments();
            if (seed == 20) {
                withdrawnReport(phase);
            }
            if (seed == 31) {
                later(
                        signed.plusMonths(3),
                        0,
                        90,
                        (id, on) -> new FollowUpCommand.SuspendPhase(
                                id, phase, Cause.GOVERNMENT, false, on, "规划条件未出具，暂停计时"),
                        FUZEREN);
            }
            if (!row.has("produce")) {
                visit(VisitKind.VISIT, workday(signed.plusDays(20)), 91);
            } else {
                visit(VisitKind.VISIT, workday(row.date("produce").plusDays(5)), 92);
            }
        }

        private String startEvidence() {
            return row.rentsItsFactory() ? "装修与设备进场" : "桩基施工，施工许可证已核发";
        }

        private void skip(String phase, Milestone milestone, LocalDate on, String reason) {
            later(
                    on,
                    2,
                    64 + milestone.ordinal() * 3,
                    (id, day) -> new FollowUpCommand.SkipMilestone(id, phase, milestone, row.skip(), on, reason),
                    FUZEREN);
        }

        /** A report that was too early: taken back after somebody had looked. */
        private void withdrawnReport(String phase) {
            LocalDate tooEarly = row.date("complete").minusDays(25);
            later(
                    tooEarly,
                    1,
                    84,
                    (id, on) -> new FollowUpCommand.ReportMilestone(
                            id, phase, Milestone.COMPLETION, "主体封顶", List.of(), tooEarly),
                    officer);
            later(
                    tooEarly,
                    8,
                    85,
                    (id, on) -> new FollowUpCommand.WithdrawMilestone(id, phase, Milestone.COMPLETION, "现场核实屋面未完成"),
                    DemoStaff.DUCHA);
        }

        private void milestone(String phase, Milestone milestone, LocalDate on, String evidence) {
            if (on == null) {
                return;
            }
            int late = seed % 6 == 5 ? 12 : 1;
            int place = 64 + milestone.ordinal() * 3;
            later(
                    on,
                    late,
                    place,
                    (id, day) -> new FollowUpCommand.ReportMilestone(id, phase, milestone, evidence, List.of(), on),
                    officer);
            later(
                    on,
                    late + 3,
                    place + 1,
                    (id, day) -> new FollowUpCommand.VerifyMilestone(id, phase, milestone, "现场核实", List.of(), on),
                    DemoStaff.DUCHA);
            Money revenue = milestone == Milestone.SCALE_UP ? Money.wan(Integer.toString(2400 + seed * 130)) : null;
            later(
                    on,
                    late + 6,
                    place + 2,
                    (id, day) -> new FollowUpCommand.RecogniseMilestone(
                            id, phase, milestone, revenue, evidence, List.of(), on, null),
                    FUZEREN);
        }

        private void returns(String phase) {
            LocalDate start = row.date("start");
            LocalDate complete = row.has("complete") ? row.date("complete") : start.plusMonths(13);
            long span = Math.max(1, ChronoUnit.MONTHS.between(YearMonth.from(start), YearMonth.from(complete)));
            Money investment = phases(row.yi("amount")).getFirst().investment();
            Money before = Money.zero(Currency.CNY);
            for (int i = 1; i <= span; i++) {
                YearMonth month = YearMonth.from(start).plusMonths(i);
                if (!month.atEndOfMonth().isBefore(LAST_DAY)
                        || (row.has("complete") && month.isAfter(YearMonth.from(complete)))) {
                    return;
                }
                BigDecimal percent =
                        BigDecimal.valueOf(100L * i).divide(BigDecimal.valueOf(span), 0, RoundingMode.DOWN);
                Money toDate = scaled(
                        investment,
                        BigDecimal.valueOf(0.8 * i / span)
                                .setScale(3, RoundingMode.DOWN)
                                .toPlainString());
                Money thisMonth = toDate.minus(before);
                before = toDate;
                String problems = seed % 4 == 0 && i == span / 2 ? "用电增容未到位，设备联调推迟" : null;
                boolean photographed = takesPhotos() && i % 3 == 2;
                later(
                        month.atEndOfMonth(),
                        3,
                        81,
                        officer,
                        (world, on) -> new FollowUpCommand.FileMonthlyReturn(
                                world.followUpOf(projectId),
                                phase,
                                month,
                                new MonthlyReturn(
                                        thisMonth,
                                        toDate,
                                        percent.min(BigDecimal.valueOf(100)),
                                        progressWords(percent.intValue()),
                                        problems,
                                        photographed
                                                ? List.of(world.keep(
                                                        "形象进度-" + month + ".png",
                                                        DemoPhotos.site(percent.intValue(), seed)))
                                                : List.of()),
                                null));
            }
        }

        /** In the statistics within a month of the start; some late, and a few that are being built not yet. */
        private void inclusion(String phase) {
            if (seed % 7 == 5 && !row.has("complete")) {
                return;
            }
            LocalDate included = row.date("start").plusDays(seed % 6 == 3 ? 47 : 18);
            if (seed == 20) {
                LocalDate tooEarly = included.minusDays(10);
                later(tooEarly, 1, 86, (id, on) -> include(id, phase, tooEarly), officer);
                later(
                        tooEarly,
                        4,
                        87,
                        (id, on) -> new FollowUpCommand.WithdrawStatisticalInclusion(id, phase, "统计局尚未审核通过"),
                        FUZEREN);
            }
            if (included.isBefore(LAST_DAY)) {
                later(included, 2, 88, (id, on) -> include(id, phase, included), officer);
            }
        }

        private FollowUpCommand include(FollowUpId id, String phase, LocalDate on) {
            return new FollowUpCommand.RecordStatisticalInclusion(
                    id,
                    phase,
                    "511500-%d-%04d".formatted(on.getYear(), seed),
                    row.text("company"),
                    "统计联网直报平台审核通过",
                    List.of(),
                    on);
        }

        /** Land within the half year that was promised, or two months late; power while the site is built. */
        private void elements() {
            LocalDate start = row.date("start");
            LocalDate promised = signed.plusMonths(6);
            LocalDate handedOver = signed.plusMonths(seed % 5 == 2 ? 8 : 4);
            LocalDate land = start != null && start.isBefore(handedOver) ? start.minusDays(15) : handedOver;
            later(
                    signed,
                    10,
                    54,
                    (id, on) -> new FollowUpCommand.PlanElement(id, ElementKind.LAND, "自然资源和规划局", promised, on),
                    officer);
            if (start != null || seed % 2 == 0) {
                Freed freed = REVITALISED.get(row.text("key"));
                delivered(
                        ElementKind.LAND,
                        freed == null ? land() : Area.mu(freed.mu()),
                        freed == null ? null : freed.disposalMethod(),
                        land,
                        "交地确认书",
                        55);
            }
            if (start == null) {
                return;
            }
            LocalDate power = start.plusMonths(8);
            later(
                    start,
                    5,
                    57,
                    (id, on) -> new FollowUpCommand.PlanElement(id, ElementKind.POWER, "供电公司", power, on),
                    officer);
            delivered(ElementKind.POWER, null, null, power.plusDays(seed % 4 == 0 ? 45 : -20), "10kV 双回路送电", 58);
        }

        /** What was found on site, put right, moved by a supplement, waived; and what the government kept of its side. */
        private void commitments() {
            if (row.has("complete")) {
                LocalDate audited = row.date("complete").plusMonths(6).plusDays(5);
                String intensity = Integer.toString(seed % 3 == 0 ? 196 + seed : 262 + seed);
                later(
                        audited,
                        2,
                        86,
                        new CommitmentCommand.AssessCommitment(
                                signingId, EntryId.next(), "3.2", intensity, null, "专项审计报告", List.of(), audited),
                        DemoStaff.DUCHA);
            }
            lateStart();
            LocalDate start = row.date("start");
            if (start != null && seed % 4 != 1) {
                LocalDate powered = start.plusMonths(8).plusDays(seed % 4 == 0 ? 45 : -20);
                later(
                        powered,
                        3,
                        88,
                        new CommitmentCommand.AdvancePromise(
                                signingId, "4.2", PromiseStep.HONOURED, "送电验收", List.of(), powered),
                        officer);
            }
            if (row.has("produce") && preferential()) {
                incentive(row.date("produce"), scaled(row.yi("amount"), "0.01"));
            }
        }

        private void lateStart() {
            LocalDate agreed = phases(row.yi("amount")).getFirst().startBy();
            LocalDate ordered = workday(agreed.plusDays(12));
            if (row.has("start")
                    ? !row.date("start").isAfter(ordered)
                    : agreed.plusDays(20).isAfter(LAST_DAY)) {
                return;
            }
            if (seed == 31) {
                later(
                        ordered,
                        2,
                        87,
                        new CommitmentCommand.WaiveCommitment(
                                signingId, "3.4", "规划调整专题会纪要〔2023〕9 号", List.of(), ordered, "规划条件未出具，不计企业责任"),
                        leader);
                return;
            }
            later(
                    ordered,
                    2,
                    87,
                    new CommitmentCommand.OrderRectification(
                            signingId, "3.4", "排出赶工计划，限期开工", ordered.plusDays(60), List.of(), ordered),
                    DemoStaff.DUCHA);
        }

        private void incentive(LocalDate produced, Money promised) {
            LocalDate claimed = produced.plusDays(40);
            LocalDate verified = produced.plusDays(70);
            LocalDate first = produced.plusDays(120);
            LocalDate second = produced.plusDays(210);
            later(
                    claimed,
                    1,
                    89,
                    new CommitmentCommand.AdvancePromise(
                            signingId, "4.3", PromiseStep.CLAIMED, "申报材料齐全", List.of(), claimed),
                    officer);
            if (seed % 6 == 5) {
                return;
            }
            later(
                    verified,
                    1,
                    93,
                    new CommitmentCommand.AdvancePromise(
                            signingId, "4.3", PromiseStep.VERIFIED, "审计核定", List.of(), verified),
                    FUZEREN);
            paid(first, scaled(promised, "0.6"), 94);
            if (seed % 3 != 1) {
                paid(second, promised.minus(scaled(promised, "0.6")), 95);
            }
        }

        private void paid(LocalDate on, Money amount, int place) {
            later(
                    on,
                    2,
                    place,
                    new CommitmentCommand.PayPromise(
                            signingId, EntryId.next(), "4.3", amount, on.getYear(), "国库集中支付凭证", List.of(), on),
                    FUZEREN);
        }

        private void later(LocalDate from, int days, int place, Command command, DemoStaff by) {
            LocalDate on = workday(from.plusDays(days));
            if (!on.isAfter(LAST_DAY)) {
                enter(at(on, place), by, command);
            }
        }

        private void delivered(
                ElementKind element, Area land, String disposalMethod, LocalDate day, String evidence, int place) {
            if (day.isBefore(LAST_DAY)) {
                later(
                        day,
                        2,
                        place,
                        (id, on) -> new FollowUpCommand.DeliverElement(
                                id, element, land, disposalMethod, evidence, List.of(), day),
                        officer);
            }
        }

        /** Quarter by quarter from the first whole one after production began. */
        private void actuals(LocalDate produced) {
            YearMonth first = YearMonth.from(produced).plusMonths(1);
            while (first.getMonthValue() % 3 != 1) {
                first = first.plusMonths(1);
            }
            for (int quarter = 1;
                    !first.plusMonths(2).atEndOfMonth().plusDays(20).isAfter(LAST_DAY);
                    quarter++) {
                YearMonth from = first;
                Money output = scaled(row.yi("amount"), share(quarter).toPlainString());
                EnterpriseActuals figures = new EnterpriseActuals(
                        output, scaled(output, "0.94"), scaled(output, "0.031"), 60 + seed * 3 + quarter * 8, "企业报表");
                later(
                        from.plusMonths(2).atEndOfMonth(),
                        12,
                        82,
                        (id, on) -> new FollowUpCommand.ReportActuals(id, from, from.plusMonths(2), figures),
                        officer);
                first = first.plusMonths(3);
            }
        }

        /** Output of a quarter by what is invested; every fourth enterprise stays below its plan, and one falls back to it. */
        private BigDecimal share(int quarter) {
            double share = row.has("fell")
                    ? quarter <= 4 ? 0.15 : 0.06
                    : Math.min(quarter, 5) * (seed % 4 == 0 ? 0.02 : 0.045);
            return BigDecimal.valueOf(share).setScale(3, RoundingMode.DOWN);
        }

        private static String progressWords(int percent) {
            if (percent < 25) {
                return "土方与基础施工";
            }
            if (percent < 60) {
                return "主厂房钢结构吊装";
            }
            return percent < 90 ? "围护与室内工程" : "附属工程收尾，设备进场";
        }

        private void later(
                LocalDate from,
                int days,
                int place,
                BiFunction<FollowUpId, LocalDate, FollowUpCommand> command,
                DemoStaff by) {
            later(from, days, place, by, (world, on) -> command.apply(world.followUpOf(projectId), on));
        }

        private void later(
                LocalDate from,
                int days,
                int place,
                DemoStaff by,
                BiFunction<DemoWorld, LocalDate, FollowUpCommand> command) {
            LocalDate known = signed.plusDays(lateDays() + 1L);
            LocalDate on = workday(from.plusDays(days).isBefore(known) ? known : from.plusDays(days));
            if (on.isAfter(LAST_DAY)) {
                return;
            }
            enter(at(on, place), by, world -> command.apply(world, on));
        }

        /** A few enterprises send pictures of their site, and are photographed there. */
        private boolean takesPhotos() {
            return seed % 8 == 7;
        }

        private void visit(VisitKind kind, LocalDate on, int place) {
            VisitId visitId = VisitId.next();
            lastVisit = on;
            int late = (seed + place) % 13 == 0 ? 9 : 0;
            boolean inspection = kind == VisitKind.SITE_INSPECTION;
            List<OurPerson> ours =
                    inspection ? List.of(officer.present(), leader.present()) : List.of(officer.present());
            enter(
                    at(on.plusDays(late), place),
                    officer,
                    world -> new LeadCommand.LogVisit(
                            leadId,
                            visitId,
                            visited(
                                    kind,
                                    on,
                                    place,
                                    ours,
                                    inspection && takesPhotos()
                                            ? List.of(world.keep("地块现状.png", DemoPhotos.site(0, seed)))
                                            : List.of())));
            if ((seed * 7 + place) % 41 == 0) {
                VisitDetails corrected =
                        visited(kind, on, place, List.of(officer.present(), FUZEREN.present()), List.of());
                enter(
                        at(on.plusDays(late + 2L), place),
                        officer,
                        new LeadCommand.CorrectVisit(leadId, visitId, corrected, "参加人漏选"));
            }
        }

        private VisitDetails visited(
                VisitKind kind, LocalDate on, int place, List<OurPerson> ours, List<Attachment> photos) {
            return new VisitDetails(
                    kind,
                    on,
                    place(kind),
                    ours,
                    List.of(new TheirPerson(contact, contactName(), POSITIONS[seed % POSITIONS.length])),
                    TALK[(seed + place) % TALK.length],
                    NEXT[(seed * 3 + place) % NEXT.length],
                    workday(on.plusDays(12L + seed % 9)),
                    photos);
        }

        private static String place(VisitKind kind) {
            return switch (kind) {
                case VISIT -> "企业现场";
                case RECEPTION -> "招商中心";
                case SITE_INSPECTION -> "园区地块";
                case PHONE, ONLINE -> null;
            };
        }

        private LeadDetails details(Money estimate) {
            return new LeadDetails(
                    row.text("project"),
                    investorId,
                    contact,
                    row.text("method").equals("activity") ? "activity" : seed % 2 == 0 ? "chamber" : "enterprise",
                    null,
                    row.text("method"),
                    row.text("region"),
                    row.text("industry"),
                    row.text("gbt4754"),
                    row.text("chain"),
                    estimate,
                    row.has("land") ? land() : null,
                    null,
                    row.kind(),
                    "计划投资建设" + row.text("project") + "项目。");
        }

        private String contactName() {
            return SURNAMES[seed % SURNAMES.length] + BRANCHES[seed % BRANCHES.length];
        }

        private Area land() {
            return Area.mu(row.has("land") ? row.text("land") : "20");
        }

        /** A day between adoption and the end of the talks, as a share of the time between. */
        private LocalDate part(LocalDate end, double share) {
            return workday(adopted.plusDays(Math.round(ChronoUnit.DAYS.between(adopted, end) * share)));
        }

        private LocalDateTime at(LocalDate date, int place) {
            LocalDate day = workday(date);
            return LocalDateTime.of(day, LocalTime.of(9, 0))
                    .plusMinutes(place * 5L % 470)
                    .plusSeconds(seed % 60);
        }
    }

    private static Money scaled(Money money, String factor) {
        return new Money(
                money.amount().multiply(new BigDecimal(factor)).setScale(0, RoundingMode.HALF_UP), money.currency());
    }

    @SafeVarargs
    private static <T> T firstNonNull(T... values) {
        for (T value : values) {
            if (value != null) {
                return value;
            }
        }
        throw new IllegalArgumentException("nothing given");
    }

    /** A code with a right check character in a division (000000) that does not exist, so that it is nobody's. */
    private static String creditCode(int seed) {
        String seventeen = "91000000MA" + "%07d".formatted(seed * 13 + 1000);
        return seventeen + CreditCode.checkCharacter(seventeen);
    }
}
