package dev.wuwei.crm.demo;

import static dev.wuwei.crm.demo.DemoStaff.FENGREN;
import static dev.wuwei.crm.demo.DemoStaff.FUZEREN;
import static dev.wuwei.crm.demo.DemoStaff.LINGDAO;
import static dev.wuwei.crm.demo.DemoStaff.QIANYI;
import static dev.wuwei.crm.demo.DemoStaff.SUNBING;
import static dev.wuwei.crm.demo.DemoStaff.WANGXIN;
import static dev.wuwei.crm.demo.DemoStaff.ZHOUWU;
import static dev.wuwei.crm.demo.DemoStaff.ZHUANYUAN;

import dev.wuwei.crm.shared.Area;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.target.Formula;
import dev.wuwei.crm.target.ScopeKind;
import dev.wuwei.crm.target.ScoreBasis;
import dev.wuwei.crm.target.ScoreItem;
import dev.wuwei.crm.target.ScorecardCommand;
import dev.wuwei.crm.target.ScorecardId;
import dev.wuwei.crm.target.TargetCommand;
import dev.wuwei.crm.target.TargetCommand.Scope;
import dev.wuwei.crm.target.TargetId;
import dev.wuwei.crm.target.TargetMeasure;
import dev.wuwei.crm.target.TargetPeriod;
import dev.wuwei.crm.target.TargetValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** The targets of the park's action plan for 2023, 2025 and 2028, how 2023 was shared out, and how it is assessed. */
final class DemoTargets {
    private static final String PLAN = "“园区提质”“企业满园”行动实施方案";
    private static final LocalDate BEGIN = LocalDate.of(2023, 1, 9);
    private static final Scope WHOLE = new Scope(ScopeKind.WHOLE, null, null, null);
    private static final int QUARTERS = 4;

    private final List<DemoStep> steps = new ArrayList<>();

    private DemoTargets() {}

    static List<DemoStep> steps() {
        DemoTargets demo = new DemoTargets();
        demo.plan(2023, 10, 8, "50", "150");
        demo.plan(2025, 15, 5, "70", "170");
        demo.plan(2028, 15, 5, "70", "180");
        demo.arrivals();
        demo.quarters();
        demo.shares();
        demo.scorecards();
        return demo.steps;
    }

    /** Signed projects, those of 5 and of 10亿元 and above, the amount, what goes into production and above scale, land. */
    private void plan(int year, int projects, int large, String yi, String mu) {
        TargetPeriod period = TargetPeriod.year(year);
        set(TargetMeasure.SIGNED_COUNT, WHOLE, period, TargetValue.of(projects));
        set(TargetMeasure.SIGNED_GE5, WHOLE, period, TargetValue.of(large));
        set(TargetMeasure.SIGNED_GE10, WHOLE, period, TargetValue.of(2));
        set(TargetMeasure.SIGNED_AMOUNT, WHOLE, period, TargetValue.of(Money.yi(yi)));
        set(TargetMeasure.PRODUCING, WHOLE, period, TargetValue.of(10));
        set(TargetMeasure.ABOVE_SCALE, WHOLE, period, TargetValue.of(10));
        set(TargetMeasure.REVITALISED_LAND, WHOLE, period, TargetValue.of(Area.mu(mu)));
    }

    private void arrivals() {
        TargetId arrived =
                set(TargetMeasure.ARRIVED_AMOUNT, WHOLE, TargetPeriod.year(2023), TargetValue.of(Money.yi("30")));
        LocalDate day = LocalDate.of(2023, 7, 12);
        enter(
                day,
                LINGDAO,
                new TargetCommand.ReviseTarget(
                        arrived, TargetValue.of(Money.yi("35")), "县委常委会会议纪要", day, "上半年签约好于预期，到位资金目标上调"));
    }

    private void quarters() {
        int[] projects = {2, 3, 2, 3};
        String[] yi = {"8", "12", "14", "16"};
        for (int quarter = 1; quarter <= QUARTERS; quarter++) {
            TargetPeriod period = TargetPeriod.quarter(2023, quarter);
            set(TargetMeasure.SIGNED_COUNT, WHOLE, period, TargetValue.of(projects[quarter - 1]));
            TargetId amount =
                    set(TargetMeasure.SIGNED_AMOUNT, WHOLE, period, TargetValue.of(Money.yi(yi[quarter - 1])));
            if (quarter == QUARTERS) {
                LocalDate day = LocalDate.of(2023, 10, 10);
                enter(
                        day,
                        FUZEREN,
                        new TargetCommand.ReviseTarget(
                                amount, TargetValue.of(Money.yi("18")), null, day, "四季度加压，年度目标不变"));
            }
        }
    }

    private void shares() {
        share(new Scope(ScopeKind.PARK, "wuxi", null, null), 3, "10", 3);
        share(new Scope(ScopeKind.PARK, "liangjiang", null, null), 3, "10", 3);
        share(new Scope(ScopeKind.PARK, "liangchan", null, null), 4, "30", 4);
        share(new Scope(ScopeKind.TEAM, null, DemoTeam.FIRST.id, null), 6, "28", 6);
        share(new Scope(ScopeKind.TEAM, null, DemoTeam.SECOND.id, null), 4, "22", 4);
        for (DemoStaff person : List.of(ZHUANYUAN, QIANYI, SUNBING, ZHOUWU)) {
            share(new Scope(ScopeKind.PERSON, null, null, person.id), 3, "12", 2);
        }
        for (DemoStaff leader : List.of(LINGDAO, WANGXIN, FENGREN)) {
            share(new Scope(ScopeKind.LEADER, null, null, leader.id), 3, "16", 3);
        }
    }

    private void share(Scope scope, int projects, String yi, int producing) {
        TargetPeriod year = TargetPeriod.year(2023);
        set(TargetMeasure.SIGNED_COUNT, scope, year, TargetValue.of(projects));
        set(TargetMeasure.SIGNED_AMOUNT, scope, year, TargetValue.of(Money.yi(yi)));
        set(TargetMeasure.PRODUCING, scope, year, TargetValue.of(producing));
    }

    private void scorecards() {
        ScoreItem amount = item(TargetMeasure.SIGNED_AMOUNT, ScoreBasis.COMPLETION, Formula.CAPPED, "40", "48");
        ScoreItem projects = item(TargetMeasure.SIGNED_COUNT, ScoreBasis.COMPLETION, Formula.LINEAR, "20", null);
        ScoreItem producing = item(TargetMeasure.PRODUCING, ScoreBasis.ACTUAL, Formula.EFFICACY, "40", null);
        ScoreItem overdue = item(null, ScoreBasis.OVERDUE, Formula.DEDUCTION, "0.5", "10");
        ScoreItem capped = item(TargetMeasure.SIGNED_COUNT, ScoreBasis.COMPLETION, Formula.CAPPED, "20", "24");
        LocalDate day = LocalDate.of(2023, 2, 6);
        ScorecardId parks = ScorecardId.next();
        enter(
                day,
                LINGDAO,
                new ScorecardCommand.DefineScorecard(
                        parks, "2023 年园区招商考核办法", 2023, ScopeKind.PARK, List.of(amount, projects, producing), day));
        LocalDate revised = LocalDate.of(2023, 8, 14);
        enter(
                revised,
                LINGDAO,
                new ScorecardCommand.ReviseScorecard(
                        parks, "2023 年园区招商考核办法", List.of(amount, capped, producing, overdue), revised, "项目数封顶，逾期项目扣分"));
        enter(
                day.plusDays(1),
                FUZEREN,
                new ScorecardCommand.DefineScorecard(
                        ScorecardId.next(),
                        "2023 年招商专员考核办法",
                        2023,
                        ScopeKind.PERSON,
                        List.of(amount, capped, overdue),
                        day.plusDays(1)));
    }

    private static ScoreItem item(
            TargetMeasure measure, ScoreBasis basis, Formula formula, String points, String limit) {
        return new ScoreItem(
                measure, basis, formula, new BigDecimal(points), limit == null ? null : new BigDecimal(limit));
    }

    private TargetId set(TargetMeasure measure, Scope scope, TargetPeriod period, TargetValue value) {
        TargetId target = TargetId.next();
        boolean plan = scope == WHOLE;
        enter(
                BEGIN,
                plan ? LINGDAO : FUZEREN,
                new TargetCommand.SetTarget(target, measure, scope, period, value, plan ? PLAN : "年度任务分解表", BEGIN));
        return target;
    }

    private void enter(LocalDate day, DemoStaff by, Command command) {
        LocalDateTime at = day.atTime(16, 0).plusSeconds(steps.size());
        steps.add(new DemoStep(at, by.username, world -> command));
    }
}
