-- What was decided on standards (标准), and since when that is known. No event before this version says so, so nothing is made again.
create table ledger_standard (
    position   bigint      primary key,
    standard   text        not null,
    decided_by uuid,
    reason     text,
    known_at   timestamptz not null,
    name       text        not null,
    payload    text        not null
);
