package dev.wuwei.crm.ui.security;

import dev.wuwei.crm.shared.Credentials;
import dev.wuwei.crm.staff.StaffDirectory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was locked, closed, given other roles or parks, or another password since. Looks at most
 * twice a minute.
 */
class SessionGuard extends OncePerRequestFilter {
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final String LOOKED_AT = SessionGuard.class.getName() + ".lookedAt";
    private static final String FINGERPRINT = SessionGuard.class.getName() + ".fingerprint";

    private final StaffDirectory directory;
    private final Credentials credentials;
    private final Clock clock;

    SessionGuard(StaffDirectory directory, Credentials credentials, Clock clock) {
        this.directory = directory;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && authentication != null
                && authentication.getPrincipal() instanceof StaffPrincipal principal
                && isDue(session)
                && !isStillTrue(principal, session)) {
            session.invalidate();
            SecurityContextHolder.clearContext();
        }
        chain.doFilter(request, response);
    }

    private boolean isDue(HttpSession session) {
        Instant now = clock.instant();
        if (session.getAttribute(LOOKED_AT) instanceof Instant before && now.isBefore(before.plus(PAUSE))) {
            return false;
        }
        session.setAttribute(LOOKED_AT, now);
        return true;
    }

    private boolean isStillTrue(StaffPrincipal principal, HttpSession session) {
        Optional<StaffDirectory.Account> account = directory.account(principal.staffId());
        boolean same = account.filter(it -> it.maySignIn()
                        && it.roles().equals(principal.roles())
                        && it.parks().equals(principal.parks()))
                .isPresent();
        String fingerprint = credentials.fingerprint(principal.staffId());
        Object before = session.getAttribute(FINGERPRINT);
        session.setAttribute(FINGERPRINT, fingerprint);
        return same && (before == null || Objects.equals(before, fingerprint));
    }
}
