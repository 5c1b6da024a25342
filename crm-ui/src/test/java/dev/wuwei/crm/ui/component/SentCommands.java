package dev.wuwei.crm.ui.component;

import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.CommandResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A write side that keeps what was sent to it, and refuses first what it was told to. */
public final class SentCommands extends CommandRunner {
    /** @param expected sequence that the sender saw, or {@code null} */
    public record Sent(Command command, Long expected, String key) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Deque<RuntimeException> refusals = new ArrayDeque<>();
    private Consumer<Sent> onSend = sent -> {};

    public SentCommands() {
        super(new StaticListableBeanFactory().getBeanProvider(CommandSender.class));
    }

    /** The next command fails so. */
    public void refuse(RuntimeException refusal) {
        refusals.add(refusal);
    }

    /** Told of everything, refused or not. */
    public void onSend(Consumer<Sent> listener) {
        onSend = listener;
    }

    @Override
    public CommandResult send(Command command, Long expectedSequence, String key) {
        Sent now = new Sent(command, expectedSequence, key);
        onSend.accept(now);
        if (!refusals.isEmpty()) {
            throw refusals.remove();
        }
        sent.add(now);
        return new CommandResult("id", null, null, 1, 1);
    }

    /** What was accepted. */
    public List<Sent> sent() {
        return sent;
    }

    public List<Command> commands() {
        return sent.stream().map(Sent::command).toList();
    }
}
