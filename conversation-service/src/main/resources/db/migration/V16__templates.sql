-- The templates as the outbound service tells them: a copy, so that a reply waits for no other service. Of one that is
-- gone the mark stays, so that what was told of it before does not bring it back.
create table template (
  id text primary key,
  name text,
  language text,
  told_at timestamptz not null,
  document jsonb
);
create index template_by_name on template (name, language) where document is not null;

-- Which ones were sent, in a conversation and by the team: those are offered first.
create index message_from_template on message (conversation_id, sequence desc) where content ->> 'type' = 'template';
create index message_from_template_of_number on message (phone_number_id, platform_at desc)
  where content ->> 'type' = 'template';

-- Whether the customer said on the phone that no advertising is wanted, and when that was told last.
alter table contact
  add column marketing_stopped boolean not null default false,
  add column marketing_told_at timestamptz;
