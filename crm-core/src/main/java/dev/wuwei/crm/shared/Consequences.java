package dev.wuwei.crm.shared;

/** How a policy asks for what follows from an event. */
public interface Consequences {
    /**
     * The system sends, because of an event, at that event's time when it is simulated.
     *
     * @param cause of the event
     * @throws RuleViolated when it is refused
     */
    CommandResult sendBecause(Command command, EventMeta cause);
}
