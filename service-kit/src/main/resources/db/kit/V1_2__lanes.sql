-- Work that one replica does at a time, and the replicas that are there to share it.
create table replica (
  id uuid primary key,
  seen_at timestamptz not null
);
create table lane (
  name text primary key,
  owner uuid,
  -- By this server's clock. Whoever has not renewed it by then is taken for dead.
  leased_until timestamptz
);

-- The outbox has lanes by its key, and whoever commits wakes the relay: a notification inside the transaction would take
-- one lock of the whole server through the commit.
drop trigger outbox_announced on outbox;
drop function announce_outbox();
alter table outbox drop constraint outbox_pkey;
drop index outbox_in_order;
alter table outbox add primary key (position);
-- What an earlier version left behind goes out by the first lane, in its order.
alter table outbox add column lane smallint not null default 0;
alter table outbox alter column lane drop default;

-- What is heard twice changes nothing: messages have derived ids, statuses only rise, epochs only grow.
drop table handled_event;
