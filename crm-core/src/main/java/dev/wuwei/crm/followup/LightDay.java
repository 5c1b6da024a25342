package dev.wuwei.crm.followup;

import dev.wuwei.crm.shared.LightLimits;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What the limits come to on one day: how long ago something must have been due, so that its light is yellow or red. Whoever reckons
 * a light, in memory or by counting rows of a database, compares with these and with nothing else.
 */
public record LightDay(LocalDate day, LightLimits limits) {
    /** @return a start due before this day has the light, by the months that it missed */
    public LocalDate startDueBefore(Light light) {
        int months = light == Light.RED ? limits.startRedMonths() : limits.startYellowMonths();
        return YearMonth.from(day).minusMonths(months - 1L).atDay(1);
    }

    /** @return another milestone due before this day has the light */
    public LocalDate otherDueBefore(Light light) {
        return light == Light.RED ? day.minusDays(limits.lateRedDays()) : day.minusDays(limits.lateYellowDays() - 1L);
    }

    /** @return progress behind by this many points has the light */
    public int pointsBehind(Light light) {
        return light == Light.RED ? limits.progressRedPoints() + 1 : limits.progressYellowPoints();
    }

    /** @return what was started before this day and is still not in the statistics has the light */
    public LocalDate startedBefore(Light light) {
        int months = light == Light.RED ? limits.statisticsRedMonths() : limits.statisticsYellowMonths();
        LocalDate then = day.minusMonths(months);
        // The month's last day comes for everything that was started on that day of a longer month or later.
        boolean last = day.getDayOfMonth() == day.lengthOfMonth();
        return (last ? YearMonth.from(then).atEndOfMonth() : then).plusDays(1);
    }
}
