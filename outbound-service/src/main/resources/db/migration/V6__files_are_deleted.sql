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
