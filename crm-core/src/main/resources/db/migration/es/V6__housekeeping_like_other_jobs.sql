-- Housekeeping is scheduled as every other job is, in the group "business".
delete from es.qrtz_cron_triggers where trigger_group = 'DEFAULT' and trigger_name = 'housekeeping';
delete from es.qrtz_triggers where trigger_group = 'DEFAULT' and trigger_name = 'housekeeping';
delete from es.qrtz_job_details where job_group = 'DEFAULT' and job_name = 'housekeeping';
