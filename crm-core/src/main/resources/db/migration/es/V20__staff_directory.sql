-- Accounts and teams as of now, kept in the command's own transaction: what rules and sign-in ask. No names of people.
create table es.staff_account (
    staff_id uuid   primary key,
    username text   not null,
    roles    text[] not null,
    parks    text[] not null,
    team_id  uuid,
    state    text   not null,
    constraint staff_account_username unique (username)
);
comment on column es.staff_account.parks is 'Codes of the parks in scope; empty means all';
create index staff_account_administrators on es.staff_account (staff_id)
    where state = 'ACTIVE' and 'ADMINISTRATOR' = any (roles);

create table es.team (
    team_id   uuid    primary key,
    name      text    not null,
    park_code text,
    park_name text,
    open      boolean not null,
    check ((park_code is null) = (park_name is null))
);
