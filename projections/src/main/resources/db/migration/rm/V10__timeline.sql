-- One row per event: what happened, when, when it was recorded, by whom, and what it changed.
create table timeline (
    position       bigint primary key,
    event_id       text not null,
    project_id     uuid,
    aggregate_id   uuid not null,
    sequence       bigint not null,
    capability     text not null,
    name           text not null,
    topic          text not null,
    occurred_on    date not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    on_behalf_of   uuid,
    roles          text[] not null,
    channel        text,
    reason         text,
    correction_of  text,
    import_batch   text,
    days_late      integer not null,
    corrects       boolean not null,
    amount_changed boolean not null,
    changes        jsonb not null,
    facts          jsonb not null
);
create index timeline_project on timeline (project_id, occurred_on desc, position desc) where project_id is not null;
create index timeline_aggregate on timeline (aggregate_id, sequence);
create index timeline_recorded_by on timeline (recorded_by, position desc);
create index timeline_occurred_on on timeline (occurred_on desc, position desc);
create index timeline_recorded_at on timeline using brin (recorded_at);
create index timeline_name on timeline (name, position desc);
create index timeline_corrects on timeline (position desc) where corrects;
create index timeline_late on timeline (position desc) where days_late > 0;
create index timeline_amount_changed on timeline (position desc) where amount_changed;

create table timeline_correction (
    event_id    text primary key,
    position    bigint not null,
    recorded_at timestamptz not null
);

-- What is known so far of each thing that events speak of; the next event is held against it.
create table timeline_thing (
    aggregate_id uuid not null,
    entity       text not null,
    sequence     bigint not null,
    fields       jsonb not null,
    primary key (aggregate_id, entity)
);
