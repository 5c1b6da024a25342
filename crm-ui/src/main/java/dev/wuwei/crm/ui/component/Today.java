package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.platform.time.ParkTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Supplier;

/** What day it is on the screens. */
public final class Today {
    private static volatile Supplier<Clock> clock = ParkTime::clock;

    private Today() {}

    /** For tests. */
    static void setClock(Supplier<Clock> fixed) {
        clock = fixed;
    }

    public static LocalDate date() {
        return LocalDate.now(clock.get());
    }

    public static LocalDateTime time() {
        return LocalDateTime.now(clock.get());
    }

    public static Instant instant() {
        return clock.get().instant();
    }
}
