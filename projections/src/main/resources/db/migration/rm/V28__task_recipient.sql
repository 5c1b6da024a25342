-- Who is to see to a task, where it is not whoever is in charge of the project: what a meeting resolved.
alter table project_task add column recipient uuid;
