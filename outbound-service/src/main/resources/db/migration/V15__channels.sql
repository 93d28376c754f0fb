-- The business numbers: those that were connected in the page, and those of the settings as they were told last. Their
-- tokens stand elsewhere, sealed.
create table channel (
  phone_number_id text primary key,
  -- In digits.
  number text not null,
  name text not null,
  account_id text,
  of_settings boolean not null,
  -- How far connecting it has come: our app hears its account, it may send, and something was heard.
  subscribed_at timestamptz,
  registered_at timestamptz,
  heard_at timestamptz,
  added_at timestamptz not null,
  added_by_id uuid,
  added_by_name text,
  -- It is not served any more. The row stays, so that nothing is sent from it by mistake.
  removed_at timestamptz,
  told_at timestamptz not null
);
