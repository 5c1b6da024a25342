package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.List;
import java.util.SortedMap;

/** The way from the screens to the write side; one bean. Screens use {@link CommandRunner}. */
public interface CommandSender {
    /**
     * Sends one command and comes back when it was decided and the read models have seen what it did.
     *
     * @param expectedSequence the last event of the aggregate that the user saw; {@code null} when it does not matter
     * @param key the same key with the same command again gives the first answer; {@code null} for none
     * @throws RuleViolated when it was refused; nothing was stored
     */
    CommandResult send(Command command, CurrentUser user, Long expectedSequence, String key);

    /**
     * Sends them in one transaction.
     *
     * @throws dev.wuwei.crm.platform.axon.CommandDispatcher.BatchRefused when one was refused; nothing was stored
     */
    void sendAll(List<? extends Command> commands, CurrentUser user);

    /**
     * Tries them and stores nothing.
     *
     * @return why those that would be refused are, by their place, counted from 0
     */
    SortedMap<Integer, RuleViolated> refusals(List<? extends Command> commands, CurrentUser user);
}
