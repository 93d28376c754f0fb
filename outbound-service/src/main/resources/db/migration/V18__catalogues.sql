-- The catalogue whose products the number shows to customers. Without one it shows none.
alter table channel add column catalog_id text;
