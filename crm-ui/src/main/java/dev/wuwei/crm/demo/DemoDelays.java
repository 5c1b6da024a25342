package dev.wuwei.crm.demo;

import dev.wuwei.crm.followup.Cause;
import dev.wuwei.crm.followup.FollowUpCommand;
import dev.wuwei.crm.signing.AgreedPhase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Why the late projects of the demo park are late, who sees to it and what comes next; some of it was found justified. */
final class DemoDelays {
    private static final int FIRST_PLACE = 190;
    private static final List<String> MILESTONES = List.of("start", "complete", "produce", "scale", "full");

    private record Story(Cause cause, String words, String action) {}

    private static final List<Story> STORIES = List.of(
            new Story(Cause.GOVERNMENT, "高压线迁改未完成，净地交付推迟", "与供电公司现场会商迁改方案"),
            new Story(Cause.ENTERPRISE, "企业后续资金未到位", "约谈企业负责人，落实资金到位计划"),
            new Story(Cause.MARKET, "下游订单减少，企业放缓投料", "对接两家链主企业，落实配套订单"),
            new Story(Cause.FORCE_MAJEURE, "汛期山洪冲毁进场道路", "抢通进场道路并重排施工计划"));

    private DemoDelays() {}

    static List<DemoFollowUpStep> of(DemoProject row, AgreedPhase phase, DemoStaff officer, LocalDate lastDay) {
        LocalDate due = due(row, phase);
        LocalDate told = lastDay.minusDays(14);
        if (due == null || row.has("rescinded") || row.index() % 5 == 4 || !due.isBefore(told)) {
            return List.of();
        }
        Story story = STORIES.get(row.index() % STORIES.size());
        LocalDate next = lastDay.plusDays(6L + row.index() % 9);
        List<DemoFollowUpStep> steps = new ArrayList<>();
        steps.add(new DemoFollowUpStep(
                told,
                FIRST_PLACE,
                officer,
                id -> new FollowUpCommand.ExplainDelay(
                        id, phase.name(), story.cause(), story.words(), officer.id, story.action(), next)));
        if (story.cause() == Cause.FORCE_MAJEURE) {
            steps.add(new DemoFollowUpStep(
                    lastDay.minusDays(8),
                    FIRST_PLACE + 1,
                    DemoStaff.FUZEREN,
                    id -> new FollowUpCommand.JustifyDelay(id, phase.name(), lastDay.plusDays(45), "现场核查属实，不属企业责任")));
        }
        return steps;
    }

    /** @return the day agreed for the first milestone that has not happened */
    private static LocalDate due(DemoProject row, AgreedPhase phase) {
        List<LocalDate> agreed = Arrays.asList(
                phase.startBy(), phase.completeBy(), phase.produceBy(), phase.scaleUpBy(), phase.fullCapacityBy());
        for (int i = MILESTONES.size() - 1; i >= 0; i--) {
            if (row.has(MILESTONES.get(i))) {
                return i + 1 < agreed.size() ? agreed.get(i + 1) : null;
            }
        }
        return agreed.getFirst();
    }
}
