-- What stands on a message, what it said before, what is known of its file, and what it costs.
alter table message
  add column reactions jsonb,
  add column earlier jsonb,
  add column edited_at timestamptz,
  -- Of a message with a file; where that stands in the object store is in it, too.
  add column media jsonb,
  -- Of a message of ours: what the platform says that it costs.
  add column pricing jsonb;
alter table parked_status add column pricing jsonb;

-- What the platform told of a message that stands already, or that has not come yet: an emoji, an edit, a deletion. What
-- comes again is known by its id, and what came first waits for its message.
create table message_change (
  id uuid primary key,
  phone_number_id text not null,
  -- What the platform calls the message.
  platform_id text not null,
  -- An act is no message and changes none: it is only known by its id.
  kind text not null check (kind in ('reaction', 'edit', 'revocation', 'act')),
  changed_at timestamptz not null,
  -- Of a reaction: its emoji; nothing takes it away. Of an edit: what the message says now.
  document jsonb,
  recorded_at timestamptz not null,
  applied boolean not null
);
create index message_change_of_message on message_change (platform_id);
create index message_change_by_age on message_change (recorded_at);
