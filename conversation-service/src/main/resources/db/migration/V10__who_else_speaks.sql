-- Who else speaks for the business at its number: somebody with its phone, or another application.
alter table message
  -- Of a message of ours that no operator of this inbox wrote.
  add column speaker text,
  -- Of a customer's message that calls nobody: somebody else answers it, so it is not unread and nobody waits by it.
  add column quiet boolean not null default false;

alter table conversation
  -- Which other application answers the customer now; nothing when it is we.
  add column handled_by text,
  -- When that was last told: webhooks come out of their order.
  add column handler_as_of timestamptz;

-- The business may change and delete what it wrote on its phone, and only that.
alter table message_change add column ours boolean not null default false;

-- What somebody said who handed a customer over.
alter table history_entry add column words text;
