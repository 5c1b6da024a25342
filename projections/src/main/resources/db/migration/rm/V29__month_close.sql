-- Months of a park whose monthly returns are closed (结账), or were.
create table month_close (
    close_id        uuid primary key,
    park_code       text not null,
    month           text not null,
    closed          boolean not null,
    first_closed_at timestamptz not null,
    moved_by        uuid,
    reason          text,
    sequence        bigint not null,
    last_event_at   timestamptz not null,
    last_position   bigint not null
);
create unique index month_close_month on month_close (park_code, month);
