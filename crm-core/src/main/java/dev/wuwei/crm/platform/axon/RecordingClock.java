package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.platform.time.ParkTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of all recording times. It stands still while a command is decided, so that the command's time and its events'
 * are one; demo data sets it back.
 */
final class RecordingClock extends Clock {
    static final RecordingClock INSTANCE = new RecordingClock();

    private final ThreadLocal<Instant> fixed = new ThreadLocal<>();

    private RecordingClock() {}

    static Instant now() {
        return ParkTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @return what was set before, to be given to {@link #restore} */
    Instant fix(Instant instant) {
        Instant before = fixed.get();
        fixed.set(instant);
        return before;
    }

    void restore(Instant before) {
        if (before == null) {
            fixed.remove();
        } else {
            fixed.set(before);
        }
    }

    @Override
    public Instant instant() {
        Instant instant = fixed.get();
        return instant == null ? now() : instant;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}
