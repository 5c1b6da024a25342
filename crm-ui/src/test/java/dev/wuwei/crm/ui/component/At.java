package dev.wuwei.crm.ui.component;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Sets the screens' clock, for tests. */
public final class At {
    private At() {}

    /** @param instant for example {@code 2023-11-30T01:12:08Z}, 09:12 in China */
    public static void time(String instant) {
        set(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }

    /** For tests of the running application, whatever another test on this JVM has set. */
    public static void realTime() {
        set(Clock.systemUTC());
    }

    private static void set(Clock clock) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", clock);
        new Today(beans.getBeanProvider(Clock.class));
    }
}
