package dev.wuwei.probe;

import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.shared.EventMeta;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

@Component
@DisallowReplay
@ProcessingGroup("policies")
class WhenProbeOpenedThenAcknowledge {
    private final CommandDispatcher commands;

    WhenProbeOpenedThenAcknowledge(CommandDispatcher commands) {
        this.commands = commands;
    }

    @EventHandler
    void on(ProbeEvent.ProbeOpened event, EventMeta meta) {
        if (event.label().startsWith("ack")) {
            commands.sendBecause(new ProbeCommand.AcknowledgeProbe(event.probeId()), meta);
        }
    }
}
