-- The templates of our accounts as the platform had them last.
create table template (
  id text primary key,
  account_id text not null,
  name text not null,
  language text not null,
  status text not null,
  category text not null,
  quality text,
  template jsonb not null,
  -- What the platform said to its status, in sentences: only its webhooks say that.
  explanation text,
  -- It was there once. The row keeps a list that was read before from bringing it back.
  gone boolean not null default false,
  written_at timestamptz not null,
  told_at timestamptz not null
);
create index template_in_order on template (account_id, name, language, id);

-- When an account was read last, and when it is to be read next.
create table template_sync (
  account_id text primary key,
  due_at timestamptz not null,
  -- Somebody wanted it read. What was begun before that does not answer it.
  asked_at timestamptz,
  fence bigint not null default 0,
  synced_at timestamptz,
  -- Why the last try failed; both are missing when it did not. One is the platform's, the other is for people.
  error jsonb,
  reason text
);
