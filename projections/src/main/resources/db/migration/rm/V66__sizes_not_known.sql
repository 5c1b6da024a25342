-- A project of which no amount in 元 is known is in no size band (-1); it was in the smallest. The rows are made again from the
-- events, so their reader begins anew; not for a rebuild, which fills a schema of its own beside them.
truncate ledger, phase, standing, journal, ledger_fact, ledger_investor, ledger_catalogue, ledger_label, ledger_meta, ledger_policy, ledger_policy_adoption, ledger_standard, revitalised_land;
delete from es.token where processor_name = 'ledger' and '${flyway:defaultSchema}' = 'rm';
