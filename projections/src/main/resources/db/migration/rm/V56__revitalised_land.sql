-- Idle or little used land that was handed over to a project. One row for each hand-over; one that was entered wrongly stays, known up
-- to the day on which it was taken back. No hand-over of earlier days says where its land came from, so nothing is made again.
create table revitalised_land (
    event_id      text        primary key,
    project_id    uuid        not null,
    handed_on     date        not null,
    mu            numeric     not null,
    method        text        not null,
    method_name   text        not null,
    known_from    timestamptz not null,
    known_to      timestamptz
);
create index on revitalised_land (handed_on);
