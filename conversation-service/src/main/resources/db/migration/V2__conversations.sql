create table contact (
  id uuid primary key,
  name text not null,
  phone text,
  username text,
  created_at timestamptz not null
);

-- A customer is known by a set of keys; any of them may be missing (the platform may withhold the phone number).
create table contact_identity (
  kind text not null check (kind in ('bsuid', 'parent_bsuid', 'wa_id')),
  value text not null,
  contact_id uuid not null references contact,
  primary key (kind, value)
);
create index contact_identity_of_contact on contact_identity (contact_id);

create table conversation (
  id uuid primary key,
  phone_number_id text not null,
  contact_id uuid not null references contact,
  version bigint not null,
  status text not null check (status in ('OPEN', 'RESOLVED')),
  epoch bigint not null,
  assignee_id uuid,
  assignee_name text,
  last_sequence bigint not null,
  window_expires_at timestamptz,
  waiting_since timestamptz,
  last_activity_at timestamptz not null,
  created_at timestamptz not null,
  unique (phone_number_id, contact_id)
);
create index conversation_by_activity on conversation (status, last_activity_at desc, id desc);
create index conversation_by_assignee on conversation (assignee_id, status, last_activity_at desc, id desc);

create table message (
  id uuid primary key,
  conversation_id uuid not null references conversation,
  sequence bigint not null,
  phone_number_id text not null,
  platform_id text,
  direction text not null check (direction in ('INBOUND', 'OUTBOUND')),
  author_id uuid,
  author_name text,
  content_type text not null,
  platform_type text,
  text text,
  platform_at timestamptz not null,
  recorded_at timestamptz not null,
  late boolean not null,
  anyway boolean not null,
  status text not null,
  status_at timestamptz not null,
  error_code integer,
  error_title text,
  error_detail text,
  unique (conversation_id, sequence)
);
-- One customer message, once: the platform's id is the last word, whatever was delivered how often.
create unique index message_by_platform_id on message (phone_number_id, platform_id);
create index message_in_display_order on message (conversation_id, platform_at desc, sequence desc);
create index message_inbound on message (conversation_id, sequence) where direction = 'INBOUND';

-- A status that came before we knew its message waits here.
create table parked_status (
  id uuid primary key,
  phone_number_id text not null,
  platform_id text not null,
  status text not null,
  status_at timestamptz not null,
  error_code integer,
  error_title text,
  error_detail text,
  parked_at timestamptz not null
);
create index parked_status_by_platform_id on parked_status (phone_number_id, platform_id);
create index parked_status_by_age on parked_status (parked_at);

create table read_cursor (
  operator_id uuid not null,
  conversation_id uuid not null references conversation,
  sequence bigint not null,
  primary key (operator_id, conversation_id)
);

create table history_entry (
  id uuid primary key,
  conversation_id uuid not null,
  at timestamptz not null,
  position bigint generated always as identity,
  kind text not null,
  actor_kind text not null,
  actor_id uuid,
  actor_name text,
  target_id uuid,
  target_name text,
  message_id uuid,
  note_id uuid
);
create index history_of_conversation on history_entry (conversation_id, at desc, position desc);
