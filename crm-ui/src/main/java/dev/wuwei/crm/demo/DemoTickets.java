package dev.wuwei.crm.demo;

import static dev.wuwei.crm.demo.DemoStaff.DUCHA;
import static dev.wuwei.crm.demo.DemoStaff.FUZEREN;
import static dev.wuwei.crm.demo.DemoStaff.LINGDAO;
import static dev.wuwei.crm.demo.DemoStaff.QIANYI;
import static dev.wuwei.crm.demo.DemoStaff.SUNBING;
import static dev.wuwei.crm.demo.DemoStaff.WUJI;
import static dev.wuwei.crm.demo.DemoStaff.ZHUANYUAN;

import dev.wuwei.crm.lead.LeadId;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.ticket.DeliveryWay;
import dev.wuwei.crm.ticket.IssueTicketId;
import dev.wuwei.crm.ticket.NoticeId;
import dev.wuwei.crm.ticket.NoticeLevel;
import dev.wuwei.crm.ticket.Satisfaction;
import dev.wuwei.crm.ticket.TicketCommand;
import dev.wuwei.crm.ticket.TicketState;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Twenty problems of the park's enterprises, some in every step, some of them past their limits. */
final class DemoTickets {
    /**
     * One problem.
     *
     * @param project key of its line
     * @param end how far it comes
     * @param notice the highest notice about its last limit, or {@code null}
     */
    private record Problem(
            String project,
            String raised,
            String category,
            String unit,
            DemoStaff handler,
            TicketState end,
            NoticeLevel notice,
            String title,
            String description,
            String measure,
            String reply) {}

    private static final List<Problem> PROBLEMS = List.of(
            new Problem(
                    "p01",
                    "2022-03-07",
                    "labour",
                    "human-resources",
                    WUJI,
                    TicketState.CLOSED,
                    null,
                    "投产缺缝纫工八十人",
                    "二车间三月投产，缝纫岗位缺八十人。",
                    "已组织两场专场招聘会，对接三个乡镇劳务站。",
                    "招聘会到岗八十六人，已签合同。"),
            new Problem(
                    "p02",
                    "2022-05-16",
                    "utilities",
                    "water-supply",
                    WUJI,
                    TicketState.CLOSED,
                    null,
                    "厂区供水压力不足",
                    "清洗线用水高峰压力不到 0.2 兆帕。",
                    "已查管网，阀井淤堵。",
                    "阀井已清淤并加装增压泵，实测 0.35 兆帕。"),
            new Problem(
                    "p03",
                    "2022-08-22",
                    "financing",
                    "financial-work",
                    QIANYI,
                    TicketState.CLOSED,
                    NoticeLevel.YELLOW,
                    "设备款贷款迟迟未批",
                    "设备采购贷款三千万元报批已两个月。",
                    "已会同银行到厂核查抵押物。",
                    "“园惠贷”三千万元已放款。"),
            new Problem(
                    "p04",
                    "2022-10-10",
                    "permit",
                    "administrative-approval",
                    ZHUANYUAN,
                    TicketState.CLOSED,
                    null,
                    "消防验收排期",
                    "主体完工，消防验收排期在一个月后，影响投产。",
                    "已提前介入，现场指导整改。",
                    "消防验收已通过。"),
            new Problem(
                    "p05",
                    "2023-02-13",
                    "policy",
                    "finance",
                    WUJI,
                    TicketState.CLOSED,
                    null,
                    "设备投资补助未到账",
                    "2022 年度设备投资补助已公示，未拨付。",
                    "已核对台账，补齐资料。",
                    "补助已拨付到账。"),
            new Problem(
                    "p06",
                    "2023-03-20",
                    "environment",
                    "environment",
                    QIANYI,
                    TicketState.CLOSED,
                    null,
                    "环评报告补充说明",
                    "技改后废气处理方案要补充说明。",
                    "已请专家到厂指导。",
                    "补充说明已受理，批复已下达。"),
            new Problem(
                    "p07",
                    "2023-05-08",
                    "utilities",
                    "power-supply",
                    WUJI,
                    TicketState.CLOSED,
                    NoticeLevel.BLUE,
                    "临时用电容量不足",
                    "施工用电 400 千伏安不够，塔吊常跳闸。",
                    "已到现场勘查，报装增容。",
                    "已增容至 800 千伏安，运行正常。"),
            new Problem(
                    "p08",
                    "2023-06-12",
                    "land",
                    "natural-resources",
                    ZHUANYUAN,
                    TicketState.CLOSED,
                    null,
                    "用地界址与图纸不符",
                    "东侧界址与红线图相差约两米。",
                    "已重新放线测量。",
                    "界址已更正，换发界址图。"),
            new Problem(
                    "p09",
                    "2023-07-10",
                    "other",
                    "park-committee",
                    WUJI,
                    TicketState.WITHDRAWN,
                    null,
                    "厂门前积水",
                    "雨后厂门前积水，货车进出困难。",
                    "",
                    ""),
            new Problem(
                    "p10",
                    "2023-08-14",
                    "utilities",
                    "gas-supply",
                    QIANYI,
                    TicketState.REOPENED,
                    null,
                    "天然气接入",
                    "烘干线要接入天然气，管线距厂区三百米。",
                    "已完成管线设计。",
                    "管线已铺到厂门口，可以通气。"),
            new Problem(
                    "p11",
                    "2023-11-06",
                    "permit",
                    "administrative-approval",
                    ZHUANYUAN,
                    TicketState.HANDLING,
                    NoticeLevel.RED,
                    "施工许可证未办结",
                    "图审已过，施工许可证已报十五天。",
                    "已约谈图审单位，缺节能备案。",
                    ""),
            new Problem(
                    "p12",
                    "2023-11-13",
                    "financing",
                    "financial-work",
                    QIANYI,
                    TicketState.HANDLING,
                    NoticeLevel.YELLOW,
                    "流动资金周转困难",
                    "收购季资金缺口八百万元。",
                    "已联系三家银行，一家愿意受理。",
                    ""),
            new Problem(
                    "p13",
                    "2023-11-20",
                    "land",
                    "natural-resources",
                    WUJI,
                    TicketState.REJECTED,
                    null,
                    "地块边坡未处理",
                    "北侧边坡未支护，不能进场。",
                    "已现场踏勘，初定支护方案。",
                    "支护方案已报审，请企业先行进场。"),
            new Problem(
                    "p14",
                    "2023-11-27",
                    "policy",
                    "finance",
                    WUJI,
                    TicketState.SIGNED_FOR,
                    NoticeLevel.YELLOW,
                    "物流补贴未兑现",
                    "2022 年物流补贴尚未兑现。",
                    "",
                    ""),
            new Problem(
                    "p15",
                    "2023-12-04",
                    "labour",
                    "human-resources",
                    QIANYI,
                    TicketState.REPLIED,
                    null,
                    "技工培训补贴申报",
                    "新招技工六十人，培训补贴不知如何申报。",
                    "已送政策上门。",
                    "已代办申报，预计月底到账。"),
            new Problem(
                    "p16",
                    "2023-12-06",
                    "environment",
                    "environment",
                    ZHUANYUAN,
                    TicketState.REPLIED,
                    null,
                    "废水排放口审批",
                    "扩建要新增一个排放口。",
                    "已到现场核查。",
                    "排放口论证报告已通过审查。"),
            new Problem(
                    "p17",
                    "2023-12-07",
                    "utilities",
                    "power-supply",
                    WUJI,
                    TicketState.CONFIRMED_BY_ENTERPRISE,
                    null,
                    "双回路供电",
                    "恒温车间要求双回路供电。",
                    "已制定双回路方案。",
                    "第二回路已送电。"),
            new Problem(
                    "p18",
                    "2023-12-18",
                    "planning",
                    "natural-resources",
                    ZHUANYUAN,
                    TicketState.SIGNED_FOR,
                    NoticeLevel.BLUE,
                    "规划条件调整",
                    "容积率由 1.0 调到 1.2，要调整规划条件。",
                    "",
                    ""),
            new Problem(
                    "p19",
                    "2023-12-21",
                    "other",
                    "housing",
                    QIANYI,
                    TicketState.ASSIGNED,
                    NoticeLevel.YELLOW,
                    "职工宿舍紧张",
                    "新招职工一百二十人没有宿舍。",
                    "",
                    ""),
            new Problem(
                    "p20",
                    "2023-12-28",
                    "permit",
                    "administrative-approval",
                    WUJI,
                    TicketState.RAISED,
                    null,
                    "安评备案退件",
                    "安全评价备案被退件，原因不明。",
                    "",
                    ""));

    private final Map<String, LeadId> leads;
    private final List<DemoStep> steps = new ArrayList<>();

    private DemoTickets(Map<String, LeadId> leads) {
        this.leads = leads;
    }

    /** @param leads by the keys of their lines */
    static List<DemoStep> steps(Map<String, LeadId> leads) {
        DemoTickets tickets = new DemoTickets(leads);
        PROBLEMS.forEach(tickets::tell);
        return tickets.steps;
    }

    private void tell(Problem problem) {
        IssueTicketId id = IssueTicketId.next();
        LocalDate day = LocalDate.parse(problem.raised());
        enter(
                day,
                SUNBING,
                new TicketCommand.RaiseTicket(
                        id,
                        leads.get(problem.project()),
                        problem.title(),
                        problem.category(),
                        problem.description(),
                        List.of(),
                        day));
        if (problem.end() == TicketState.RAISED) {
            return;
        }
        day = after(day, 1);
        if (problem.end() == TicketState.WITHDRAWN) {
            enter(day, FUZEREN, new TicketCommand.WithdrawTicket(id, day, "与市政道路积水为同一件事，已并案"));
            return;
        }
        enter(
                day,
                FUZEREN,
                new TicketCommand.AssignTicket(
                        id, problem.unit(), problem.handler().id, "请主动对接企业，按期答复。", null, day, null));
        LocalDate assigned = day;
        if (problem.end() != TicketState.ASSIGNED) {
            handled(problem, id, after(assigned, 1));
        }
        if (problem.notice() != null) {
            notice(problem, id, assigned);
        }
    }

    private void handled(Problem problem, IssueTicketId id, LocalDate signed) {
        enter(signed, problem.handler(), new TicketCommand.SignForTicket(id, signed));
        if (problem.end() == TicketState.SIGNED_FOR) {
            return;
        }
        LocalDate day = after(signed, 2);
        enter(day, problem.handler(), new TicketCommand.LogHandling(id, problem.measure(), List.of(), day));
        if (problem.end() == TicketState.HANDLING) {
            return;
        }
        // Where a notice was sent the reply came only after it.
        day = after(day, problem.notice() == null ? 2 : 12);
        enter(day, problem.handler(), new TicketCommand.ReplyToTicket(id, problem.reply(), List.of(), day));
        answered(problem, id, after(day, 2));
    }

    private void answered(Problem problem, IssueTicketId id, LocalDate day) {
        if (problem.end() == TicketState.REPLIED) {
            return;
        }
        if (problem.end() == TicketState.REJECTED) {
            enter(day, SUNBING, new TicketCommand.RejectReply(id, day, "边坡没有支护，进场不安全"));
            return;
        }
        enter(
                day,
                SUNBING,
                new TicketCommand.ConfirmTicket(
                        id,
                        problem.project().compareTo("p06") < 0 ? Satisfaction.SATISFIED : Satisfaction.MOSTLY_SATISFIED,
                        "问题已解决",
                        List.of(),
                        day));
        if (problem.end() == TicketState.CONFIRMED_BY_ENTERPRISE) {
            return;
        }
        LocalDate closed = after(day, 1);
        enter(closed, DUCHA, new TicketCommand.CloseTicket(id, "企业已确认，同意销号。", closed));
        if (problem.end() == TicketState.REOPENED) {
            LocalDate reopened = LocalDate.of(2023, 12, 28);
            enter(reopened, DUCHA, new TicketCommand.ReopenTicket(id, reopened, "通气后压力不稳，企业再次反映"));
        }
    }

    /** A week and a half after assigning every limit of the reply is past, and the red notice is due four days later. */
    private void notice(Problem problem, IssueTicketId id, LocalDate assigned) {
        NoticeId notice = NoticeId.next();
        LocalDate day = switch (problem.notice()) {
            case BLUE -> after(assigned, 6);
            case YELLOW -> problem.end() == TicketState.ASSIGNED ? after(assigned, 5) : after(assigned, 9);
            case RED -> after(assigned, 16);
        };
        enter(day, DUCHA, new TicketCommand.SendNotice(id, notice, problem.notice(), day));
        DemoStaff recipient = switch (problem.notice()) {
            case BLUE -> problem.handler();
            case YELLOW -> FUZEREN;
            case RED -> LINGDAO;
        };
        if (problem.end() == TicketState.ASSIGNED) {
            return;
        }
        LocalDate next = after(day, 1);
        enter(next, recipient, new TicketCommand.DeliverNotice(id, notice, recipient.id, DeliveryWay.IN_APP, next));
        if (problem.end() == TicketState.SIGNED_FOR) {
            return;
        }
        LocalDate read = after(next, 1);
        enter(read, recipient, new TicketCommand.ReadNotice(id, notice, read));
        if (problem.notice() == NoticeLevel.RED) {
            LocalDate talk = after(read, 1);
            enter(talk, LINGDAO, new TicketCommand.LogInterview(id, notice, "责任单位承诺一周内补齐节能备案并发证，逾期书面检查。", talk));
        }
    }

    private void enter(LocalDate day, DemoStaff by, Command command) {
        steps.add(new DemoStep(
                day.atTime(LocalTime.of(15, 0)).plusMinutes(steps.size() % 120L), by.username, world -> command));
    }

    private static LocalDate after(LocalDate day, int days) {
        LocalDate next = day.plusDays(days);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }
}
