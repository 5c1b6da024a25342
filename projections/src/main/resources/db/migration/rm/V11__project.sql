-- The projects as they are now, one row each.
create table project (
    project_id         uuid primary key,
    project_no         text,
    name               text,
    park_code          text,
    park_name          text,
    circulating_to     text,
    kind               text,
    industry_code      text,
    industry_name      text,
    chain_code         text,
    chain_name         text,
    region_code        text,
    region_name        text,
    method_code        text,
    method_name        text,
    source_code        text,
    source_name        text,
    investor_id        uuid,
    land_mu            numeric,
    lead_id            uuid,
    negotiation_id     uuid,
    signing_id         uuid,
    follow_up_id       uuid,
    stage              text not null,
    stage_since        date,
    is_lead            boolean not null,
    is_negotiation     boolean not null,
    is_signing         boolean not null,
    is_follow_up       boolean not null,
    is_open            boolean not null,
    lead_state         text,
    arbitration        boolean not null,
    negotiation_status text,
    negotiation_stage  text,
    admission          text,
    agreement_kind     text,
    agreement_state    text,
    agreement_version  integer,
    contract_no        text,
    signed_on_site     boolean,
    newly_introduced   boolean,
    five_gap           text,
    intended           numeric,
    intended_currency  text,
    in_talks           numeric,
    in_talks_currency  text,
    signed             numeric,
    fixed_assets       numeric,
    foreign_capital    numeric,
    arrived            numeric,
    foreign_used       numeric,
    owner              uuid,
    leader             uuid,
    liaison            uuid,
    team_id            uuid,
    team_name          text,
    people             uuid[] not null,
    registered_on      date,
    signed_on          date,
    progress_on        date,
    rounds             integer not null,
    next_step          text,
    next_on            date,
    deadline_kind      text,
    deadline_item      text,
    deadline_on        date,
    progress_clock     boolean not null,
    due_item           text,
    due_on             date,
    search             text not null,
    pieces             text[] not null,
    last_event_at      timestamptz not null,
    last_position      bigint not null,
    state              jsonb not null
);
create index project_no on project (project_no text_pattern_ops);
create index project_investor on project (investor_id);
create index project_people on project using gin (people);
create index project_pieces on project using gin (pieces);

create index project_lead_new on project (registered_on desc nulls last, project_no desc) where is_lead;
create index project_lead_amount on project (intended desc nulls last, project_no desc) where is_lead;
create index project_lead_progress on project (progress_on desc nulls last, project_no desc) where is_lead;
create index project_lead_park on project (park_code, lead_state) include (intended, intended_currency) where is_lead;

create index project_talks_amount on project (in_talks desc nulls last, project_no desc) where is_negotiation;
create index project_talks_progress on project (progress_on desc nulls last, project_no desc) where is_negotiation;
create index project_talks_park on project (park_code, negotiation_stage) include (in_talks, in_talks_currency) where is_negotiation;

create index project_signed_on on project (signed_on desc nulls last, project_no desc) where is_signing;
create index project_signed_amount on project (signed desc nulls last, project_no desc) where is_signing;
create index project_signed_park on project (park_code, agreement_state) include (signed) where is_signing;

create index project_follow_up_due on project (due_on desc nulls last, project_no desc) where is_follow_up;
create index project_follow_up_park on project (park_code, five_gap) include (signed) where is_follow_up;

-- What is due on a project. For PROGRESS the date is that of the last progress; the days allowed are added when asked.
create table project_task (
    project_id uuid not null,
    kind       text not null,
    item       text not null,
    due_on     date not null,
    note       text,
    primary key (project_id, kind, item)
);
create index project_task_due on project_task (kind, due_on);

create table project_phase (
    project_id       uuid not null,
    phase            text not null,
    ordinal          integer not null,
    state            text not null,
    milestone        text,
    due_on           date,
    quiet            boolean not null,
    active           boolean not null,
    suspended        boolean not null,
    stopped          boolean not null,
    sub_state        text,
    cause            text,
    investment       numeric,
    land_mu          numeric,
    progress_percent numeric,
    invested         numeric,
    problems         text,
    returned_for     text,
    primary key (project_id, phase)
);
