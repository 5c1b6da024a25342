-- Commitments of both sides: the events that they are judged by, and how each stands on every day, as known at every instant.
create table commitment_fact (
    project_id  uuid        not null,
    position    bigint      not null,
    recorded_at timestamptz not null,
    name        text        not null,
    payload     text        not null,
    primary key (project_id, position)
);

create table commitment (
    project_id     uuid        not null,
    ordinal        integer     not null,
    known_from     timestamptz not null,
    known_to       timestamptz,
    effective_from date        not null,
    effective_to   date,
    signing_id     uuid        not null,
    side           text        not null,
    clause         text        not null,
    worded_by      integer     not null,
    words          jsonb       not null,
    state          text        not null,
    judged_by      integer     not null,
    due_on         date,
    actual         text,
    actual_on      date,
    source         text,
    inputs         text,
    gap            numeric,
    deadline       date,
    frozen_on      date,
    primary key (project_id, ordinal)
);
create index commitment_known on commitment (side, state, due_on) where known_to is null;
