-- What happened to published reports (发布): each report whole, and what was said of it since.
create table publication_fact (
    position       bigint      primary key,
    sequence       bigint      not null,
    publication_id uuid        not null,
    recorded_at    timestamptz not null,
    recorded_by    uuid,
    reason         text,
    occurred_on    date        not null,
    name           text        not null,
    payload        text        not null
);
create index publication_fact_publication on publication_fact (publication_id);
