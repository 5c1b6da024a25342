package dev.wuwei.crm.platform.quartz;

/**
 * Work that the calendar starts. What it does to the business it does by commands: it asks read models what is due and sends one
 * for each. Every command is stored for good or not at all, and one that was carried out before is refused by its aggregate; so
 * a job that is cut off leaves nothing half-done, and one that runs again does nothing twice.
 *
 * <p>A bean of this type is scheduled by the cron expression {@code wuwei.jobs.<name>}, in Chinese time; {@code -} for never.
 */
public interface BusinessJob {
    /** @return for example {@code ticket-notices} */
    String name();

    void run(JobRun run);
}
