-- What the platform sent of a message that cannot be shown, for those who find out what it is. Of what can be shown,
-- nothing is kept twice. It goes with the message, and when the customer takes it back.
alter table message add column raw text;
