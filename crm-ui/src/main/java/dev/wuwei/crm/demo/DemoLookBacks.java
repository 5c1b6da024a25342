package dev.wuwei.crm.demo;

import static dev.wuwei.crm.demo.DemoStaff.DUCHA;
import static dev.wuwei.crm.demo.DemoStaff.FUZEREN;
import static dev.wuwei.crm.demo.DemoStaff.LINGDAO;
import static dev.wuwei.crm.demo.DemoStaff.WUJI;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.lookback.CampaignId;
import dev.wuwei.crm.lookback.Consequence;
import dev.wuwei.crm.lookback.Grade;
import dev.wuwei.crm.lookback.LookBackCommand;
import dev.wuwei.crm.lookback.LookBackReviewId;
import dev.wuwei.crm.lookback.RectificationId;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectId;
import dev.wuwei.crm.signing.CommitmentSide;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Two campaigns: that of 2022 is over, that of 2023 is in the middle of rating and putting right. */
final class DemoLookBacks {
    private final List<DemoStep> steps = new ArrayList<>();
    private final Map<String, ProjectId> projects;
    private int entries;

    private DemoLookBacks(Map<String, ProjectId> projects) {
        this.projects = projects;
    }

    /** @param projects those that were signed, by the key of their line */
    static List<DemoStep> steps(Map<String, ProjectId> projects) {
        DemoLookBacks demo = new DemoLookBacks(projects);
        demo.lastYear();
        demo.thisYear();
        return demo.steps;
    }

    private void lastYear() {
        CampaignId campaign = begin("2022 年度回头看", LocalDate.of(2022, 10, 31));
        // Those whose agreement had been signed by then.
        List<String> keys = List.of(
                "p01", "p02", "p03", "p04", "p05", "p06", "p07", "p08", "p09", "p10", "p11", "p12", "p13", "p14", "p15",
                "p16", "p17", "p18", "p19", "p73");
        LocalDate on = LocalDate.of(2022, 11, 14);
        for (int i = 0; i < keys.size(); i++) {
            LookBackReviewId review = review(campaign, keys.get(i));
            visit(review, on.plusDays(i % 5), i % 4 == 0 ? "设备到货晚于计划，围墙未完工。" : "厂房与设备清单相符，用工台账齐全。");
            Grade grade = i % 6 == 5 ? Grade.C : i % 3 == 1 ? Grade.B : Grade.A;
            rate(review, grade, on.plusDays(10), List.of());
            notify(review, on.plusDays(14), "县督〔2022〕" + (30 + i) + " 号");
            if (grade == Grade.C) {
                RectificationId item = demand(
                        review, CommitmentSide.COMPANY, "倒排工期，月底前设备全部进场", "企业", on.plusDays(15), on.plusDays(45));
                report(review, item, on.plusDays(40), "设备全部进场，已报监理签认。");
                recheck(review, item, true, on.plusDays(44), "现场核实设备清单 32 台。");
            }
            close(review, on.plusDays(46));
        }
        enter(
                LocalDate.of(2023, 1, 12),
                DUCHA,
                new LookBackCommand.CloseCampaign(campaign, "二十个项目办结，三个项目整改到位。", LocalDate.of(2023, 1, 12)));
    }

    private void thisYear() {
        CampaignId campaign = begin("2023 年度回头看", LocalDate.of(2023, 10, 31));
        LocalDate on = LocalDate.of(2023, 11, 8);
        List<String> keys = projects.keySet().stream()
                .filter(key -> key.compareTo("p24") <= 0 && key.startsWith("p"))
                .sorted()
                .toList();
        for (int i = 0; i < keys.size(); i++) {
            LookBackReviewId review = review(campaign, keys.get(i));
            boolean idle = i % 5 == 0;
            String findings = idle ? "二期用地围挡未拆，未见施工机械。" : "主要承诺按期，生产线满负荷运行。";
            int variety = i;
            enter(
                    on.plusDays(i % 7),
                    DUCHA,
                    true,
                    world -> new LookBackCommand.RecordSiteVisit(
                            review,
                            findings,
                            idle ? List.of(world.keep("二期围挡.png", DemoPhotos.site(0, variety))) : List.of(),
                            on.plusDays(variety % 7)));
            if (i % 8 == 7) {
                continue;
            }
            Grade grade = i % 7 == 4 ? Grade.D : i % 5 == 2 ? Grade.C : i % 2 == 0 ? Grade.B : Grade.A;
            rate(review, grade, on.plusDays(14), follows(grade));
            if (i % 6 == 5) {
                continue;
            }
            notify(review, on.plusDays(18), "县督〔2023〕" + (40 + i) + " 号");
            putRight(review, grade, i, on.plusDays(19));
        }
    }

    private static List<Consequence> follows(Grade grade) {
        return switch (grade) {
            case A -> List.of(new Consequence(Consequence.Kind.RELEASE_REWARD, null, "按协议兑现剩余奖补"));
            case B -> List.of();
            case C -> List.of(new Consequence(Consequence.Kind.INTERVIEW, null, "由分管领导约谈"));
            case D ->
                List.of(
                        new Consequence(Consequence.Kind.SUSPEND_POLICY, null, "整改到位前暂停兑现"),
                        new Consequence(Consequence.Kind.CLAWBACK, Money.wan("86"), "按投资未达比例追缴"));
        };
    }

    private void putRight(LookBackReviewId review, Grade grade, int i, LocalDate on) {
        if (grade == Grade.A) {
            close(review, on.plusDays(4));
            return;
        }
        RectificationId jobs =
                demand(review, CommitmentSide.COMPANY, "补足用工并报社保名册", "企业", on, LocalDate.of(2024, 1, 20));
        if (i % 4 == 0) {
            RectificationId power =
                    demand(review, CommitmentSide.GOVERNMENT, "双回路供电送到红线", "经济信息化局", on, LocalDate.of(2024, 1, 31));
            if (i % 8 == 0) {
                enter(
                        on.plusDays(12),
                        DUCHA,
                        new LookBackCommand.RescheduleRectification(
                                review, power, LocalDate.of(2024, 3, 15), on.plusDays(12), "主变压器到货推迟，供电公司来函说明"));
            }
        }
        if (i % 3 != 0) {
            report(review, jobs, on.plusDays(16), "新增参保 31 人，名册已报。");
        }
        if (i % 3 == 1) {
            recheck(review, jobs, true, on.plusDays(20), "社保名册核对无误。");
        }
        if (grade == Grade.D && i % 2 == 0) {
            enter(
                    on.plusDays(22),
                    DUCHA,
                    new LookBackCommand.EscalateReview(review, "县政府常务会议", on.plusDays(22), "投资强度不足八成，企业拒不补足"));
        }
    }

    /** Formal agreements of the three years before the cut-off date. */
    private CampaignId begin(String name, LocalDate cutOff) {
        CampaignId campaign = CampaignId.next();
        LocalDate planned = workday(cutOff.minusDays(22));
        LookBackCommand.Scope scope =
                new LookBackCommand.Scope(cutOff.minusYears(3).plusDays(1), cutOff, List.of(), List.of(), null);
        // The day whose state is looked at must have come when it is planned for.
        enter(
                planned,
                DUCHA,
                new LookBackCommand.PlanCampaign(
                        campaign, name, scope, planned, cutOff.plusMonths(3), List.of(DUCHA.id, FUZEREN.id), planned));
        LocalDate revised = workday(cutOff.plusDays(1));
        enter(
                revised,
                DUCHA,
                new LookBackCommand.RevisePlan(
                        campaign,
                        name,
                        scope,
                        cutOff,
                        cutOff.plusMonths(3),
                        List.of(DUCHA.id, FUZEREN.id, WUJI.id),
                        revised));
        enter(revised.plusDays(1), DUCHA, new LookBackCommand.FreezeScope(campaign, revised.plusDays(1)));
        enter(revised.plusDays(2), DUCHA, new LookBackCommand.PullData(campaign, revised.plusDays(2)));
        return campaign;
    }

    private LookBackReviewId review(CampaignId campaign, String key) {
        return LookBackReviewId.of(campaign, projects.get(key));
    }

    private void visit(LookBackReviewId review, LocalDate on, String findings) {
        enter(on, DUCHA, new LookBackCommand.RecordSiteVisit(review, findings, List.of(), on));
    }

    private void rate(LookBackReviewId review, Grade grade, LocalDate on, List<Consequence> follows) {
        String opinion = switch (grade) {
            case A -> "主要承诺达标，投产、上规均已认定。";
            case B -> "主要承诺达标，个别节点逾期后已完成。";
            case C -> "投资强度与用工未达约定，须限期整改。";
            case D -> "投资强度不足八成，政府供电也晚于承诺，责任分列。";
        };
        Cause cause = grade.compareTo(Grade.B) <= 0 ? null : grade == Grade.C ? Cause.ENTERPRISE : Cause.MARKET;
        enter(on, LINGDAO, new LookBackCommand.RateReview(review, grade, cause, opinion, follows, on, null));
    }

    private void notify(LookBackReviewId review, LocalDate on, String document) {
        enter(on, DUCHA, new LookBackCommand.NotifyResult(review, document, List.of(), on));
    }

    private RectificationId demand(
            LookBackReviewId review,
            CommitmentSide side,
            String demand,
            String responsible,
            LocalDate on,
            LocalDate deadline) {
        RectificationId item = RectificationId.next();
        enter(
                on,
                DUCHA,
                new LookBackCommand.DemandRectification(review, item, side, demand, responsible, deadline, on));
        return item;
    }

    private void report(LookBackReviewId review, RectificationId item, LocalDate on, String result) {
        enter(on, FUZEREN, new LookBackCommand.ReportRectification(review, item, result, List.of(), on));
    }

    private void recheck(LookBackReviewId review, RectificationId item, boolean passed, LocalDate on, String opinion) {
        enter(on, DUCHA, new LookBackCommand.RecheckRectification(review, item, passed, opinion, on));
    }

    private void close(LookBackReviewId review, LocalDate on) {
        enter(on, DUCHA, new LookBackCommand.CloseReview(review, "承诺核清，予以销号。", on));
    }

    /** In the evening, after everybody else; what looks back must have seen everything before it. */
    private void enter(LocalDate day, DemoStaff by, Command command) {
        boolean looks = command instanceof LookBackCommand.FreezeScope
                || command instanceof LookBackCommand.PullData
                || command instanceof LookBackCommand.CloseCampaign
                || command instanceof LookBackCommand.RecordSiteVisit;
        enter(day, by, looks, world -> command);
    }

    private void enter(LocalDate day, DemoStaff by, boolean looks, Function<DemoWorld, Command> command) {
        LocalDateTime at = LocalDateTime.of(day, LocalTime.of(18, 0)).plusSeconds(entries++);
        steps.add(new DemoStep(at, by.username, world -> {
            if (looks) {
                world.catchUp();
            }
            return command.apply(world);
        }));
    }

    private static LocalDate workday(LocalDate date) {
        LocalDate day = date;
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        return day;
    }
}
