package dev.wuwei.crm.shared;

import java.util.function.ToIntFunction;

/**
 * From when on a light (亮灯) is yellow or red on a day.
 *
 * @param startYellowMonths months missed by the start, the one in which it was due being the first
 * @param lateYellowDays past the date agreed for another milestone
 * @param progressYellowPoints that the progress is behind the time pace; red is what is more than {@code progressRedPoints}
 * @param statisticsYellowMonths after the start without being in the library of investment statistics
 */
public record LightLimits(
        int startYellowMonths,
        int startRedMonths,
        int lateYellowDays,
        int lateRedDays,
        int progressYellowPoints,
        int progressRedPoints,
        int statisticsYellowMonths,
        int statisticsRedMonths) {

    public LightLimits {
        if (startYellowMonths < 1
                || lateYellowDays < 1
                || progressYellowPoints < 1
                || statisticsYellowMonths < 1
                || startRedMonths < startYellowMonths
                || lateRedDays < lateYellowDays
                || progressRedPoints < progressYellowPoints
                || statisticsRedMonths < statisticsYellowMonths) {
            throw new IllegalArgumentException("a light turns yellow first and red later: " + this);
        }
    }

    public static LightLimits of(ToIntFunction<Standard> limit) {
        return new LightLimits(
                limit.applyAsInt(Standard.START_YELLOW),
                limit.applyAsInt(Standard.START_RED),
                limit.applyAsInt(Standard.LATE_YELLOW),
                limit.applyAsInt(Standard.LATE_RED),
                limit.applyAsInt(Standard.PROGRESS_YELLOW),
                limit.applyAsInt(Standard.PROGRESS_RED),
                limit.applyAsInt(Standard.STATISTICS_YELLOW),
                limit.applyAsInt(Standard.STATISTICS_RED));
    }
}
