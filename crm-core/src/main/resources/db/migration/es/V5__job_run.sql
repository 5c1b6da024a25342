-- The last run of every job. One that never ended was cut off; it is run again when its node, or another, comes up.
create table es.job_run (
    job        text        primary key,
    started_at timestamptz not null,
    ended_at   timestamptz,
    accepted   integer     not null default 0,
    refused    integer     not null default 0,
    failure    text
);
