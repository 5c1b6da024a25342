package dev.wuwei.crm.platform.axon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** A command's facts go on to its events; a command sent because of an event names that event as its cause. */
public final class FactsCorrelation implements CorrelationDataProvider {
    private static final List<String> OF_COMMANDS = List.of(
            Facts.RECORDED_BY,
            Facts.ON_BEHALF_OF,
            Facts.ROLES,
            Facts.CHANNEL,
            Facts.REASON,
            Facts.CORRECTION_OF,
            Facts.CAUSED_BY,
            Facts.IMPORT_BATCH,
            Facts.SIMULATED);

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        MetaData metaData = message.getMetaData();
        Map<String, Object> facts = new HashMap<>();
        if (message instanceof CommandMessage<?>) {
            OF_COMMANDS.forEach(key -> copy(metaData, key, facts));
        } else if (message instanceof EventMessage<?> event) {
            facts.put(Facts.CAUSED_BY, event.getIdentifier());
            copy(metaData, Facts.SIMULATED, facts);
        }
        return facts;
    }

    private static void copy(MetaData metaData, String key, Map<String, Object> facts) {
        Object value = metaData.get(key);
        if (value != null) {
            facts.put(key, value);
        }
    }
}
