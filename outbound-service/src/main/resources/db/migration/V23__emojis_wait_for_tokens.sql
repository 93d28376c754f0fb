-- The access token of the number was refused: an emoji goes on when there is another, and that it waits costs it nothing.
alter table message_mark
  add column awaits_token boolean not null default false,
  -- Since when it is tried, when it waited; null when that is since it was asked for.
  add column tried_since timestamptz;
