-- What a team was called from which day on, and since when that is known. The rows are made again from the events, so their reader
-- begins anew; not for a rebuild.
truncate ledger, phase, standing, journal, ledger_fact, ledger_investor, ledger_label, ledger_meta, ledger_policy, ledger_policy_adoption;
delete from es.token where processor_name = 'ledger' and '${flyway:defaultSchema}' = 'rm';

create table ledger_team_name (
    team_id      uuid        not null,
    position     bigint      not null,
    effective_on date        not null,
    known_at     timestamptz not null,
    name         text        not null,
    primary key (team_id, position)
);
