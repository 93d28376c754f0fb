-- What the team calls a customer stands beside what he calls himself; `name` is the one that is shown.
alter table contact
  add column own_name text,
  add column profile_name text,
  add column attributes jsonb not null default '{}',
  add column updated_at timestamptz,
  -- Into which contact the team merged this one. It keeps its keys, conversations and windows, so that the merge can be
  -- undone as if it had never been.
  add column merged_into uuid references contact;
update contact set profile_name = name
where name is distinct from phone and name is distinct from username and name is distinct from bsuid;
-- The version before writes down new customers while this one takes over: of those, `name` is what they call themselves.
alter table contact alter column profile_name set default '';
create index contact_by_person on contact (merged_into) where merged_into is not null;
create index contact_by_name on contact (lower(name), id);

-- Since when a key is known, and since when it does not reach its owner any more: late messages still come under it.
alter table contact_identity
  add column first_seen timestamptz,
  add column last_seen timestamptz,
  add column superseded_at timestamptz;
update contact_identity i set first_seen = k.created_at, last_seen = k.created_at
from contact k where k.id = i.contact_id;
alter table contact_identity
  alter column first_seen set default now(),
  alter column last_seen set default now();
update contact_identity set first_seen = now(), last_seen = now() where first_seen is null;
alter table contact_identity
  alter column first_seen set not null,
  alter column last_seen set not null;

-- Numbers that are spelled in two ways are recognised by one of them.
with spelled as (
  select value, case
    when value ~ '^55\d{2}[6-9]\d{7}$' then substr(value, 1, 4) || '9' || substr(value, 5)
    when value ~ '^521\d{10}$' then '52' || substr(value, 4)
    when value ~ '^549\d{10}$' then '54' || substr(value, 4) end as canonical
  from contact_identity where kind = 'wa_id')
update contact_identity i set value = s.canonical from spelled s
where i.kind = 'wa_id' and i.value = s.value and s.canonical is not null
  and not exists (select from contact_identity other where other.kind = 'wa_id' and other.value = s.canonical);

-- A key that one contact has and another one claims, until people decide.
create table contact_clash (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  value text not null,
  holder_id uuid not null references contact,
  claimant_id uuid not null references contact,
  at timestamptz not null,
  decided_at timestamptz,
  decided_by_id uuid,
  decided_by_name text,
  decision text check (decision in ('same-person', 'stays', 'passes'))
);
create unique index contact_clash_open on contact_clash (kind, value, holder_id, claimant_id) where decided_at is null;
create index contact_clash_of_holder on contact_clash (holder_id) where decided_at is null;
create index contact_clash_of_claimant on contact_clash (claimant_id) where decided_at is null;

-- Who was merged into whom, and by whom; nobody means that the platform told it.
create table contact_merge (
  id uuid primary key,
  contact_id uuid not null references contact,
  into_id uuid not null references contact,
  at timestamptz not null,
  by_id uuid,
  by_name text,
  undone_at timestamptz,
  undone_by_id uuid,
  undone_by_name text
);
create index contact_merge_into on contact_merge (into_id);
create index contact_merge_of on contact_merge (contact_id);

-- Which contacts a merge moved: the one, and those that were merged into it before.
create table contact_merge_member (
  merge_id uuid not null references contact_merge on delete cascade,
  contact_id uuid not null references contact,
  primary key (merge_id, contact_id)
);

-- Names and numbers as they are looked for: without accents, apostrophes, spaces and capitals.
create function contact_sought(text) returns text immutable parallel safe language sql as $$
  select regexp_replace(lower(normalize($1, NFKD)), '[\u0300-\u036f]|[^[:alnum:]]', '', 'g') $$;
alter table contact add column sought text generated always as (
  coalesce(contact_sought(own_name), '') || ' ' || coalesce(contact_sought(profile_name), '') || ' '
  || coalesce(contact_sought(username), '') || ' ' || coalesce(contact_sought(phone), '')) stored;
