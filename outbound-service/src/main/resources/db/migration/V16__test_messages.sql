-- The test message of a number that is being connected, and what became of it. Only the last one counts.
create table channel_test (
  phone_number_id text primary key,
  -- What its statuses bring back.
  id uuid not null unique,
  sent_at timestamptz not null,
  -- `accepted`, then the platform's word: `sent`, `delivered`, `read` or `failed`.
  status text not null,
  -- Why it failed.
  error jsonb
);
