-- Lists read a narrow table; what only the handlers and the search need stands beside it. The rows are made again from the
-- events, so their reader begins anew; not for a rebuild, which fills a schema of its own beside it.
truncate project, project_task, project_phase;
delete from es.token where processor_name = 'project' and '${flyway:defaultSchema}' = 'rm';

drop index project_pieces;
drop index project_lead_park;
drop index project_talks_park;
drop index project_signed_park;
drop index project_follow_up_park;
drop index project_follow_up_due;

alter table project
    drop column state,
    drop column search,
    drop column pieces,
    drop column deadline_kind,
    drop column deadline_item,
    drop column deadline_on,
    add column clock_kind text,
    add column clock_item text,
    add column clock_on   date,
    add column talk_place text,
    add column talk_ours  uuid[] not null default '{}',
    add column talk_open  integer not null default 0,
    add column actions    text[] not null default '{}';

create table project_fold (
    project_id uuid primary key,
    state      jsonb not null
);

create table project_search (
    project_id uuid primary key,
    search     text not null,
    pieces     text[] not null
);
create index project_search_pieces on project_search using gin (pieces);

create index project_owner on project (owner);
create index project_leader on project (leader);

create index project_lead_park on project (park_code, lead_state) include (is_open, intended, intended_currency) where is_lead;
create index project_talks_park on project (park_code, negotiation_stage)
    include (negotiation_status, in_talks, in_talks_currency) where is_negotiation;
create index project_signed_park on project (park_code, agreement_state) include (signed) where is_signing;
create index project_follow_up_park on project (park_code, five_gap) include (is_open, signed) where is_follow_up;

create index project_lead_name on project (name collate public.pinyin asc nulls first, project_no asc) where is_lead;
create index project_talks_name on project (name collate public.pinyin asc nulls first, project_no asc) where is_negotiation;
create index project_signed_name on project (name collate public.pinyin asc nulls first, project_no asc) where is_signing;
create index project_follow_up_name on project (name collate public.pinyin asc nulls first, project_no asc) where is_follow_up;

create index project_lead_clock on project (clock_on asc nulls last, project_no asc) where is_lead;
create index project_talks_clock on project (clock_on asc nulls last, project_no asc) where is_negotiation;
create index project_follow_up_due on project (due_on asc nulls last, project_no asc) where is_follow_up;

drop index timeline_aggregate;
