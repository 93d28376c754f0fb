-- W3C's traceparent of the trace in which the event became true; null for all that are not followed, and for those that
-- an earlier version writes, which knows of none.
alter table outbox add column traceparent text;
