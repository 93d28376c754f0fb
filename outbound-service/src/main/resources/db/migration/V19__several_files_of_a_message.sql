-- The files of a message that names several, one on each of its cards. It waits for all of them. One that names a single
-- file has it in attachment_id.
alter table dispatch add column attachment_ids text[];
