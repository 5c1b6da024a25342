-- What happened to look-back campaigns and their reviews.
create table lookback_fact (
    position    bigint      primary key,
    sequence    bigint      not null,
    campaign_id uuid        not null,
    review_id   uuid,
    project_id  uuid,
    recorded_at timestamptz not null,
    occurred_on date        not null,
    name        text        not null,
    payload     text        not null
);
create index lookback_fact_campaign on lookback_fact (campaign_id);
create index lookback_fact_project on lookback_fact (project_id);
