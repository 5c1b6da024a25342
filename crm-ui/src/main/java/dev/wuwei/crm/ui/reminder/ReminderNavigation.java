package dev.wuwei.crm.ui.reminder;

import dev.wuwei.crm.projections.reminder.ReminderView;
import dev.wuwei.crm.ui.counting.CountingNavigation;
import dev.wuwei.crm.ui.lookback.LookBackNavigation;
import dev.wuwei.crm.ui.project.ProjectNavigation;

/** Where a reminder leads to. */
public final class ReminderNavigation {
    private ReminderNavigation() {}

    /** @return the path without a slash before it; the desk for what is about nothing in particular */
    public static String path(ReminderView reminder) {
        return switch (reminder.kind()) {
            case DIGEST -> "";
            case TOTALS_CHECK -> CountingNavigation.CHECKS;
            case CAMPAIGN -> LookBackNavigation.PATH + "/" + ReminderWords.campaign(reminder)[0];
            default -> ProjectNavigation.path(reminder.projectNo());
        };
    }
}
