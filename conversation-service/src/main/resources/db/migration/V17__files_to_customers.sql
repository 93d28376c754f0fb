-- Files that operators bring, to be named in one reply each. The bytes stand in the object store: below the conversation and
-- the file's id, under a key of its own for each try to store it, of which the first that ends is the file.
create table attachment (
  id uuid primary key,
  conversation_id uuid not null,
  author_id uuid not null,
  begun_at timestamptz not null default clock_timestamp(),
  -- What is known once it is stored.
  kind text,
  animated boolean not null default false,
  sha256 text,
  key text,
  mime_type text,
  size bigint,
  name text,
  -- The reply that names it: the newest, when a person had one in doubt sent again.
  message_id uuid,
  -- It is being deleted: no reply can name it any more.
  going boolean not null default false,
  check (key is null or kind is not null and sha256 is not null and mime_type is not null and size is not null),
  check (message_id is null or key is not null)
);
create index attachment_unsent on attachment (begun_at) where message_id is null;
create index attachment_going on attachment (id) where going;
create index attachment_sent on attachment (begun_at) where message_id is not null;
