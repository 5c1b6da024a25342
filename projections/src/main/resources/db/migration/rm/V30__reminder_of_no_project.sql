-- A campaign's deadline and the daily digest are about no project.
alter table reminder alter column project_id drop not null;
alter table reminder alter column project_no drop not null;
alter table reminder alter column project_name drop not null;
