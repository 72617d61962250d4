-- Cases that belong together: about the same, one the duplicate of the other, or one a part of the other.
create table case_link (
  id uuid primary key,
  case_id uuid not null references cases (id),
  other_id uuid not null references cases (id),
  kind text not null check (kind in ('related', 'duplicate', 'part')),
  -- Of a duplicate of somebody else's: they are told what is decided of the first.
  tells boolean not null default false,
  made_at timestamptz not null,
  made_by uuid not null references staff (id),
  ended_at timestamptz,
  ended_by uuid references staff (id),
  check (case_id <> other_id)
);
create unique index case_link_once on case_link (least(case_id, other_id), greatest(case_id, other_id)) where ended_at is null;
create index case_link_of_case on case_link (case_id);
create index case_link_of_other on case_link (other_id);
grant select, insert on case_link to guichet_app;
grant update (ended_at, ended_by) on case_link to guichet_app;
alter table case_link enable row level security;
alter table case_link force row level security;
create policy seen on case_link for select using ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id in (case_id, other_id))));
create policy made on case_link for insert with check ((select actor_kind()) = 'staff'
  and exists (select 1 from cases c where c.id = case_id) and exists (select 1 from cases o where o.id = other_id));
create policy ended on case_link for update using ((select actor_kind()) = 'staff'
  and exists (select 1 from cases c where c.id in (case_id, other_id)));

-- A case that another team goes on with: why, and by when whoever gave it away looks again.
create table case_transfer (
  id uuid primary key,
  case_id uuid not null references cases (id),
  from_team text not null references team (code),
  to_team text not null references team (code),
  sealed bytea not null,
  follow_up_on date,
  at timestamptz not null,
  staff_id uuid not null references staff (id)
);
create index case_transfer_of_case on case_transfer (case_id, at);
grant select, insert on case_transfer to guichet_app;
alter table case_transfer enable row level security;
alter table case_transfer force row level security;
create policy seen on case_transfer for select using ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id)));
create policy made on case_transfer for insert with check ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id));

-- Whose case a follow-up is about, once it is another team's and can't be seen.
alter table task add column reference text;

-- Moves a case and what is left to do on it to another team: who gives it away may not see it any more, so no update of theirs can do it.
create function move_case(moved uuid, giver text, taker text) returns boolean language plpgsql set "guichet.actor_kind" to 'system' as $$
begin
  if not giver = any (string_to_array(coalesce(current_setting('guichet.teams', true), ''), ',')) then return false; end if;
  update cases set team = taker where id = moved and team = giver;
  if not found then return false; end if;
  update task set team = taker where case_id = moved and done_at is null and kind <> 'follow-up';
  return true;
end $$;
