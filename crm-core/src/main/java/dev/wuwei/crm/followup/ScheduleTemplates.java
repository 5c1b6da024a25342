package dev.wuwei.crm.followup;

import java.util.List;

/** The steps (倒排工期模板) that each kind of project goes through, versioned by the administrator. */
public interface ScheduleTemplates {
    /** @return for example {@code schedules@2}: the version in force */
    String version();

    /** @return the steps for a project of this kind; each stands after those that it depends on */
    List<ScheduleStep> of(String projectType);
}
