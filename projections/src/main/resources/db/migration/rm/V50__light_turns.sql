-- Kept with a phase's standing: the days on which it becomes late and its light turns. So counting compares one day with another,
-- and reads an index alone. The rows are made again from the events, so their reader begins anew; not for a rebuild.
truncate ledger, phase, standing, journal, ledger_fact, ledger_investor, ledger_label, ledger_meta;
delete from es.token where processor_name = 'ledger' and '${flyway:defaultSchema}' = 'rm';

alter table standing
    drop column clock_stopped_on,
    drop column start_due,
    drop column other_due,
    drop column points_behind,
    drop column unlisted_since,
    drop column quiet_until,
    add column late_from   date,
    add column yellow_from date,
    add column red_from    date;
create index on standing (five_gap, park, industry) include (signed_fen, late_from, yellow_from, red_from) where place = 0;
