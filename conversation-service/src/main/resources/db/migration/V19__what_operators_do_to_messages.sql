-- Wishes of operators that an emoji of ours stands on a message, or none any more. The newest of a message counts.
create table our_reaction (
  id uuid primary key,
  message_id uuid not null,
  -- Nothing takes away the one that stands there.
  emoji text,
  by_id uuid not null,
  by_name text not null,
  asked_at timestamptz not null,
  -- What stood there before: it stays when it cannot be taken away.
  former jsonb
);
create index our_reaction_of_message on our_reaction (message_id, asked_at desc);
create index our_reaction_by_age on our_reaction (asked_at);

-- Up to where the customer was shown that he was read, and when he was last shown that somebody types.
alter table conversation
  add column read_shown bigint not null default 0,
  add column typing_shown_at timestamptz;
