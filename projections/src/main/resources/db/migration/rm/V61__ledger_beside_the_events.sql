-- What an event says is read from the event store; the ledger keeps where it is found.
alter table ledger_fact drop column payload;
