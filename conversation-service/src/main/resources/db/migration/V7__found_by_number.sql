-- The lists of one business number; a number with few conversations is not searched for among those of all others.
create index conversation_by_number on conversation (phone_number_id, status, last_activity_at desc, id desc);
