-- What the platform said of our numbers and of the accounts that they belong to.

-- What holds now: of each thing that is known of a number or an account, what was said last by the platform's clock.
create table account_fact (
  -- A number of ours, `number:…`, or a whole account, `account:…`, by the platform's id.
  subject text not null,
  aspect text not null,
  phone_number_id text,
  account_id text,
  fact jsonb not null,
  at timestamptz not null,
  primary key (subject, aspect)
);

-- All that was said, for a while.
create table account_report (
  id uuid primary key,
  phone_number_id text,
  -- As the platform named it. With a number and no id, it is none of ours.
  number text,
  account_id text,
  field text not null,
  fact jsonb not null,
  at timestamptz not null,
  received_at timestamptz not null,
  raw text not null
);
create index account_report_newest on account_report (at desc, id desc);
create index account_report_received on account_report (received_at);

-- Parts of webhooks that were not understood, as they came.
create table unrecognised_part (
  id uuid primary key,
  phone_number_id text,
  -- The webhook field; empty when there was none.
  field text not null,
  reason text not null,
  received_at timestamptz not null,
  raw text not null
);
create index unrecognised_part_newest on unrecognised_part (received_at desc, id desc);
