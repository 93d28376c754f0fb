-- Access tokens of numbers that were given in the page, sealed: whoever reads this table or a dump of it has no token. A
-- number without a row is called with the token of the settings.
create table access_token (
  phone_number_id text primary key,
  -- Which key sealed it, and what it sealed; bound to the number.
  sealed text not null,
  replaced_at timestamptz not null,
  replaced_by_id uuid not null,
  replaced_by_name text not null
);
