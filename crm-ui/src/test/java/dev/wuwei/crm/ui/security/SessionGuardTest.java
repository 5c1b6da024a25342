package dev.wuwei.crm.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wuwei.crm.shared.Credentials;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.AccountState;
import dev.wuwei.crm.staff.StaffDirectory;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class SessionGuardTest {
    private static final StaffId ID = StaffId.next();

    private final Hands clock = new Hands();
    private final MockHttpSession session = new MockHttpSession();
    private Set<Role> roles = Set.of(Role.PROMOTER);
    private AccountState state = AccountState.ACTIVE;
    private String fingerprint = "first";
    private final SessionGuard guard = new SessionGuard(directory(), credentials(), clock);

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void an_account_as_it_was_stays_signed_in() throws Exception {
        assertThat(lives()).isTrue();
        clock.now = clock.now.plusSeconds(60);
        assertThat(lives()).isTrue();
    }

    @Test
    void a_locked_account_is_signed_out_within_half_a_minute() throws Exception {
        assertThat(lives()).isTrue();
        state = AccountState.LOCKED;
        clock.now = clock.now.plusSeconds(29);
        assertThat(lives()).isTrue();
        clock.now = clock.now.plusSeconds(1);
        assertThat(lives()).isFalse();
    }

    @Test
    void other_roles_need_another_sign_in() throws Exception {
        assertThat(lives()).isTrue();
        roles = Set.of(Role.AUDITOR);
        clock.now = clock.now.plusSeconds(31);
        assertThat(lives()).isFalse();
    }

    @Test
    void another_password_ends_the_sessions_of_the_old_one() throws Exception {
        assertThat(lives()).isTrue();
        fingerprint = "second";
        clock.now = clock.now.plusSeconds(31);
        assertThat(lives()).isFalse();
    }

    private boolean lives() throws Exception {
        StaffPrincipal signedIn = new StaffPrincipal(ID, "lid", "李丁", Set.of(Role.PROMOTER), Set.of("P1"), null, true);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        guard.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return !session.isInvalid() && SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private StaffDirectory directory() {
        return (StaffDirectory) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {StaffDirectory.class}, (proxy, method, args) -> {
                    assertThat(method.getName()).isEqualTo("account");
                    return Optional.of(new StaffDirectory.Account(ID, "lid", roles, Set.of("P1"), null, state));
                });
    }

    private Credentials credentials() {
        return (Credentials) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Credentials.class},
                (proxy, method, args) -> method.getName().equals("fingerprint") ? fingerprint : null);
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
