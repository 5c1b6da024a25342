-- Investors under every name they had.
create table investor (
    investor_id   uuid primary key,
    legal_name    text not null,
    former_names  text[] not null,
    credit_code   text,
    region_code   text,
    region_name   text,
    kind          text,
    merged_into   uuid,
    core          text not null,
    search        text not null,
    pieces        text[] not null,
    registered_at timestamptz not null,
    last_event_at timestamptz not null,
    last_position bigint not null,
    sequence      bigint not null
);
create index investor_pieces on investor using gin (pieces);
create index investor_core on investor (core);
create index investor_credit_code on investor (credit_code);
create index investor_merged_into on investor (merged_into) where merged_into is not null;

-- The only read model with personal data in clear; whoever else shows a name joins it here.
create table investor_contact (
    investor_id uuid not null,
    person_id   uuid not null,
    name        text,
    position    text,
    phone       text,
    email       text,
    wechat      text,
    removed     boolean not null,
    erased      boolean not null,
    since       bigint not null,
    primary key (investor_id, person_id)
);
create index investor_contact_person on investor_contact (person_id);

create table person_met (
    person_id uuid primary key,
    name      text,
    position  text,
    told_at   bigint not null,
    erased    boolean not null
);
