package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.DomainEvent;
import java.util.Collection;
import java.util.List;
import org.axonframework.serialization.Revision;

/** The logical names of all events: what the store, the history and other systems call them. */
public final class EventNames extends LogicalNames<DomainEvent> {
    public EventNames() {
        this(List.of("dev.wuwei.crm"));
    }

    public EventNames(Collection<String> packages) {
        super(DomainEvent.class, packages);
    }

    /** @return how often the shape of this event has changed in a way that old history must be lifted to; {@code 1} at first */
    public static String revisionOf(Class<?> event) {
        Revision revision = event.getAnnotation(Revision.class);
        return revision == null ? "1" : revision.value();
    }
}
