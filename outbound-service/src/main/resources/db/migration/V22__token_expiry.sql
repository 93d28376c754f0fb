-- Until when the access token of each number is good, as the platform said last. It is asked once a day, by whichever
-- replica comes first, and whenever somebody looks.
create table token_expiry (
  phone_number_id text primary key,
  -- What tells the token from others and does not tell it.
  fingerprint text not null,
  -- Null when it never expires, or the platform does not say.
  expires_at timestamptz,
  asked_at timestamptz not null
);
