package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.DomainEvent;
import java.util.Collection;
import java.util.List;

/** The logical names of all events: what the store, the history and other systems call them. */
public final class EventNames extends LogicalNames<DomainEvent> {
    public EventNames() {
        this(List.of("dev.wuwei.crm"));
    }

    public EventNames(Collection<String> packages) {
        super(DomainEvent.class, packages);
    }
}
