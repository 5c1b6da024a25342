package dev.wuwei.crm.ui.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.wuwei.crm.shared.Credentials;
import dev.wuwei.crm.shared.StaffId;
import dev.wuwei.crm.staff.StaffDirectory;
import dev.wuwei.crm.ui.sentence.Names;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks who signs in, on the sign-in page and at the REST interface alike: roles, scope and state as of this moment.
 *
 * <p>A password is meant to be slow to check, and a caller without a session sends it with every request. What was right is
 * remembered for a while, as a keyed hash together with the stored password's fingerprint, so that a changed password and a
 * locked account count at once.
 */
@Component
class StaffSignIn implements AuthenticationProvider {
    private final StaffDirectory directory;
    private final Credentials credentials;
    private final ObjectProvider<Names> names;
    private final SecretKeySpec key;
    private final Cache<ByteBuffer, Boolean> right = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    StaffSignIn(StaffDirectory directory, Credentials credentials, ObjectProvider<Names> names) {
        this.directory = directory;
        this.credentials = credentials;
        this.names = names;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, "HmacSHA256");
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String username = asked.getName();
        String password =
                asked.getCredentials() == null ? "" : asked.getCredentials().toString();
        Optional<StaffDirectory.Account> found = directory.byUsername(username);
        StaffId staff = found.map(StaffDirectory.Account::staffId).orElse(null);
        if (!matches(staff, password)) {
            throw new BadCredentialsException("Wrong user name or password");
        }
        StaffDirectory.Account account = found.orElseThrow();
        if (!account.maySignIn()) {
            throw new DisabledException("Locked or closed");
        }
        Names known = names.getIfAvailable(() -> id -> null);
        String name = known.nameOf(staff);
        StaffPrincipal principal = new StaffPrincipal(
                staff,
                account.username(),
                name == null ? account.username() : name,
                account.roles(),
                account.parks(),
                null,
                true);
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities());
        signedIn.setDetails(asked.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private boolean matches(StaffId staff, String password) {
        String fingerprint = staff == null ? null : credentials.fingerprint(staff);
        if (fingerprint == null) {
            // As slow as for an account that is there, so that the answer's time tells nothing.
            return credentials.matches(staff, password);
        }
        ByteBuffer asked = ByteBuffer.wrap(hash(staff + fingerprint, password));
        if (right.getIfPresent(asked) != null) {
            return true;
        }
        boolean matches = credentials.matches(staff, password);
        if (matches) {
            right.put(asked, true);
        }
        return matches;
    }

    private byte[] hash(String stored, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(stored.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
