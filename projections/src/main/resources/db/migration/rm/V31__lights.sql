-- What a light depends on besides the agreed dates. The rows are made again from the events, so their reader begins anew; not for
-- a rebuild, which fills a schema of its own beside them.
truncate ledger, phase, journal, ledger_fact, ledger_investor, ledger_label, ledger_meta;
delete from es.token where processor_name = 'ledger' and '${flyway:defaultSchema}' = 'rm';

alter table phase
    add column included_on       date,
    add column delay_milestone   text,
    add column delay_cause       text,
    add column delay_explanation text,
    add column delay_owner       uuid,
    add column next_action       text,
    add column next_action_on    date,
    add column quiet_until       date;
