-- A message is an aggregate of its own: what it says, refers to and met stands in documents that can grow; a status changes
-- it by one guarded update.

create function message_status_rank(status text) returns smallint immutable strict parallel safe language sql as $$
  select case status
    when 'RECEIVED' then 0 when 'QUEUED' then 0 when 'UNKNOWN' then 1 when 'ACCEPTED' then 2 when 'SENT' then 3
    when 'FAILED' then 4 when 'DELIVERED' then 5 when 'READ' then 6 when 'PLAYED' then 7 end::smallint $$;

alter table message
  add column content jsonb,
  add column context jsonb,
  add column error jsonb,
  -- When it counts as having come: the customer's time, or ours when it came out of its order.
  add column came_at timestamptz,
  add column status_rank smallint generated always as (message_status_rank(status)) stored,
  -- Of a reply: up to this position everything was answered when it was queued. A reply that fails brings that back.
  add column answers_from bigint,
  -- Of a reply: the message in doubt that it repeats.
  add column again uuid,
  -- What a person decided about a message in doubt.
  add column settled jsonb;

update message set
  content = case content_type
    when 'text' then jsonb_build_object('type', 'text', 'text', text)
    else jsonb_strip_nulls(jsonb_build_object('type', 'unsupported', 'platformType', platform_type, 'text', text)) end,
  error = case when error_code is not null then
    jsonb_strip_nulls(jsonb_build_object('code', error_code, 'title', error_title, 'detail', error_detail)) end,
  came_at = case when late then recorded_at else platform_at end;

alter table message
  alter column content set not null,
  alter column came_at set not null,
  drop column content_type,
  drop column platform_type,
  drop column text,
  drop column error_code,
  drop column error_title,
  drop column error_detail,
  set (fillfactor = 80);

alter table parked_status add column error jsonb;
update parked_status set error = jsonb_strip_nulls(
  jsonb_build_object('code', error_code, 'title', error_title, 'detail', error_detail)) where error_code is not null;
alter table parked_status
  drop column error_code,
  drop column error_title,
  drop column error_detail;

alter table conversation
  add column team_id uuid,
  add column answered_through bigint not null default 0,
  add column newest_author_id uuid,
  add column newest_since bigint not null default 1,
  add column newest_shown_at timestamptz,
  set (fillfactor = 80);
update conversation set
  answered_through = case when waiting_since is null then last_sequence else 0 end,
  newest_shown_at = last_activity_at;
alter table conversation
  alter column newest_shown_at set not null,
  alter column answered_through drop default,
  alter column newest_since drop default;
create index conversation_by_contact on conversation (contact_id);

-- A customer is reached by the keys that are his today.
alter table contact add column bsuid text;
update contact k set
  bsuid = (select value from contact_identity i where i.contact_id = k.id and i.kind = 'bsuid' limit 1),
  phone = (select '+' || value from contact_identity i where i.contact_id = k.id and i.kind = 'wa_id' limit 1);

-- A key that two contacts claimed. It is the later one's; whether both are one person is for people to decide.
create table contact_key_moved (
  kind text not null,
  value text not null,
  from_contact_id uuid not null references contact,
  to_contact_id uuid not null references contact,
  at timestamptz not null
);
create index contact_key_moved_to on contact_key_moved (to_contact_id);
create index contact_key_moved_from on contact_key_moved (from_contact_id);

-- The id of a customer's message is derived from what the platform calls it (DerivedId), so that a second coming meets
-- itself.
create temporary table derived on commit drop as
select id, (substr(h, 1, 12) || '8' || substr(h, 14, 3)
  || translate(substr(h, 17, 1), '0123456789abcdef', '89ab89ab89ab89ab') || substr(h, 18, 15))::uuid as derived_id
from (select id, encode(sha256(convert_to('message|' || phone_number_id || '|' || platform_id, 'UTF8')), 'hex') as h
  from message where direction = 'INBOUND') as hashed;
update history_entry h set message_id = d.derived_id from derived d where d.id = h.message_id;
update message m set id = d.derived_id from derived d where d.id = m.id;
