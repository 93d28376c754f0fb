-- Where a message goes that is for a group of customers.
alter table dispatch add column group_id text;
