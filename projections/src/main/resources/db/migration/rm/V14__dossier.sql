-- Everything that a project's page shows, item by item. Each item carries all the values it ever had: from, to (business
-- days), knownFrom, knownTo (instants), position and doc.
create table dossier_item (
    project_id uuid not null,
    kind       text not null,
    item_id    text not null,
    sequence   bigint not null,
    versions   jsonb not null,
    primary key (project_id, kind, item_id)
);
