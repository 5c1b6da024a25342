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
    private final LocalDate doneOn;
    private final Consumer<Command> sender;
    private int accepted;
    private int refused;

    /** @param sender throws {@link RuleViolated} when a command is refused */
    public JobRun(LocalDate today, Consumer<Command> sender) {
        this(today, null, sender);
    }

    /** @param doneOn the day of the last run that came to its end, or {@code null} */
    public JobRun(LocalDate today, LocalDate doneOn, Consumer<Command> sender) {
        this.today = today;
        this.doneOn = doneOn;
        this.sender = sender;
    }

    public LocalDate today() {
        return today;
    }

    /** @return the day up to which earlier runs have seen to everything: the day before today unless nights were missed */
    public LocalDate since() {
        return doneOn != null && doneOn.isBefore(today) ? doneOn : today.minusDays(1);
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
