package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.shared.EventMeta;
import java.time.Clock;
import java.time.Instant;

/** Sets the screens' clock, for tests. */
public final class At {
    private At() {}

    /** @param instant for example {@code 2023-11-30T01:12:08Z}, 09:12 in China */
    public static void time(String instant) {
        Clock fixed = Clock.fixed(Instant.parse(instant), EventMeta.ZONE);
        Today.setClock(() -> fixed);
    }

    /** For tests of the running application, whatever another test on this JVM has set. */
    public static void realTime() {
        Today.setClock(ParkTime::clock);
    }
}
