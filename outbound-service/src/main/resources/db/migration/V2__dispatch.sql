-- Every message that leaves the house, one row each. Rows stay for ever: they are the memory that keeps a topic which is
-- read again from sending anything twice. What is settled keeps ids and outcome only.
--
-- Times that replicas judge by (due_at, claimed_until, …) are the database's own, so that no replica's clock matters.

create table dispatch (
  message_id uuid primary key,
  conversation_id uuid not null,
  sequence bigint not null,
  phone_number_id text not null,
  phone text,
  bsuid text,
  content text,
  queued_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),

  state text not null check (state in ('INTENT', 'CLAIMED', 'CALLING', 'ACCEPTED', 'REFUSED', 'UNKNOWN')),
  due_at timestamptz not null default clock_timestamp(),
  calls int not null default 0,
  fence bigint not null default 0,
  owner uuid,
  claimed_at timestamptz,
  claimed_until timestamptz,

  settled_at timestamptz,
  platform_id text,
  error_code int,
  error_title text,
  error_detail text,
  doubt text,

  check ((state in ('CLAIMED', 'CALLING')) = (claimed_until is not null)),
  check ((state = 'ACCEPTED') = (platform_id is not null)),
  check (content is not null or state in ('ACCEPTED', 'REFUSED', 'UNKNOWN'))
);

create index dispatch_due on dispatch (due_at, sequence) where state = 'INTENT';
create index dispatch_in_order on dispatch (conversation_id, sequence) where state in ('INTENT', 'CLAIMED', 'CALLING');
create index dispatch_claims on dispatch (claimed_until) where state in ('CLAIMED', 'CALLING');
create index dispatch_in_doubt on dispatch (settled_at) where state = 'UNKNOWN';
