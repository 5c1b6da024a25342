-- One row per project, stretch of business days and stretch of knowledge. Layers keep apart what is asked for most:
-- P the present (both stretches open), H earlier days as known now, S what was known once and no longer is.
-- Until effective_to_known a row had no end: a project on day D as known at T is the one row with
--   known_from <= T and (known_to is null or known_to > T) and
--   effective_from <= D and (effective_to is null or effective_to > D or effective_to_known > T)
create table ledger (
    layer               "char"      not null,
    project_id          uuid        not null,
    effective_from      date        not null,
    effective_to        date,
    effective_to_known  timestamptz,
    known_from          timestamptz not null,
    known_to            timestamptz,
    project_no          text        not null,
    name                text        not null,
    search              text        not null,
    investor_id         uuid,
    lead_id             uuid        not null,
    negotiation_id      uuid,
    signing_id          uuid,
    registered_on       date        not null,
    stage               text        not null,
    stage_since         date        not null,
    furthest            smallint    not null,
    status              text        not null,
    lead_state          text        not null,
    park                text,
    park_name           text,
    industry            text,
    industry_name       text,
    chain               text,
    chain_name          text,
    region              text,
    region_name         text,
    method              text,
    method_name         text,
    kind                text,
    leader              uuid,
    owner               uuid,
    team                uuid,
    team_name           text,
    estimate            numeric,
    estimate_currency   text,
    land_mu             numeric,
    talks_since         date,
    agreement_kind      text,
    agreement_state     text,
    contract_no         text,
    signed_on           date,
    signed_on_site      boolean     not null,
    newly_introduced    boolean     not null,
    recognised          boolean     not null,
    signed              numeric     not null,
    contracted_foreign  numeric     not null,
    arrived             numeric     not null,
    actual_foreign      numeric     not null,
    size_band           smallint    not null,
    five_gap            text,
    most_advanced       text,
    due_on              date,
    clock_stopped_on    date,
    last_event_at       timestamptz not null,
    last_position       bigint      not null
) partition by list (layer);

create table ledger_present partition of ledger for values in ('P');
alter table ledger_present alter column layer set default 'P';
alter table ledger_present add primary key (project_id);
alter table ledger_present add check (effective_to is null and known_to is null);
create index on ledger_present (park, stage);
create index on ledger_present (project_no);
create index on ledger_present (owner);
create index on ledger_present (leader);
create index on ledger_present (investor_id);
create index on ledger_present (signed_on);
create index on ledger_present (name);
create index on ledger_present (signed);
create index on ledger_present (last_event_at);
create index on ledger_present (effective_from);

create table ledger_past partition of ledger for values in ('H');
alter table ledger_past alter column layer set default 'H';
alter table ledger_past add primary key (project_id, effective_from);
alter table ledger_past add check (effective_to > effective_from and known_to is null);
alter table ledger_past add constraint ledger_past_apart
    exclude using gist (project_id with =, daterange(effective_from, effective_to) with &&)
    deferrable initially deferred;
create index on ledger_past (effective_from);
create index on ledger_past (effective_to);

create table ledger_superseded partition of ledger for values in ('S');
alter table ledger_superseded alter column layer set default 'S';
alter table ledger_superseded add primary key (project_id, effective_from, known_from);
alter table ledger_superseded add check (known_to > known_from);
alter table ledger_superseded add constraint ledger_superseded_apart
    exclude using gist (
        project_id with =,
        daterange(effective_from, effective_to) with &&,
        tstzrange(known_from, known_to) with &&)
    deferrable initially deferred;

-- Every movement of every figure. A total is a sum over these, its explanation are these.
create table journal (
    measure       text        not null,
    project_id    uuid        not null,
    position      bigint      not null,
    line          integer     not null,
    count         integer     not null,
    amount        numeric     not null,
    currency      text        not null,
    effective_on  date        not null,
    booked_on     date        not null,
    known_at      timestamptz not null,
    cause         text        not null,
    industry      text,
    park          text,
    chain         text,
    method        text,
    origin        text,
    kind          text,
    leader        uuid,
    owner         uuid,
    team          uuid,
    size_band     smallint    not null,
    five_gap      text,
    primary key (measure, project_id, position, line)
) partition by list (measure);

create table journal_signed partition of journal for values in ('SIGNED');
create table journal_signed_on_site partition of journal for values in ('SIGNED_ON_SITE');
create table journal_newly_introduced partition of journal for values in ('NEWLY_INTRODUCED');
create table journal_recognised partition of journal for values in ('RECOGNISED');
create table journal_arrived partition of journal for values in ('ARRIVED');
create table journal_in_talks partition of journal for values in ('IN_TALKS');
create table journal_contracted_foreign partition of journal for values in ('CONTRACTED_FOREIGN');
create table journal_actual_foreign partition of journal for values in ('ACTUAL_FOREIGN');

-- One row per phase of a project under follow-up, in the same layers.
create table phase (
    layer                     "char"      not null,
    project_id                uuid        not null,
    follow_up_id              uuid        not null,
    phase                     text        not null,
    effective_from            date        not null,
    effective_to              date,
    effective_to_known        timestamptz,
    known_from                timestamptz not null,
    known_to                  timestamptz,
    state                     text        not null,
    reported_state            text        not null,
    state_since               date,
    sub_state                 text,
    suspended                 boolean     not null,
    stopped                   boolean     not null,
    cause                     text,
    due_on                    date,
    clock_stopped_on          date,
    investment                numeric,
    invested                  numeric,
    progress_percent          numeric,
    progress_behind           integer,
    agreed_start              date,
    agreed_completion         date,
    agreed_production         date,
    agreed_scale_up           date,
    agreed_full_capacity      date,
    recognised_start          date,
    recognised_completion     date,
    recognised_production     date,
    recognised_scale_up       date,
    recognised_full_capacity  date,
    last_event_at             timestamptz not null,
    last_position             bigint      not null
) partition by list (layer);

create table phase_present partition of phase for values in ('P');
alter table phase_present alter column layer set default 'P';
alter table phase_present add primary key (follow_up_id, phase);
create index on phase_present (project_id);

create table phase_past partition of phase for values in ('H');
alter table phase_past alter column layer set default 'H';
alter table phase_past add primary key (follow_up_id, phase, effective_from);
create index on phase_past (project_id);

create table phase_superseded partition of phase for values in ('S');
alter table phase_superseded alter column layer set default 'S';
alter table phase_superseded add primary key (follow_up_id, phase, effective_from, known_from);
create index on phase_superseded (project_id);

-- The events that the ledger is made of, slimmed, so that it can be carried on without the event store.
create table ledger_fact (
    project_id   uuid        not null,
    position     bigint      not null,
    recorded_at  timestamptz not null,
    effective_on date        not null,
    name         text        not null,
    payload      text        not null,
    primary key (project_id, position)
);

create table ledger_investor (
    investor_id  uuid        not null,
    position     bigint      not null,
    effective_on date        not null,
    known_at     timestamptz not null,
    name         text        not null,
    primary key (investor_id, position)
);

-- Latest name of every code that figures are broken down by.
create table ledger_label (
    kind          text   not null,
    code          text   not null,
    name          text   not null,
    last_position bigint not null,
    primary key (kind, code)
);

create table ledger_meta (
    id              integer     primary key,
    first_effective date        not null,
    first_known     timestamptz not null,
    last_known      timestamptz not null,
    last_position   bigint      not null
);
