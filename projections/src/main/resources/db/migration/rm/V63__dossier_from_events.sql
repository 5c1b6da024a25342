-- A dossier is made of its project's events when it is asked for, and nothing of it is kept. What was asked of the documents of
-- many projects at once, who returned what for a month, has a table of its own.
drop table dossier_item;
delete from es.token where processor_name in ('dossier', 'month') and '${flyway:defaultSchema}' = 'rm';
delete from es.dead_letter where processing_group in ('dossier', 'month') and '${flyway:defaultSchema}' = 'rm';
truncate month_close;

create table monthly_return (
    project_id uuid        not null,
    phase      text        not null,
    month      text        not null,
    invested   numeric,
    percent    numeric,
    entered_at timestamptz not null,
    reason     text,
    sequence   bigint      not null,
    primary key (project_id, phase, month)
);
