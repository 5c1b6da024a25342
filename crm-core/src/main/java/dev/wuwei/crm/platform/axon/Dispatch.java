package dev.wuwei.crm.platform.axon;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;

/** What the storage engine and the dispatcher tell one another about the command on this thread, without asking the database. */
final class Dispatch {
    private static final ThreadLocal<Dispatch> CURRENT = new ThreadLocal<>();

    /** An event of this command and the place it got. */
    record Appended(DomainEventMessage<?> event, long position) {}

    /** The key that the sender gave, and the hash of what it sent. */
    record Idempotency(String sender, String key, String command, byte[] bodyHash) {}

    /** What the sender expects of the aggregate that the command goes to: that its last event has this sequence. */
    record Expected(String aggregate, long sequence) {}

    private final Expected expected;
    private final Idempotency idempotency;
    private final List<Appended> appended = new ArrayList<>(2);

    Dispatch(Expected expected, Idempotency idempotency) {
        this.expected = expected;
        this.idempotency = idempotency;
    }

    static Dispatch current() {
        return CURRENT.get();
    }

    /** @return what was current before */
    Dispatch enter() {
        Dispatch before = CURRENT.get();
        CURRENT.set(this);
        return before;
    }

    static void leave(Dispatch before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }

    /** @return {@code null} when the sender does not care */
    Expected expected() {
        return expected;
    }

    Idempotency idempotency() {
        return idempotency;
    }

    List<Appended> appended() {
        return appended;
    }
}
