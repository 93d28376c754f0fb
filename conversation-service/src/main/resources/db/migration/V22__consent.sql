-- What customers said about advertising, each time, and by what that is known. What somebody said last counts.
create table contact_consent (
  id uuid primary key,
  contact_id uuid not null references contact,
  given boolean not null,
  source text not null,
  -- What shows it, for people.
  evidence text,
  -- The operator who recorded it; nobody when it was not an operator.
  by_id uuid,
  by_name text,
  said_at timestamptz not null,
  recorded_at timestamptz not null
);
create index contact_consent_of on contact_consent (contact_id, said_at desc);

insert into contact_consent (id, contact_id, given, source, said_at, recorded_at)
select gen_random_uuid(), id, not marketing_stopped, 'customer', marketing_told_at, now()
from contact where marketing_told_at is not null;

-- WhatsApp refused advertising because the customer had stopped it.
insert into contact_consent (id, contact_id, given, source, evidence, said_at, recorded_at)
select distinct on (c.contact_id) gen_random_uuid(), c.contact_id, false, 'platform', m.error ->> 'title', m.status_at, now()
from message m join conversation c on c.id = m.conversation_id
where m.direction = 'OUTBOUND' and m.status = 'FAILED' and m.error ->> 'code' = '131050'
order by c.contact_id, m.status_at desc;

-- The version before writes down what customers choose while this one takes over.
create function contact_consent_of_the_version_before() returns trigger language plpgsql as $$
begin
  insert into contact_consent (id, contact_id, given, source, said_at, recorded_at)
  values (gen_random_uuid(), new.id, not new.marketing_stopped, 'customer', new.marketing_told_at, now());
  return new;
end $$;
create trigger contact_consent_of_the_version_before after update of marketing_stopped, marketing_told_at on contact
  for each row when (new.marketing_told_at is distinct from old.marketing_told_at)
  execute function contact_consent_of_the_version_before();

-- In which language the team writes to the customer best, by the platform's code.
alter table contact add column language text;
