-- How many conversations there are, by whom they are visible to and by state. Counting them for each operator would read
-- all of them, again and again; so each change is noted here in the transaction that makes it, and added up once a second.
create table inbox_count (
  phone_number_id text not null,
  team_id uuid,
  assignee_id uuid,
  status text not null,
  conversations bigint not null,
  unique nulls not distinct (phone_number_id, team_id, assignee_id, status)
);

-- Rows are only added, so that transactions do not wait for each other.
create table inbox_count_change (
  position bigint generated always as identity primary key,
  phone_number_id text not null,
  team_id uuid,
  assignee_id uuid,
  status text not null,
  conversations bigint not null
);

create function note_inbox_count_change() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into inbox_count_change (phone_number_id, team_id, assignee_id, status, conversations)
    values (old.phone_number_id, old.team_id, old.assignee_id, old.status, -1);
  end if;
  if tg_op <> 'DELETE' then
    insert into inbox_count_change (phone_number_id, team_id, assignee_id, status, conversations)
    values (new.phone_number_id, new.team_id, new.assignee_id, new.status, 1);
  end if;
  return null;
end $$;

create trigger inbox_count_of_new after insert or delete on conversation
  for each row execute function note_inbox_count_change();

-- Most changes of a conversation, such as another message, leave it where it is.
create trigger inbox_count_of_changed after update on conversation
  for each row
  when ((old.phone_number_id, old.team_id, old.assignee_id, old.status)
    is distinct from (new.phone_number_id, new.team_id, new.assignee_id, new.status))
  execute function note_inbox_count_change();

insert into inbox_count (phone_number_id, team_id, assignee_id, status, conversations)
select phone_number_id, team_id, assignee_id, status, count(*) from conversation
group by phone_number_id, team_id, assignee_id, status;
