-- Files that operators send, on their way to the platform, once per number. The platform keeps one for 30 days: until then
-- other messages may name it. What a message names is settled before the message is called.
--
-- due_at is the claim, too: who takes a row moves it as far ahead as he may work on it. Replicas judge by the database's
-- clock.
create table media_upload (
  phone_number_id text not null,
  -- Our id of the file.
  attachment_id text not null,
  -- The message that asked for it.
  message_id uuid not null,
  conversation_id uuid not null,
  team_id uuid,
  assignee_id uuid,
  -- Where it stands in the object store, and what it is.
  file jsonb not null,
  begun_at timestamptz not null default clock_timestamp(),
  due_at timestamptz not null default clock_timestamp(),
  attempt int not null default 0,
  tries int not null default 0,
  -- The platform had forgotten it, and gets it once more.
  anew boolean not null default false,
  settled_at timestamptz,
  -- One of both, when it is settled.
  platform_id text,
  error jsonb,
  primary key (phone_number_id, attachment_id),
  check ((settled_at is not null) = (platform_id is not null or error is not null))
);
create index media_upload_due on media_upload (due_at) where settled_at is null;
create index media_upload_settled on media_upload (settled_at) where settled_at is not null;

-- The file that a message names. It waits for it.
alter table dispatch add column attachment_id text;
