package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.EventMeta;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * An event with its own place in the store. A token tells how far a reader is, which for an event that fills a gap is
 * farther than the event.
 */
final class PlacedEvent<T> extends GenericTrackedDomainEventMessage<T> {
    private static final long serialVersionUID = 1L;

    private final transient DomainEventMessage<T> event;
    private final transient Known known;
    private final long position;

    /** Read once for all processors that are given the event. */
    private static final class Known {
        private volatile EventMeta meta;
    }

    PlacedEvent(TrackingToken token, DomainEventMessage<T> event, long position) {
        this(token, event, position, new Known());
    }

    private PlacedEvent(TrackingToken token, DomainEventMessage<T> event, long position, Known known) {
        super(token, event);
        this.event = event;
        this.position = position;
        this.known = known;
    }

    EventMeta meta() {
        EventMeta meta = known.meta;
        if (meta == null) {
            meta = Facts.of(this);
            known.meta = meta;
        }
        return meta;
    }

    long position() {
        return position;
    }

    @Override
    public PlacedEvent<T> withTrackingToken(TrackingToken token) {
        return new PlacedEvent<>(token, event, position, known);
    }

    @Override
    public PlacedEvent<T> withMetaData(Map<String, ?> metaData) {
        return new PlacedEvent<>(trackingToken(), event.withMetaData(metaData), position);
    }

    @Override
    public PlacedEvent<T> andMetaData(Map<String, ?> metaData) {
        return new PlacedEvent<>(trackingToken(), event.andMetaData(metaData), position);
    }

    /** Only events that are set aside are written again; they must know their place when they are tried again. */
    @Override
    public <R> SerializedObject<R> serializeMetaData(Serializer serializer, Class<R> expectedRepresentation) {
        return event.andMetaData(Map.of(Facts.POSITION, Long.toString(position)))
                .serializeMetaData(serializer, expectedRepresentation);
    }
}
