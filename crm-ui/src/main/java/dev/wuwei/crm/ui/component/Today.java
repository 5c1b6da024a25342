package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.EventMeta;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What day it is, in China, wherever the server stands. */
@Component
public class Today {
    private static final AtomicReference<Clock> CLOCK = new AtomicReference<>(Clock.system(EventMeta.ZONE));

    Today(ObjectProvider<Clock> clock) {
        clock.ifUnique(it -> CLOCK.set(it.withZone(EventMeta.ZONE)));
    }

    public static LocalDate date() {
        return LocalDate.now(CLOCK.get());
    }

    public static LocalDateTime time() {
        return LocalDateTime.now(CLOCK.get());
    }

    public static Instant instant() {
        return CLOCK.get().instant();
    }
}
