-- The access token of the number was refused: the file goes on when there is another, and that it waits costs it nothing.
alter table media_upload add column awaits_token boolean not null default false;
