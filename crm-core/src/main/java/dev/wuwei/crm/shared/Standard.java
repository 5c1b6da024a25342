package dev.wuwei.crm.shared;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A limit (标准) that projects are held against. What it is where nobody adopted another one is kept in
 * {@code config/policies/thresholds.yml}.
 */
public enum Standard {
    /** 亩均税收, 万元/亩·年, over the last twelve months that were reported. */
    TAX_PER_MU(false),
    /** 亩均产值, 万元/亩·年, over the last twelve months that were reported. */
    OUTPUT_PER_MU(false),
    /** 投资强度, 万元/亩, by the last monthly return. */
    INVESTMENT_INTENSITY(false),
    /** 达产, percent of the output and of the tax that were agreed for a year. */
    FULL_CAPACITY(false),
    /** Months missed by the start, the one in which it was due being the first. */
    START_YELLOW(true),
    START_RED(START_YELLOW),
    /** Days past the date agreed for another milestone; red when more. */
    LATE_YELLOW(true),
    LATE_RED(LATE_YELLOW),
    /** Points that the progress is behind the time pace; red when more. */
    PROGRESS_YELLOW(true),
    PROGRESS_RED(PROGRESS_YELLOW),
    /** Months after the start without being in the library of investment statistics. */
    STATISTICS_YELLOW(true),
    STATISTICS_RED(STATISTICS_YELLOW);

    private static final BigDecimal HIGHEST = new BigDecimal("1000000");
    private static final BigDecimal HIGHEST_OF_A_LIGHT = new BigDecimal("1000");
    private static final int DECIMALS = 2;

    private final boolean light;
    private final Standard yellow;

    Standard(boolean light) {
        this.light = light;
        this.yellow = this;
    }

    /** By which a light turns red. */
    Standard(Standard yellow) {
        this.light = true;
        this.yellow = yellow;
    }

    /** @return beyond it a limit is a slip of the keyboard, and a light would turn on no day that a calendar has */
    public BigDecimal highest() {
        return isLight() ? HIGHEST_OF_A_LIGHT : HIGHEST;
    }

    /** @return whether it may be held against it: above 0, with two decimals at most, that of a light whole */
    public boolean allows(BigDecimal limit) {
        return limit.signum() > 0
                && limit.compareTo(highest()) <= 0
                && limit.stripTrailingZeros().scale() <= (isLight() ? 0 : DECIMALS);
    }

    /** @return whether a light (亮灯) turns by it; such limits are whole numbers, and red is never before yellow */
    public boolean isLight() {
        return light;
    }

    /** @return whether states or lights are reckoned by it; of the others one is only told who reaches them */
    public boolean isCountedBy() {
        return isLight() || this == FULL_CAPACITY;
    }

    /** @return whether the light turns red by it, and not yellow */
    public boolean isRed() {
        return yellow != this;
    }

    /** @return by which the same light turns yellow */
    public Standard yellow() {
        return yellow;
    }

    /** @return by which the same light turns red */
    public Standard red() {
        return Arrays.stream(values())
                .filter(each -> each.isRed() && each.yellow == this)
                .findFirst()
                .orElse(this);
    }
}
