package dev.wuwei.crm.platform.quartz;

import dev.wuwei.crm.platform.axon.Caller;
import dev.wuwei.crm.platform.axon.CommandDispatcher;
import dev.wuwei.crm.platform.time.ParkTime;
import dev.wuwei.crm.shared.EventMeta;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All {@link BusinessJob}s: keeps them in the job store before the scheduler starts, runs them, and says how they went.
 *
 * <p>A trigger that is stored with the same expression is left as it is, so that a fire missed while every node was down is
 * made up for, once.
 */
public final class BusinessJobs implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(BusinessJobs.class);
    private static final String GROUP = "business";
    private static final String NEVER = "-";

    private final ObjectProvider<BusinessJob> jobs;
    private final Scheduler scheduler;
    private final CommandDispatcher commands;
    private final JobRuns runs;
    private final Environment environment;

    BusinessJobs(
            ObjectProvider<BusinessJob> jobs,
            Scheduler scheduler,
            CommandDispatcher commands,
            JdbcClient jdbc,
            Environment environment) {
        this.jobs = jobs;
        this.scheduler = scheduler;
        this.commands = commands;
        this.runs = new JobRuns(jdbc);
        this.environment = environment;
    }

    /**
     * A job for the administrator's eyes.
     *
     * @param cron {@code null} when it is never run by itself
     * @param next {@code null} when it is never run by itself
     * @param startedAt of the last run, {@code null} before the first
     * @param endedAt {@code null} while it runs, or when it was cut off
     * @param accepted commands that were carried out
     * @param refused commands whose subject had moved on meanwhile
     * @param failure why the last run did not come to its end, or {@code null}
     */
    public record Status(
            String name,
            String cron,
            Instant next,
            Instant startedAt,
            Instant endedAt,
            int accepted,
            int refused,
            String failure) {}

    @Override
    public void afterSingletonsInstantiated() {
        try {
            Set<JobKey> stored = scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP));
            for (BusinessJob job : jobs) {
                schedule(job);
                stored.remove(key(job.name()));
            }
            scheduler.deleteJobs(List.copyOf(stored));
        } catch (SchedulerException e) {
            throw new IllegalStateException("The jobs cannot be scheduled", e);
        }
    }

    private void schedule(BusinessJob job) throws SchedulerException {
        JobDetail detail = JobBuilder.newJob(RunBusinessJob.class)
                .withIdentity(key(job.name()))
                .storeDurably()
                .requestRecovery()
                .build();
        scheduler.addJob(detail, true);
        TriggerKey triggerKey = TriggerKey.triggerKey(job.name(), GROUP);
        Trigger stored = scheduler.getTrigger(triggerKey);
        String cron = cron(job.name());
        if (cron == null) {
            scheduler.unscheduleJob(triggerKey);
        } else if (stored == null) {
            scheduler.scheduleJob(trigger(triggerKey, cron));
        } else if (!(stored instanceof CronTrigger same
                && same.getCronExpression().equals(cron))) {
            scheduler.rescheduleJob(triggerKey, trigger(triggerKey, cron));
        }
    }

    private static Trigger trigger(TriggerKey key, String cron) {
        return TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(key(key.getName()))
                .withSchedule(CronScheduleBuilder.cronSchedule(cron)
                        .inTimeZone(TimeZone.getTimeZone(EventMeta.ZONE))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
    }

    private String cron(String name) {
        String cron = environment.getProperty("wuwei.jobs." + name, NEVER).strip();
        return cron.equals(NEVER) ? null : cron;
    }

    private static JobKey key(String name) {
        return JobKey.jobKey(name, GROUP);
    }

    /** Runs a job on this thread, whatever its schedule. */
    void run(String name) {
        BusinessJob job = job(name);
        JobRun run =
                new JobRun(ParkTime.today(), runs.doneOn(name), command -> commands.send(command, Caller.system()));
        runs.started(name, ParkTime.now());
        try {
            job.run(run);
        } catch (RuntimeException e) {
            runs.ended(name, ParkTime.now(), run, e.toString());
            LOG.error("Job {} failed after {} commands", name, run.accepted(), e);
            throw e;
        }
        runs.ended(name, ParkTime.now(), run, null);
        LOG.info("Job {}: {} commands, {} refused", name, run.accepted(), run.refused());
    }

    private BusinessJob job(String name) {
        return jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No job " + name));
    }

    /** Has a node run it at once, beside its schedule; not while it runs already. */
    public void runNow(String name) {
        try {
            scheduler.triggerJob(key(job(name).name()));
        } catch (SchedulerException e) {
            throw new IllegalStateException("Job " + name + " cannot be started", e);
        }
    }

    /** @return all jobs by name */
    public List<Status> list() {
        Map<String, JobRuns.Last> last = runs.last();
        return jobs.stream()
                .map(job -> status(job.name(), last.get(job.name())))
                .sorted(Comparator.comparing(Status::name))
                .toList();
    }

    private Status status(String name, JobRuns.Last last) {
        try {
            Trigger trigger = scheduler.getTrigger(TriggerKey.triggerKey(name, GROUP));
            Date next = trigger == null ? null : trigger.getNextFireTime();
            return new Status(
                    name,
                    cron(name),
                    next == null ? null : next.toInstant(),
                    last == null ? null : last.startedAt(),
                    last == null ? null : last.endedAt(),
                    last == null ? 0 : last.accepted(),
                    last == null ? 0 : last.refused(),
                    last == null ? null : last.failure());
        } catch (SchedulerException e) {
            throw new IllegalStateException("The schedule of " + name + " cannot be read", e);
        }
    }
}
