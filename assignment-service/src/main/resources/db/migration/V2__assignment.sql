-- Who is responsible for each conversation, and who may be made responsible.

create table assignment (
  conversation_id uuid primary key,
  -- Rises by one with each change of the responder.
  epoch bigint not null,
  -- Nobody holds the conversation when this is null.
  operator_id uuid,
  operator_name text,
  -- Since when that is so.
  since timestamptz not null
);

-- Everybody who has signed in, as the access token named them.
create table operator (
  id uuid primary key,
  name text not null,
  last_seen timestamptz not null
);
