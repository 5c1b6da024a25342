-- Who works here, as rules and sign-in need it in the command's own transaction. No names of people.
create table es.staff (
    staff_id uuid   primary key,
    username text   not null unique,
    roles    text[] not null,
    parks    text[] not null,
    team_id  uuid,
    state    text   not null
);
create table es.team (
    team_id   uuid    primary key,
    name      text    not null,
    park_code text,
    park_name text,
    open      boolean not null
);
