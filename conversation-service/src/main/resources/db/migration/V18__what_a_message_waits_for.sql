-- Why a message that is to be sent waits, and about until when. It says something while the message is queued.
alter table message add column held jsonb;
