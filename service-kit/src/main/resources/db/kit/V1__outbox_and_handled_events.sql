-- What each service with a database needs to hear every event once and to tell every event at least once.

create table handled_event (
  event_id text primary key,
  handled_at timestamptz not null default now()
);
create index handled_event_by_age on handled_event (handled_at);

create table outbox (
  event_id uuid primary key,
  -- Given by the database in the order of insertion, while the row that the event is about is locked: so the events of
  -- one conversation are numbered in their order.
  position bigint generated always as identity,
  topic text not null,
  key text not null,
  type text not null,
  payload text not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create unique index outbox_in_order on outbox (position);

create function announce_outbox() returns trigger language plpgsql as $$
begin
  notify outbox;
  return null;
end $$;

create trigger outbox_announced after insert on outbox
  for each statement execute function announce_outbox();
