-- Files of messages that are to be fetched from the platform, one row each. What is settled keeps ids only, so that a topic
-- which is read again fetches nothing twice.
--
-- due_at is the claim, too: who takes a row moves it as far ahead as he may work on it. Replicas judge by the database's
-- clock.
create table media_fetch (
  message_id uuid primary key,
  conversation_id uuid not null,
  phone_number_id text,
  team_id uuid,
  assignee_id uuid,
  kind text not null,
  -- The platform's id of the file: one that the message has got since is fetched anew.
  media_id text not null,
  -- What the platform told of the file, and what the customer's phone called it.
  attachment jsonb,
  name text,
  sent_at timestamptz not null,
  due_at timestamptz not null default clock_timestamp(),
  attempt int not null default 0,
  settled_at timestamptz,
  check (attachment is not null or settled_at is not null)
);
create index media_fetch_due on media_fetch (due_at) where settled_at is null;
create index media_fetch_settled on media_fetch (settled_at) where settled_at is not null;
