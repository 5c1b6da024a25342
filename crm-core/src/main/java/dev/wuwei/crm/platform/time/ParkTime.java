package dev.wuwei.crm.platform.time;

import dev.wuwei.crm.shared.EventMeta;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What time it is in the park: for recording times, for "today" on the screens, and for days late. It is the real time, but
 * for a demo park, which lives on from its own last day. Sessions, throttling and housekeeping keep to the machine's clock.
 */
public final class ParkTime {
    private static volatile Clock clock = Clock.system(EventMeta.ZONE);

    private ParkTime() {}

    public static Clock clock() {
        return clock;
    }

    public static Instant now() {
        return clock.instant();
    }

    /** @return what day it is, in China, wherever the server stands */
    public static LocalDate today() {
        return LocalDate.now(clock);
    }

    /** From now on the park's time is that much behind the real one; one park a process. */
    public static void setBackBy(Duration back) {
        clock = Clock.offset(Clock.system(EventMeta.ZONE), back.negated());
    }
}
