-- From a number, products of its own catalogue can be shown, and of no other. Without one it shows none.
alter table channel add column catalog_id text;
