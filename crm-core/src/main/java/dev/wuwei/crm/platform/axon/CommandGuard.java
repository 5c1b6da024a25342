package dev.wuwei.crm.platform.axon;

import dev.wuwei.crm.shared.Allowed;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Reasoned;
import dev.wuwei.crm.shared.Role;
import dev.wuwei.crm.shared.RuleViolated;
import dev.wuwei.crm.shared.SharedRule;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Stands at the command bus, so whatever door a command came in by: checks the role, copies the reason into the facts, and
 * stops the clock while the command is decided. Asks the database nothing.
 */
final class CommandGuard
        implements MessageDispatchInterceptor<CommandMessage<?>>, MessageHandlerInterceptor<CommandMessage<?>> {
    private static final ClassValue<Set<Role>> ALLOWED = new ClassValue<>() {
        @Override
        protected Set<Role> computeValue(Class<?> type) {
            Allowed allowed = type.getAnnotation(Allowed.class);
            return allowed == null ? Set.of() : Set.of(allowed.value());
        }
    };

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> messages) {
        return (index, message) -> admit(message);
    }

    private static CommandMessage<?> admit(CommandMessage<?> message) {
        Map<String, Object> facts = new HashMap<>(message.getMetaData());
        EventMessage<?> cause = causeOf();
        if (!facts.containsKey(Facts.CHANNEL) && cause != null) {
            // A policy: the system acts, because of an event.
            facts.put(Facts.ROLES, Role.SYSTEM.name());
            facts.put(Facts.CHANNEL, Channel.JOB.name());
        }
        if (cause != null && cause.getMetaData().containsKey(Facts.SIMULATED)) {
            facts.put(Facts.SIMULATED, cause.getTimestamp().toString());
        }
        requireRole(message.getPayloadType(), Facts.roles((String) facts.get(Facts.ROLES)));
        if (message.getPayload() instanceof Reasoned reasoned
                && reasoned.reason() != null
                && !reasoned.reason().isBlank()) {
            facts.put(Facts.REASON, reasoned.reason().strip());
        }
        return message.withMetaData(facts);
    }

    private static EventMessage<?> causeOf() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getMessage() instanceof EventMessage<?> event
                ? event
                : null;
    }

    static void requireRole(Class<?> command, Set<Role> roles) {
        Set<Role> allowed = ALLOWED.get(command);
        if (!roles.contains(Role.SYSTEM) && Collections.disjoint(roles, allowed)) {
            throw new RuleViolated(SharedRule.NOT_ALLOWED, Facts.join(allowed));
        }
    }

    /** @return whether one of these roles may send such a command; for screens that offer actions */
    static boolean mayBeSent(Class<?> command, Set<Role> roles) {
        return roles.contains(Role.SYSTEM) || !Collections.disjoint(roles, ALLOWED.get(command));
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        RecordingClock clock = RecordingClock.INSTANCE;
        GenericEventMessage.clock = clock;
        Object simulated = unitOfWork.getMessage().getMetaData().get(Facts.SIMULATED);
        Instant before = clock.fix(simulated == null ? RecordingClock.now() : Instant.parse((String) simulated));
        try {
            return chain.proceed();
        } finally {
            clock.restore(before);
        }
    }
}
