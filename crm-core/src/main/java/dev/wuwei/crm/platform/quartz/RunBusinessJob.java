package dev.wuwei.crm.platform.quartz;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Runs the {@link BusinessJob} that its key names. */
@DisallowConcurrentExecution
public final class RunBusinessJob implements Job {
    private final BusinessJobs jobs;

    RunBusinessJob(BusinessJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            jobs.run(context.getJobDetail().getKey().getName());
        } catch (RuntimeException e) {
            throw new JobExecutionException(e, false);
        }
    }
}
