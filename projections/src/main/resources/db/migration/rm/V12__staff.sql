-- Our people, and the teams they work in.
create table staff (
    staff_id            uuid primary key,
    username            text,
    name                text,
    title               text,
    phone               text,
    roles               text[] not null,
    park_codes          text[] not null,
    park_names          text[] not null,
    team_id             uuid,
    team_name           text,
    state               text not null,
    locked              boolean not null,
    closed              boolean not null,
    opened_on           date,
    password_changed_at timestamptz,
    last_event_at       timestamptz not null,
    last_position       bigint not null,
    sequence            bigint not null
);
create index staff_username on staff (username);
create index staff_team on staff (team_id);

create table team (
    team_id   uuid primary key,
    name      text not null,
    park_code text,
    park_name text,
    closed    boolean not null,
    sequence  bigint not null
);
