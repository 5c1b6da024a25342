package dev.wuwei.crm.testing;

import dev.wuwei.crm.followup.Milestone;
import dev.wuwei.crm.followup.ScheduleStep;
import dev.wuwei.crm.followup.ScheduleTemplates;
import dev.wuwei.crm.shared.Coded;
import java.util.List;

/** A permit, then building, with water beside it, then trial production. */
public final class TestScheduleTemplates implements ScheduleTemplates {
    public static final ScheduleStep PERMIT =
            new ScheduleStep(new Coded("permit", "施工许可"), 5, 0, List.of(), TestDictionaries.PERMIT.code(), null, null);
    public static final ScheduleStep BUILDING = new ScheduleStep(
            new Coded("building", "主体施工"),
            0,
            6,
            List.of("permit"),
            null,
            Milestone.CONSTRUCTION_START,
            Milestone.COMPLETION);
    public static final ScheduleStep WATER =
            new ScheduleStep(new Coded("water", "水电气接入"), 0, 2, List.of("permit"), null, null, null);
    public static final ScheduleStep TRIAL = new ScheduleStep(
            new Coded("trial", "试生产"), 0, 1, List.of("building", "water"), null, null, Milestone.PRODUCTION_START);
    public static final List<ScheduleStep> STEPS = List.of(PERMIT, BUILDING, WATER, TRIAL);

    @Override
    public String version() {
        return "schedules@1";
    }

    @Override
    public List<ScheduleStep> of(String projectType) {
        return projectType.equals(TestDictionaries.PROJECT_TYPE.code()) ? STEPS : List.of();
    }
}
