-- The columns that service-kit's KnownConversations reads and writes.
alter table conversation
  -- Of the conversation's state that told number and team.
  add column version bigint not null default 0,
  -- Null until an event has told it.
  add column phone_number_id text,
  -- Null when it belongs to none.
  add column team_id uuid,
  -- Since when the holder is who it is.
  add column since timestamptz not null default now(),
  -- Whether the holder under the epoch before is known; he may have been nobody.
  add column former_known boolean not null default false,
  add column former_assignee_id uuid;
alter table conversation alter column since drop default;
