-- What this service knows of a conversation, in the columns that service-kit's KnownConversations reads and writes.
alter table assignment rename to conversation;
alter table conversation rename column conversation_id to id;
alter table conversation rename column operator_id to assignee_id;
alter table conversation rename column operator_name to assignee_name;
alter table conversation
  -- Of the conversation's state that told number and team.
  add column version bigint not null default 0,
  -- Null until an event of the conversation has told it.
  add column phone_number_id text,
  -- Null when it belongs to none.
  add column team_id uuid,
  -- Whether the holder under the epoch before is known; he may have been nobody.
  add column former_known boolean not null default false,
  add column former_assignee_id uuid;

-- Whether the last access token of the operator allowed him to reply. Before anybody has looked, he is offered.
alter table operator add column may_reply boolean not null default true;
