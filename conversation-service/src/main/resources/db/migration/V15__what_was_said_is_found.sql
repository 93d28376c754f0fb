-- The words of each message, for searching. They stand apart from `message`: a status that changes there would write all
-- of them into the index anew.
create table message_words (
  message_id uuid primary key references message on delete cascade,
  conversation_id uuid not null,
  at timestamptz not null,
  inbound boolean not null,
  file boolean not null,
  words tsvector not null
);
create index message_words_newest on message_words (at desc, message_id desc);
-- New words are gathered before they go into the index together, which costs a fraction of writing each by itself. What is
-- gathered is read by every search and written by whoever finds it full: so it is kept small.
create index message_words_found on message_words using gin (words) with (gin_pending_list_limit = 256);

-- Up to which message, in the order of ids, the words of those were written that were there before this table. It is gone
-- through a second time when no process of the version before, which writes none, runs any more.
create table message_words_caught_up (
  up_to uuid not null default '00000000-0000-0000-0000-000000000000',
  round integer not null default 1,
  begun_at timestamptz not null default now()
);
insert into message_words_caught_up default values;
