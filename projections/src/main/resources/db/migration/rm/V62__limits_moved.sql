-- A limit that moved with the working calendar is told among the steps of its ticket. No event before this version says so, so
-- nothing is made again.
alter table ticket_step add column moved boolean not null default false;
