-- Business numbers of which somebody told: from one that was removed nothing can be sent. What is told last counts.
create table channel (
  phone_number_id text primary key,
  removed boolean not null,
  told_at timestamptz not null
);
