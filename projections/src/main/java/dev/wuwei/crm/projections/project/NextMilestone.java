package dev.wuwei.crm.projections.project;

import dev.wuwei.crm.followup.Light;
import dev.wuwei.crm.followup.Milestone;
import java.time.LocalDate;

/**
 * The agreed milestone that comes next.
 *
 * @param daysLate 0 when it is not past
 */
public record NextMilestone(String phase, Milestone milestone, LocalDate dueOn, long daysLate, Light light) {}
