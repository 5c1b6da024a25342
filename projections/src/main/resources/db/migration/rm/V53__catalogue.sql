-- What was changed of dictionaries and teams, and since when that is known, in place of the names of teams alone. The rows are made
-- from the events, so their reader begins anew; not for a rebuild.
truncate ledger, phase, standing, journal, ledger_fact, ledger_investor, ledger_label, ledger_meta, ledger_policy, ledger_policy_adoption;
delete from es.token where processor_name = 'ledger' and '${flyway:defaultSchema}' = 'rm';

drop table ledger_team_name;

create table ledger_catalogue (
    position bigint      primary key,
    kind     text        not null,
    known_at timestamptz not null,
    name     text        not null,
    payload  text        not null
);
create index ledger_catalogue_kind on ledger_catalogue (kind, position);

-- What a team became a part of; no earlier event says so.
alter table team add column merged_into text;
