-- What 五未 counts and sorts by, of every day as known now: a past day is asked as the present is. The rows are made again from
-- the events, so their reader begins anew; not for a rebuild.
truncate ledger, phase, standing, journal, ledger_fact, ledger_investor, ledger_catalogue, ledger_label, ledger_meta, ledger_policy, ledger_policy_adoption;
delete from es.token where processor_name = 'ledger' and '${flyway:defaultSchema}' = 'rm';

drop table standing;
create table standing (
    layer          "char"   not null,
    project_id     uuid     not null,
    place          smallint not null,
    effective_from date     not null,
    effective_to   date     not null,
    follow_up_id   uuid,
    phase          text,
    project_no     text     not null,
    park           text,
    industry       text,
    leader         uuid,
    owner          uuid,
    signed_fen     bigint   not null,
    five_gap       smallint not null,
    due_on         date,
    late_from      date,
    yellow_from    date,
    red_from       date
) partition by list (layer);

create table standing_present partition of standing for values in ('P');
alter table standing_present alter column layer set default 'P';
alter table standing_present add primary key (project_id, place);
alter table standing_present alter column effective_to set default 'infinity';
alter table standing_present add check (effective_to = 'infinity');
create index on standing_present (due_on, project_no, place);
create index on standing_present (five_gap, due_on, project_no, place);
create index on standing_present (five_gap, park, industry)
    include (effective_from, effective_to, signed_fen, late_from, yellow_from, red_from) where place = 0;

create table standing_past partition of standing for values in ('H');
alter table standing_past alter column layer set default 'H';
alter table standing_past add primary key (project_id, place, effective_from);
alter table standing_past add check (effective_to > effective_from);
create index on standing_past (effective_to);
create index on standing_past (effective_to)
    include (effective_from, five_gap, park, industry, signed_fen, late_from, yellow_from, red_from) where place = 0;
