-- When WhatsApp said last whether our app hears the number's account and whether the number may send. A number of the
-- settings counts as connected until it has said so once.
alter table channel add column checked_at timestamptz;
