package dev.wuwei.crm.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;

class LoginThrottleTest {
    private static final String HOME = "10.0.0.1";

    private final Hands clock = new Hands();
    private final LoginThrottle throttle = throttle();

    private LoginThrottle throttle() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("clock", clock);
        return new LoginThrottle(beans.getBeanProvider(Clock.class));
    }

    @Test
    void five_wrong_passwords_lock_the_account() {
        for (int left = 4; left >= 0; left--) {
            assertThat(throttle.isLocked("lid", HOME)).isFalse();
            assertThat(throttle.failed("lid", HOME)).isEqualTo(left);
        }

        assertThat(throttle.isLocked("lid", HOME)).isTrue();
        assertThat(throttle.isLocked(" LID ", "10.0.0.2")).isTrue();
        assertThat(throttle.isLocked("qianyi", HOME)).isFalse();
    }

    @Test
    void the_lock_opens_after_a_quarter_of_an_hour() {
        for (int i = 0; i < 5; i++) {
            throttle.failed("lid", HOME);
        }

        clock.now = clock.now.plus(Duration.ofMinutes(15));

        assertThat(throttle.isLocked("lid", HOME)).isFalse();
        clock.now = clock.now.plusSeconds(1);
        assertThat(throttle.failed("lid", HOME)).isEqualTo(4);
    }

    @Test
    void the_right_password_forgets_the_wrong_ones() {
        throttle.failed("lid", HOME);
        throttle.failed("lid", HOME);

        throttle.succeeded(
                new AuthenticationSuccessEvent(UsernamePasswordAuthenticationToken.unauthenticated("lid", "x")));

        assertThat(throttle.failed("lid", HOME)).isEqualTo(4);
    }

    @Test
    void one_address_cannot_try_account_after_account() {
        for (int i = 0; i < 50; i++) {
            throttle.failed("account" + i, HOME);
        }

        assertThat(throttle.isLocked("somebody", HOME)).isTrue();
        assertThat(throttle.isLocked("somebody", "10.0.0.2")).isFalse();
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2023-11-30T01:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
