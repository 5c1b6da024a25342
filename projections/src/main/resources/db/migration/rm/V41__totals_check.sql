-- What came of recounting all figures from the events (数据核对).
create table totals_check (
    position    bigint      primary key,
    check_id    uuid        not null,
    recorded_at timestamptz not null,
    name        text        not null,
    payload     text        not null
);
