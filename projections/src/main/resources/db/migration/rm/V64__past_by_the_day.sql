-- Of the rows of the past few hold on any one day, and this index finds just these. The indexes by the day from which or to which a row
-- holds read all that had begun, or all that had not ended: up to a hundred times as many.
drop index ledger_past_industry_effective_from_layer_effective_to_park_idx;
drop index ledger_past_stage_effective_from_layer_effective_to_park_st_idx;
drop index ledger_past_coalesce_layer_effective_from_effective_to_park_idx;
drop index ledger_past_coalesce_project_id_idx;
drop index ledger_past_effective_from_idx;
drop index ledger_past_effective_to_idx;
create index ledger_past_by_day on ledger_past using gist (daterange(effective_from, effective_to))
    include (layer, effective_from, effective_to, industry, park, stage, stage_since, furthest, status, method, five_gap,
        amount_fen, amount_cent, signed_fen, arrived_fen, contracted_cent, used_cent);

-- No two rows of a project hold on the same day. An exclusion constraint says so, too, but looks for each row through an index made for
-- nothing else, which was a fifth of what making the ledger again took. One reader writes the ledger, so that the rows of the project
-- at the end of a transaction are all there is to look at.
alter table ledger_past drop constraint ledger_past_apart;
create function ledger_past_apart() returns trigger language plpgsql as $$
begin
    if exists (
        select from ledger_past earlier join ledger_past later
            on later.project_id = earlier.project_id and later.effective_from > earlier.effective_from
        where earlier.project_id = new.project_id and later.effective_from < earlier.effective_to) then
        raise exclusion_violation using
            message = format('rows of project %s in ledger_past hold on the same day', new.project_id),
            table = 'ledger_past', constraint = 'ledger_past_apart';
    end if;
    return null;
end $$;
create constraint trigger ledger_past_apart after insert or update on ledger_past
    deferrable initially deferred for each row execute function ledger_past_apart();
