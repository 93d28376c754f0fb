-- Pruning looks for the oldest rows, and they stand together: a few kilobytes say where.
create index message_by_age on message using brin (recorded_at);
create index history_entry_by_age on history_entry using brin (at);
