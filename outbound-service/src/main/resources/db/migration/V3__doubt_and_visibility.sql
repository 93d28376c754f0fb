-- Rows do not stay for ever any more. They are the memory that keeps a topic which is read again from sending anything
-- twice, and topics are kept for 14 days: what was settled 30 days ago cannot be told again, and goes. Nor is an old intent
-- that a restored database brings back sent: its age is judged when it is claimed, too.

alter table dispatch
  -- To whom the conversation was visible when the reply was queued. Earlier rows know the number alone.
  add column team_id uuid,
  add column assignee_id uuid,
  -- What a person decided about a message in doubt.
  add column decision text check (decision in ('ARRIVED', 'SEND_AGAIN'));

-- The platform's id proves that the platform took the message. Without it only a person's word does.
alter table dispatch drop constraint dispatch_check1;
alter table dispatch add constraint accepted_by_platform_or_person check (
  case state
    when 'ACCEPTED' then platform_id is not null or decision is not distinct from 'ARRIVED'
    else platform_id is null
  end);
alter table dispatch add constraint decided_when_settled check (decision is null or settled_at is not null);

-- What a person decided about waits for nobody any more.
drop index dispatch_in_doubt;
create index dispatch_in_doubt on dispatch (settled_at) where state = 'UNKNOWN' and decision is null;
create index dispatch_by_age on dispatch (settled_at) where settled_at is not null;
