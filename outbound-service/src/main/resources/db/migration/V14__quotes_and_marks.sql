-- What the platform calls the message that one answers.
alter table dispatch add column answers text;

-- What is set on customers' messages: emojis of ours, and that they were read. Each may be called twice.
--
-- due_at is the claim, too: who takes a row moves it as far ahead as he may work on it. Replicas judge by the database's
-- clock.
create table message_mark (
  id uuid primary key,
  kind text not null check (kind in ('EMOJI', 'READ')),
  conversation_id uuid not null,
  phone_number_id text not null,
  team_id uuid,
  assignee_id uuid,
  -- Our id and the platform's of the message.
  message_id uuid not null,
  platform_id text not null,
  -- Of an emoji: to whom, and which; nothing takes it away.
  phone text,
  bsuid text,
  group_id text,
  emoji text,
  -- Of what was read: whether somebody is typing an answer.
  typing boolean not null default false,
  asked_at timestamptz not null,
  due_at timestamptz not null default clock_timestamp(),
  attempt int not null default 0,
  settled_at timestamptz
);
create index message_mark_due on message_mark (due_at) where settled_at is null;
create index message_mark_of_conversation on message_mark (conversation_id) where settled_at is null;
create index message_mark_settled on message_mark (settled_at) where settled_at is not null;
