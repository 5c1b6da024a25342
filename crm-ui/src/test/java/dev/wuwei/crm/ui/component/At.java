package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.shared.EventMeta;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What time it is on the screens while the tests of a class run, for example {@code 2023-11-30T01:12:08Z}, 09:12 in China. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(At.Time.class)
public @interface At {
    String value();

    /** Gives the real time back afterwards: other tests run in the same process. */
    final class Time implements BeforeAllCallback, AfterAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            At at = context.getRequiredTestClass().getAnnotation(At.class);
            Clock fixed = Clock.fixed(Instant.parse(at.value()), EventMeta.ZONE);
            Today.setClock(() -> fixed);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            Today.setClock(ParkTime::clock);
        }
    }
}
