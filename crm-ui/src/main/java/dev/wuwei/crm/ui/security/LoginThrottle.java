package dev.wuwei.crm.ui.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Five wrong passwords for one account lock it for fifteen minutes, and fifty from one address lock the address. Counts
 * live in memory: a restart forgets them, several nodes count each for itself.
 */
@Component
public class LoginThrottle {
    /** Query parameter of the sign-in page: how often one may still try. */
    public static final String LEFT = "left";
    /** Query parameter of the sign-in page: no more tries for now. */
    public static final String LOCKED = "locked";

    public static final int LOCK_MINUTES = 15;

    private static final int TRIES_PER_ACCOUNT = 5;
    private static final int TRIES_PER_ADDRESS = 50;
    private static final int SWEEP_ABOVE = 10_000;
    private static final Duration LOCK = Duration.ofMinutes(LOCK_MINUTES);

    private final Map<String, Tries> accounts = new ConcurrentHashMap<>();
    private final Map<String, Tries> addresses = new ConcurrentHashMap<>();
    private final Clock clock;

    LoginThrottle(ObjectProvider<Clock> clock) {
        this.clock = clock.getIfUnique(Clock::systemUTC);
    }

    public boolean isLocked(String username, String address) {
        Instant now = clock.instant();
        return locked(accounts.get(key(username)), TRIES_PER_ACCOUNT, now)
                || locked(addresses.get(address), TRIES_PER_ADDRESS, now);
    }

    /** @return how often one may still try before the lock; 0 when it is locked now */
    public int failed(String username, String address) {
        Instant now = clock.instant();
        addresses.merge(address, new Tries(1, now), (old, one) -> old.again(now));
        int tries = accounts.merge(key(username), new Tries(1, now), (old, one) -> old.again(now)).count;
        sweep(accounts, now);
        sweep(addresses, now);
        return Math.max(0, TRIES_PER_ACCOUNT - tries);
    }

    /** The right password, by whatever door: the wrong tries are forgotten. */
    @EventListener
    void succeeded(AuthenticationSuccessEvent event) {
        accounts.remove(key(event.getAuthentication().getName()));
    }

    private static String key(String username) {
        return username == null ? "" : username.trim().toLowerCase(Locale.ROOT);
    }

    private static boolean locked(Tries tries, int allowed, Instant now) {
        return tries != null && tries.count >= allowed && now.isBefore(tries.last.plus(LOCK));
    }

    private static void sweep(Map<String, Tries> all, Instant now) {
        if (all.size() <= SWEEP_ABOVE) {
            return;
        }
        for (Iterator<Tries> it = all.values().iterator(); it.hasNext(); ) {
            if (now.isAfter(it.next().last.plus(LOCK))) {
                it.remove();
            }
        }
    }

    private record Tries(int count, Instant last) {
        Tries again(Instant now) {
            return now.isAfter(last.plus(LOCK)) ? new Tries(1, now) : new Tries(count + 1, now);
        }
    }
}
