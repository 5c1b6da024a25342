package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.EventMeta;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.StaffId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;

/** The names of the facts in a message's metadata, and how they are read. All values are texts. */
public final class Facts {
    public static final String RECORDED_BY = "recordedBy";
    public static final String ON_BEHALF_OF = "onBehalfOf";
    public static final String ROLES = "role";
    public static final String CHANNEL = "channel";
    public static final String REASON = "reason";
    public static final String CORRECTION_OF = "correctionOf";
    public static final String CAUSED_BY = "causedBy";
    public static final String IMPORT_BATCH = "importBatch";
    /** Of a command only: parks in the sender's scope. */
    public static final String PARKS = "parks";
    /** Of demo data: the recording time was given, not the clock's. Whatever such an event causes is of the same time. */
    public static final String SIMULATED = "simulated";

    /** Of an event that was set aside only: its place in the store. */
    static final String POSITION = "position";

    private static final Map<String, Set<Role>> ROLE_SETS = new ConcurrentHashMap<>();
    private static final Map<String, Set<String>> PARK_SETS = new ConcurrentHashMap<>();

    private Facts() {}

    /** @return what a message carries beside its payload */
    public static EventMeta of(Message<?> message) {
        MetaData metaData = message.getMetaData();
        Instant recordedAt;
        String eventId;
        if (message instanceof EventMessage<?> event) {
            recordedAt = event.getTimestamp();
            eventId = event.getIdentifier();
        } else {
            recordedAt = GenericEventMessage.clock.instant();
            eventId = null;
        }
        return of(
                metaData,
                recordedAt,
                eventId,
                position(message),
                message instanceof DomainEventMessage<?> domain ? domain.getSequenceNumber() : -1);
    }

    static EventMeta of(Map<String, ?> facts, Instant recordedAt, String eventId, long position, long sequence) {
        return new EventMeta(
                recordedAt,
                staff(facts, RECORDED_BY),
                staff(facts, ON_BEHALF_OF),
                roles(text(facts, ROLES)),
                parks(text(facts, PARKS)),
                channel(text(facts, CHANNEL)),
                text(facts, REASON),
                text(facts, CORRECTION_OF),
                text(facts, CAUSED_BY),
                text(facts, IMPORT_BATCH),
                position,
                sequence,
                eventId);
    }

    private static long position(Message<?> message) {
        if (message instanceof PlacedEvent<?> placed) {
            return placed.position();
        }
        String setAside = text(message.getMetaData(), POSITION);
        if (setAside != null) {
            return Long.parseLong(setAside);
        }
        return message instanceof TrackedEventMessage<?> tracked && tracked.trackingToken() != null
                ? tracked.trackingToken().position().orElse(0)
                : 0;
    }

    static String text(Map<String, ?> facts, String key) {
        return (String) facts.get(key);
    }

    private static StaffId staff(Map<String, ?> facts, String key) {
        String text = text(facts, key);
        return text == null ? null : StaffId.of(text);
    }

    private static Channel channel(String text) {
        return text == null ? null : Channel.valueOf(text);
    }

    static Set<Role> roles(String text) {
        if (text == null || text.isEmpty()) {
            return Set.of();
        }
        return ROLE_SETS.computeIfAbsent(text, Facts::parseRoles);
    }

    private static Set<Role> parseRoles(String text) {
        return Collections.unmodifiableSet(Arrays.stream(text.split(","))
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
    }

    static Set<String> parks(String text) {
        if (text == null || text.isEmpty()) {
            return Set.of();
        }
        return PARK_SETS.computeIfAbsent(
                text, joined -> Collections.unmodifiableSet(new TreeSet<>(Arrays.asList(joined.split(",")))));
    }

    static String join(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(","));
    }
}
