-- Whoever asks knows the platform's id, and not always for which of our numbers.
drop index message_by_platform_id;
create unique index message_by_platform_id on message (platform_id, phone_number_id);
drop index parked_status_by_platform_id;
create index parked_status_by_platform_id on parked_status (platform_id, phone_number_id);
