-- What was asked of the phone of a number, by whom, and what the platform said to that.
create table sync_request (
  phone_number_id text not null,
  kind text not null check (kind in ('HISTORY', 'CONTACTS')),
  asked_at timestamptz not null,
  asked_by_id uuid not null,
  asked_by_name text not null,
  -- While the platform has not answered there is neither.
  answered_at timestamptz,
  error jsonb,
  primary key (phone_number_id, kind)
);

-- The pieces in which a number's history comes, without its messages. One with an error says that nothing comes.
create table sync_piece (
  id uuid primary key,
  phone_number_id text not null,
  phase int,
  chunk int,
  progress int,
  messages int not null,
  error jsonb,
  heard_at timestamptz not null
);
create index sync_piece_of_number on sync_piece (phone_number_id, heard_at);
