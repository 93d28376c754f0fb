-- How the address book of the phone beside a number calls a customer, and when it began to, or stopped.
alter table contact
  add column phone_book_name text,
  add column phone_book_at timestamptz,
  drop column sought;
alter table contact add column sought text generated always as (
  coalesce(contact_sought(own_name), '') || ' ' || coalesce(contact_sought(phone_book_name), '') || ' '
  || coalesce(contact_sought(profile_name), '') || ' ' || coalesce(contact_sought(username), '') || ' '
  || coalesce(contact_sought(phone), '')) stored;
