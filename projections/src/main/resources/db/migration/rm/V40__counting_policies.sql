-- Figures are counted by more than one policy (口径). The journal is made again from the events, so its reader begins anew; not
-- for a rebuild, which fills a schema of its own beside it.
truncate ledger, phase, standing, journal, ledger_fact, ledger_investor, ledger_label, ledger_meta;
delete from es.token where processor_name = 'ledger' and '${flyway:defaultSchema}' = 'rm';

alter table journal drop constraint journal_pkey;
alter table journal add column policy text not null;
alter table journal add primary key (measure, project_id, position, policy, line);

create table ledger_policy (
    id         text        primary key,
    policy_id  uuid        not null,
    code       text        not null,
    version    integer     not null,
    name       text        not null,
    rules      text        not null,
    defined_on date        not null,
    defined_by uuid,
    reason     text,
    known_at   timestamptz not null,
    position   bigint      not null
);

-- Which policy counts from a day on where nobody names one; without a policy the shipped one.
create table ledger_policy_adoption (
    position    bigint      primary key,
    policy      text,
    code        text        not null,
    counts_from date        not null,
    decided_on  date        not null,
    decided_by  uuid,
    reason      text,
    known_at    timestamptz not null
);
