-- The ledger knows what was promised of a year and what enterprises did, so that it can tell who fell below full capacity. The rows
-- are made again from the events, so their reader begins anew; not for a rebuild, which fills a schema of its own beside them.
truncate ledger, phase, standing, journal, ledger_fact, ledger_investor, ledger_label, ledger_meta;
delete from es.token where processor_name = 'ledger' and '${flyway:defaultSchema}' = 'rm';
