-- What grows with every visit is kept as rows instead of in documents that each event reads and writes again. The rows are
-- made again from the events, so their readers begin anew; not for a rebuild, which fills a schema of its own beside them.
truncate project, project_task, project_phase, project_fold, project_search, timeline, timeline_correction;
delete from es.token where processor_name in ('project', 'timeline') and '${flyway:defaultSchema}' = 'rm';

-- Read by the handlers only: nobody looks into it.
alter table project_fold alter column state type text;

create table project_talk (
    aggregate_id uuid not null,
    talk_id      text not null,
    held_on      date not null,
    position     bigint not null,
    place        text,
    ours         uuid[] not null,
    next_step    text,
    next_on      date,
    open         integer not null,
    primary key (aggregate_id, talk_id)
);

-- Most events change no column that an index knows: with room on the page they leave the indexes alone.
alter table project set (fillfactor = 70);
alter table project_fold set (fillfactor = 70);

-- What was known of a thing is told by the changes of its own events.
drop table timeline_thing;
alter table timeline add column entity text not null;
create unique index timeline_thing on timeline (aggregate_id, entity, sequence);

-- JSON that is only carried to and fro stays as it was written.
alter table timeline alter column changes type text, alter column facts type text;

-- Nobody asks for rows by these; gathering statistics on them takes longer than all the rest.
alter table timeline alter column changes set statistics 0, alter column facts set statistics 0;
alter table project_fold alter column state set statistics 0;
alter table dossier_item alter column versions set statistics 0;
