package dev.wuwei.crm.ui.component;

import static dev.wuwei.crm.ui.component.I18n.t;

import dev.wuwei.crm.platform.postgres.DatabaseRule;
import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import dev.wuwei.crm.shared.RuleViolated;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The screens' one way to change something. While one looks at the past there is none. */
@Component
public class CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);

    private final ObjectProvider<CommandSender> sender;

    CommandRunner(ObjectProvider<CommandSender> sender) {
        this.sender = sender;
    }

    /**
     * Sends it; after this the user's own screens may read what it did.
     *
     * @throws RuleViolated when it was refused
     */
    public CommandResult send(Command command) {
        return send(command, null, null);
    }

    /**
     * @param expectedSequence the last event that the user saw of what the command changes, or {@code null}
     * @param key of the form that sends it; however often it is sent, it is done once. {@code null} for none
     * @throws RuleViolated when it was refused; {@code shared.changed-meanwhile} when somebody was first
     */
    public CommandResult send(Command command, Long expectedSequence, String key) {
        checkNow();
        return sender.getObject().send(command, CurrentUser.get(), expectedSequence, key);
    }

    /**
     * Sends what was read from a file: all of it, or nothing.
     *
     * @throws dev.wuwei.crm.platform.axon.CommandDispatcher.BatchRefused when one was refused
     */
    public void sendAll(List<? extends Command> commands) {
        checkNow();
        sender.getObject().sendAll(commands, CurrentUser.get());
    }

    /** Tries them and stores nothing. @return why those that would be refused are, by their place, counted from 0 */
    public SortedMap<Integer, RuleViolated> refusals(List<? extends Command> commands) {
        return sender.getObject().refusals(commands, CurrentUser.get());
    }

    private static void checkNow() {
        if (AsOf.current().isPast()) {
            throw new RuleViolated(PastRule.READ_ONLY);
        }
    }

    /** For buttons and menus without a form: sends it, says what was done, or why not. */
    public Optional<CommandResult> run(Command command, String done) {
        return run(command, result -> Notify.done(done));
    }

    public Optional<CommandResult> run(Command command, Consumer<CommandResult> onDone) {
        try {
            CommandResult result = send(command);
            onDone.accept(result);
            return Optional.of(result);
        } catch (RuleViolated violated) {
            Notify.failed(ErrorTexts.of(violated));
        } catch (RuntimeException failure) {
            failed(failure);
        }
        return Optional.empty();
    }

    /** Not refused, yet not done: tells the user why if the database is away, otherwise the number it is logged under. */
    static String failed(RuntimeException failure) {
        String text =
                DatabaseRule.behind(failure).map(rule -> away(rule, failure)).orElseGet(() -> ourFault(failure));
        Notify.failed(text);
        return text;
    }

    private static String away(DatabaseRule rule, RuntimeException failure) {
        LOG.warn("The database is away: {}", failure.toString());
        return ErrorTexts.of(new RuleViolated(rule));
    }

    private static String ourFault(RuntimeException failure) {
        String number = number();
        LOG.error("Command failed, number {}", number, failure);
        return t("component.failed", number);
    }

    private static String number() {
        return String.format(Locale.ROOT, "%04X", ThreadLocalRandom.current().nextInt(0x10000));
    }
}
