-- "Since you last looked" asks for few rows at the end; a block range index makes it walk over much more than that.
drop index timeline_recorded_at;
create index timeline_recorded_at on timeline (recorded_at, position);
