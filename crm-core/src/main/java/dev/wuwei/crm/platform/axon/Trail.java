package dev.wuwei.crm.platform.axon;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;

/** Which events of the last minute led to which, so that an author waits for what his command set off as well. */
final class Trail {
    private final Cache<Long, List<String>> events = cache();
    private final Cache<String, Long> consequences = cache();

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build();
    }

    void sent(List<Dispatch.Appended> appended) {
        if (!appended.isEmpty()) {
            List<String> ids = new ArrayList<>(appended.size());
            appended.forEach(each -> ids.add(each.event().getIdentifier()));
            events.put(appended.getLast().position(), ids);
        }
    }

    void appended(EventMessage<?> event, long position) {
        Object cause = event.getMetaData().get(Facts.CAUSED_BY);
        if (cause != null) {
            consequences.asMap().merge((String) cause, position, Math::max);
            events.put(position, List.of(event.getIdentifier()));
        }
    }

    /** @return the farthest position that the events sent up to this one led to; the same when they led to none */
    long consequence(long position) {
        List<String> ids = events.getIfPresent(position);
        long farthest = position;
        if (ids != null) {
            for (String id : ids) {
                Long consequence = consequences.getIfPresent(id);
                farthest = consequence == null ? farthest : Math.max(farthest, consequence);
            }
        }
        return farthest;
    }
}
