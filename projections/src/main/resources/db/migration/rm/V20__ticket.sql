-- Issue tickets. What a ticket is about and what it has come to are told by dated rows, so that a list can be asked as of any
-- day and as known at any instant.
create table ticket (
    ticket_id     uuid primary key,
    project_id    uuid not null,
    lead_id       uuid not null,
    project_no    text not null,
    project_name  text not null,
    ticket_no     text not null,
    park_code     text not null,
    park_name     text not null,
    raised_on     date not null,
    raised_by     uuid,
    sequence      bigint not null,
    text_at       bigint not null,
    step_at       bigint not null,
    last_event_at timestamptz not null,
    last_position bigint not null
);
create index ticket_project on ticket (project_id);
create index ticket_no on ticket (ticket_no);

-- Corrections hold from the beginning, once they are known.
create table ticket_text (
    ticket_id     uuid not null,
    sequence      bigint not null,
    title         text not null,
    category_code text not null,
    category_name text not null,
    description   text not null,
    known_at      timestamptz not null,
    known_until   timestamptz,
    primary key (ticket_id, sequence)
);
create index ticket_text_present on ticket_text (ticket_id) where known_until is null;

-- One row per step. It holds from occurred_on, once it is recorded, until the next does.
create table ticket_step (
    ticket_id    uuid not null,
    sequence     bigint not null,
    state        text not null,
    unit_code    text,
    unit_name    text,
    handler      uuid,
    since        date,
    due_on       date,
    reply_by     date,
    satisfaction text,
    note         text,
    occurred_on  date not null,
    recorded_at  timestamptz not null,
    recorded_by  uuid,
    replaced_on  date,
    replaced_at  timestamptz,
    primary key (ticket_id, sequence)
);
create unique index ticket_step_present on ticket_step (ticket_id) where replaced_at is null;
create index ticket_step_due on ticket_step (due_on) where replaced_at is null;
create index ticket_step_state on ticket_step (state, occurred_on) where replaced_at is null;
create index ticket_step_handler on ticket_step (handler) where replaced_at is null;

-- One row per notice and recipient.
create table ticket_notice (
    notice_id        uuid not null,
    recipient        uuid not null,
    ticket_id        uuid not null,
    level            text not null,
    due_on           date not null,
    days_late        integer not null,
    sent_on          date not null,
    sent_at          timestamptz not null,
    sent_by          uuid,
    way              text,
    delivered_on     date,
    delivered_at     timestamptz,
    read_on          date,
    read_at          timestamptz,
    interviewed_on   date,
    interviewed_at   timestamptz,
    interview        text,
    primary key (notice_id, recipient)
);
create index ticket_notice_ticket on ticket_notice (ticket_id, due_on);
create index ticket_notice_unread on ticket_notice (recipient) where read_at is null;
