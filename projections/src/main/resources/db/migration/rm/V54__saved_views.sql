-- What a list was narrowed to, under a name of one's own; without query when it was dropped.
create table saved_view (
    staff_id uuid not null,
    page text not null,
    name text not null,
    query text,
    sequence bigint not null,
    primary key (staff_id, page, name)
);
