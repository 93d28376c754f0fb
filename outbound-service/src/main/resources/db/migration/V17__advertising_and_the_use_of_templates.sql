-- Which template a message is, while it is on its way. A template may become advertising in that time, and the customer
-- may say that he wants none.
alter table dispatch
  add column template_name text,
  add column template_language text,
  -- Whether it was advertising when it was queued.
  add column advertises boolean not null default false,
  -- Whether the customer must not be sent advertising.
  add column no_advertising boolean not null default false;

-- What became of each message that was a template: it stays longer than the message does. Each step is written down once,
-- and on a row of its own.
create table template_use (
  message_id uuid primary key,
  conversation_id uuid not null,
  phone_number_id text not null,
  name text not null,
  language text not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  -- When the customer pressed one of its buttons, or answered it.
  answered_at timestamptz
);
create index template_use_of on template_use (phone_number_id, name, language, queued_at);
create index template_use_in on template_use (conversation_id, queued_at desc);
