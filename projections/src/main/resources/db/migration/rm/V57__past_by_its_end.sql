-- Where projects stood on a past day is asked of the few rows that had not ended by it, rather than of all that had begun. Beside the
-- index by the day from which a row holds: that one is the better for the first days of the history, this one for all others.
create index on ledger_past (coalesce(effective_to, 'infinity'))
    include (layer, effective_from, effective_to, park, status, stage, stage_since, furthest, amount_fen, amount_cent);
