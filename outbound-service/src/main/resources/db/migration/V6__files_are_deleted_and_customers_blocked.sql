-- Files in the object store that are still to be deleted one day, one row for each message that has one: when the customer
-- deletes the message, or when files are older than the company keeps them.
--
-- due_at is the claim, too: who takes a row moves it as far ahead as he may work on it. Replicas judge by the database's
-- clock.
create table stored_file (
  message_id uuid primary key,
  conversation_id uuid not null,
  stored_at timestamptz not null default clock_timestamp(),
  -- The customer deleted the message.
  unwanted boolean not null default false,
  due_at timestamptz not null default clock_timestamp()
);
create index stored_file_unwanted on stored_file (due_at) where unwanted;
create index stored_file_by_age on stored_file (stored_at);

-- Where a file may be already; which of these were lost does no harm: nothing is found to delete.
insert into stored_file (message_id, conversation_id, stored_at)
select message_id, conversation_id, settled_at from media_fetch where settled_at is not null;

-- Customers whom operators want blocked, or not any more. Both calls may be made twice. due_at is the claim, as above.
create table block_call (
  request_id uuid primary key,
  conversation_id uuid not null,
  phone_number_id text not null,
  team_id uuid,
  assignee_id uuid,
  phone text,
  bsuid text,
  blocked boolean not null,
  asked_at timestamptz not null,
  due_at timestamptz not null default clock_timestamp(),
  attempt int not null default 0,
  settled_at timestamptz
);
create index block_call_due on block_call (due_at) where settled_at is null;
create index block_call_of_conversation on block_call (conversation_id) where settled_at is null;
create index block_call_settled on block_call (settled_at) where settled_at is not null;
