-- What an event says is read from the event store; the timeline keeps by what it is found and what was known before it. Its
-- rows are made again; not for a rebuild, which fills a schema of its own beside them.
drop table timeline;
truncate timeline_correction;
delete from es.token where processor_name = 'timeline' and '${flyway:defaultSchema}' = 'rm';

create table timeline (
    position       bigint primary key,
    project_id     uuid,
    aggregate_id   uuid not null,
    entity         text not null,
    sequence       bigint not null,
    name           text not null,
    occurred_on    date not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    on_behalf_of   uuid,
    assigned       uuid,
    days_late      integer not null,
    corrects       boolean not null,
    amount_changed boolean not null,
    before         text
);
create unique index timeline_aggregate on timeline (aggregate_id, sequence);
create index timeline_project on timeline (project_id, occurred_on desc, position desc) where project_id is not null;
create index timeline_recorded_by on timeline (recorded_by, position desc);
create index timeline_occurred_on on timeline (occurred_on desc, position desc);
create index timeline_recorded_at on timeline (recorded_at, position);
create index timeline_name on timeline (name, position desc);
create index timeline_assigned on timeline (assigned) where assigned is not null;
create index timeline_corrects on timeline (position desc) where corrects;
create index timeline_late on timeline (position desc) where days_late > 0;
create index timeline_amount_changed on timeline (position desc) where amount_changed;

alter table timeline alter column before set statistics 0;
