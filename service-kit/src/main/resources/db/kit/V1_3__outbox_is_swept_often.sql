-- Each row lives for some milliseconds. What is dead is swept by its number, not by its share of a table that is
-- empty most of the time, and at once.
alter table outbox set (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_cost_delay = 0,
  vacuum_truncate = false);
