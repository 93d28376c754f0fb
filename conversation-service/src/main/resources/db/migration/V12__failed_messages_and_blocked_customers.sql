-- Whether a message to the customer failed that nobody has made up for: no later one was accepted, and nobody has said since
-- that nothing is left to do.
alter table conversation add column failed boolean not null default false;
create index message_failed on message (conversation_id, sequence) where direction = 'OUTBOUND' and status = 'FAILED';
update conversation c set failed = true
where c.status = 'OPEN' and exists (
  select from message m where m.conversation_id = c.id and m.direction = 'OUTBOUND' and m.status = 'FAILED'
    and m.sequence > c.answered_through);
create index conversation_failed on conversation (last_activity_at desc, id desc) where failed and status = 'OPEN';

-- How many those are is counted when something is noted here: both notes of such a change come to nothing.
create trigger inbox_count_of_failed after update on conversation
  for each row
  when (old.failed is distinct from new.failed
    and (old.phone_number_id, old.team_id, old.assignee_id, old.status)
      is not distinct from (new.phone_number_id, new.team_id, new.assignee_id, new.status))
  execute function note_inbox_count_change();

-- Whom WhatsApp keeps from writing, and what operators asked for last: by conversation, since each number has a list of its own.
alter table conversation add column blocked boolean not null default false;
create table contact_block (
  conversation_id uuid primary key references conversation,
  request_id uuid not null unique,
  wanted boolean not null,
  asked_by_id uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  settled_at timestamptz,
  error jsonb
);
