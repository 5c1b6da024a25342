-- What happened to targets and scorecards. The year stands with the event that begins one.
create table target_fact (
    position     bigint      primary key,
    sequence     bigint      not null,
    aggregate_id uuid        not null,
    year         integer,
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    reason       text,
    occurred_on  date        not null,
    name         text        not null,
    payload      text        not null
);
create index target_fact_aggregate on target_fact (aggregate_id);
create index target_fact_year on target_fact (year);
