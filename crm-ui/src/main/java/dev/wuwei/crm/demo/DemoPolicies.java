package dev.wuwei.crm.demo;

import static dev.wuwei.crm.demo.DemoStaff.LINGDAO;

import dev.wuwei.crm.calendar.CalendarCommand.AdoptCalendar;
import dev.wuwei.crm.calendar.CalendarId;
import dev.wuwei.crm.counting.CountingCommand.DefineCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.Exclusion;
import dev.wuwei.crm.counting.CountingCommand.ReviseCountingPolicy;
import dev.wuwei.crm.counting.CountingCommand.Rules;
import dev.wuwei.crm.counting.CountingPolicyId;
import dev.wuwei.crm.counting.CountingRules.AmountChange;
import dev.wuwei.crm.counting.CountingRules.Ending;
import dev.wuwei.crm.counting.CountingRules.Upgrade;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.Money;
import dev.wuwei.crm.shared.ProjectKind;
import dev.wuwei.crm.shared.Standard;
import dev.wuwei.crm.signing.AgreementKind;
import dev.wuwei.crm.standard.StandardCommand.AdoptStandard;
import dev.wuwei.crm.standard.StandardsId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * How the city counts: not everything that the county calls signed. The county compares, and counts as it did. Two standards are
 * raised, by which nothing is counted, and the eve of the Spring Festival is free.
 */
final class DemoPolicies {
    private static final List<BigDecimal> BANDS =
            List.of(BigDecimal.ONE, new BigDecimal("5"), BigDecimal.TEN, new BigDecimal("30"));
    private static final Exclusion RENOVATION = new Exclusion(
            "RENOVATION", "技改不计", List.of(ProjectKind.TECHNICAL_RENOVATION), null, null, null, null, null);
    private static final Exclusion SMALL =
            new Exclusion("SMALL", "五千万元以下不计", null, null, null, null, null, Money.yi("0.5"));

    private DemoPolicies() {}

    static List<DemoStep> steps() {
        List<DemoStep> steps = new ArrayList<>();
        CountingPolicyId city = CountingPolicyId.next();
        LocalDate defined = LocalDate.of(2023, 4, 12);
        enter(
                steps,
                defined,
                new DefineCountingPolicy(
                        city, "city", "市级通报口径", rules(Ending.ON_ITS_DATE, List.of(RENOVATION)), defined));
        LocalDate revised = LocalDate.of(2023, 10, 16);
        enter(
                steps,
                revised,
                new ReviseCountingPolicy(
                        city,
                        "市级通报口径",
                        rules(Ending.IN_PERIOD_OF_SIGNATURE, List.of(RENOVATION, SMALL)),
                        revised,
                        "市招商委第三季度调度会：五千万元以下不列入，解约冲减签约当期"));
        adopt(
                steps,
                LocalDate.of(2023, 6, 27),
                Standard.INVESTMENT_INTENSITY,
                "220",
                LocalDate.of(2023, 7, 1),
                "省级园区考核提高投资强度");
        adopt(
                steps,
                LocalDate.of(2023, 12, 26),
                Standard.TAX_PER_MU,
                "5",
                LocalDate.of(2024, 1, 1),
                "亩均效益评价办法：明年起亩均税收按 5 万元评价");
        LocalDate eve = LocalDate.of(2024, 2, 9);
        LocalDate announced = LocalDate.of(2023, 12, 27);
        enter(
                steps,
                announced,
                new AdoptCalendar(CalendarId.ALL, List.of(eve), List.of(), eve, announced, "县政府办通知：除夕全县休息一天"));
        return steps;
    }

    private static void adopt(
            List<DemoStep> steps, LocalDate on, Standard standard, String limit, LocalDate from, String reason) {
        enter(steps, on, new AdoptStandard(StandardsId.ALL, standard, new BigDecimal(limit), from, on, reason));
    }

    private static Rules rules(Ending ending, List<Exclusion> exclusions) {
        return new Rules(
                List.of(AgreementKind.FORMAL),
                Upgrade.AT_FIRST_SIGNATURE,
                AmountChange.DIFFERENCE_ON_ITS_DATE,
                ending,
                null,
                true,
                exclusions,
                BANDS);
    }

    private static void enter(List<DemoStep> steps, LocalDate on, Command command) {
        steps.add(new DemoStep(on.atTime(LocalTime.of(16, 20)), LINGDAO.username, world -> command));
    }
}
