-- Groups of customers: a contact that is one is known by the platform's id of it, and by nothing else.
alter table contact add column group_id text;
alter table contact_identity
  drop constraint contact_identity_kind_check,
  add constraint contact_identity_kind_check check (kind in ('bsuid', 'parent_bsuid', 'wa_id', 'group'));

-- Who of a group wrote it. A restored message may come before its sender does, so nothing is referred to.
alter table message add column sender_id uuid;

create function contact_called(id uuid) returns text stable strict parallel safe language sql as $$
  select coalesce(person.name, k.name) from contact k left join contact person on person.id = k.merged_into
  where k.id = $1 $$;

-- Who of a group set an emoji, and what he was called then: each has one of his own on a message.
alter table message_change
  add column sender_id uuid,
  add column sender_name text;
