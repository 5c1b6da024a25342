package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.axon.CommandDispatcher.Terms;
import dev.wuwei.crm.platform.axon.Processors;
import dev.wuwei.crm.shared.Channel;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.RuleViolated;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Service;

/** Sends by the one door, and waits until the author's own screens show what was done. */
@Service
@Fallback
class DispatchedCommands implements CommandSender {
    private static final Logger LOG = LoggerFactory.getLogger(DispatchedCommands.class);

    /** Longer than this nobody waits for a page; what was decided is stored all the same. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ObjectProvider<CommandDispatcher> dispatcher;
    private final ObjectProvider<Processors> processors;

    DispatchedCommands(ObjectProvider<CommandDispatcher> dispatcher, ObjectProvider<Processors> processors) {
        this.dispatcher = dispatcher;
        this.processors = processors;
    }

    @Override
    public CommandResult send(Command command, CurrentUser user, Long expectedSequence, String key) {
        Caller caller = Caller.of(user.id(), user.roles(), user.parks(), Channel.UI);
        byte[] body = key == null ? null : command.toString().getBytes(StandardCharsets.UTF_8);
        Terms terms = new Terms(expectedSequence, key, body);
        CommandResult result = dispatcher.getObject().send(command, caller, terms);
        awaitVisible(result);
        return result;
    }

    @Override
    public void sendAll(List<? extends Command> commands, CurrentUser user) {
        Caller caller = Caller.of(user.id(), user.roles(), user.parks(), Channel.IMPORT);
        List<CommandResult> results = dispatcher.getObject().sendAll(commands, caller);
        if (!results.isEmpty()) {
            awaitVisible(results.getLast());
        }
    }

    @Override
    public SortedMap<Integer, RuleViolated> refusals(List<? extends Command> commands, CurrentUser user) {
        Caller caller = Caller.of(user.id(), user.roles(), user.parks(), Channel.IMPORT);
        return dispatcher.getObject().refusals(commands, caller);
    }

    private void awaitVisible(CommandResult result) {
        if (!processors.getObject().awaitVisible(result.position(), PATIENCE)) {
            LOG.warn("Position {} is not visible after {}", result.position(), PATIENCE);
        }
    }
}
