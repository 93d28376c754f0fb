-- All that is sent by a number passes through one lane, which one replica owns for a while. Times are the database's own.
create table sending_lane (
  phone_number_id text primary key,
  owner uuid,
  -- Rises with each owner; whoever comes with an older one is too late.
  fence bigint not null default 0,
  leased_until timestamptz,
  -- How many messages a second the platform takes by what it said of the number; null when it was not asked yet.
  per_second int,
  -- The access token was refused: nothing is sent until there is another, or one is found to be good again.
  stopped_since timestamptz,
  stop_code int,
  stop_title text,
  stop_detail text,
  -- By which token: its fingerprint, so that whoever has another one goes on.
  stop_token text,
  check ((owner is null) = (leased_until is null)),
  check ((stopped_since is null) = (stop_token is null))
);

alter table dispatch
  -- What goes first: 0 replies, 1 what a rule sends, 2 campaigns.
  add column priority smallint not null default 0,
  -- Since when it is tried. Patience counts from here: that it waits for its turn costs it nothing.
  add column tried_since timestamptz,
  -- What its author was told of its waiting, and about when he was told that it goes out.
  add column held_reason text,
  add column held_until timestamptz;

drop index dispatch_due;
create index dispatch_due on dispatch (phone_number_id, priority, due_at, sequence) where state = 'INTENT';
