package dev.wuwei.crm.platform.quartz;

import dev.wuwei.crm.shared.Command;
import dev.wuwei.crm.shared.RuleViolated;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a job: what day it is, and the way to send commands. */
public final class JobRun {
    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final LocalDate today;
    private final Consumer<Command> sender;
    private int accepted;
    private int refused;

    /** @param sender throws {@link RuleViolated} when a command is refused */
    public JobRun(LocalDate today, Consumer<Command> sender) {
        this.today = today;
        this.sender = sender;
    }

    public LocalDate today() {
        return today;
    }

    /** A refusal concerns this command alone: what it was about has moved on meanwhile. */
    public void send(Command command) {
        try {
            sender.accept(command);
            accepted++;
        } catch (RuleViolated e) {
            refused++;
            LOG.info("{} refused: {}", command, e.getMessage());
        }
    }

    public int accepted() {
        return accepted;
    }

    public int refused() {
        return refused;
    }
}
