-- The day of the last run that came to its end, whatever became of those after it: what a job has to make up for begins there.
alter table es.job_run add column done_on date;
