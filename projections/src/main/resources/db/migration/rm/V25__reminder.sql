-- Reminders, and how people want to be reminded.
create table reminder (
    reminder_id   uuid primary key,
    recipient     uuid not null,
    kind          text not null,
    project_id    uuid not null,
    project_no    text not null,
    project_name  text not null,
    park_code     text,
    item          text not null,
    due_on        date not null,
    past          boolean not null,
    raised_on     date not null,
    delivered     text[] not null,
    snoozed_until date,
    read_at       timestamptz,
    sequence      bigint not null,
    last_event_at timestamptz not null,
    last_position bigint not null
);
create index reminder_unread on reminder (recipient, due_on) where read_at is null;
create index reminder_raised on reminder (raised_on) where read_at is null;

create table reminder_settings (
    settings_id   uuid primary key,
    staff_id      uuid not null,
    muted         text[] not null,
    email         text,
    sequence      bigint not null,
    last_event_at timestamptz not null,
    last_position bigint not null
);
create unique index reminder_settings_staff on reminder_settings (staff_id);
