-- Internal notes, and what is needed to know who may see them.

-- A local copy of who holds each conversation.
create table conversation (
  id uuid primary key,
  -- Numbers the changes of the holder: an event of an older one changes nothing.
  epoch bigint not null,
  assignee_id uuid,
  assignee_name text
);

create table note (
  -- Made by the author's browser: one id, one note.
  id uuid primary key,
  conversation_id uuid not null,
  author_id uuid not null,
  author_name text not null,
  -- Empty when the note was deleted. Nothing but `not null` is checked here: PostgreSQL quotes a refused row in its
  -- error, and a note must not stand in a log.
  text text not null,
  at timestamptz not null,
  edited_at timestamptz,
  deleted_at timestamptz
);
create index note_in_order on note (conversation_id, at, id) where deleted_at is null;
