-- The end of a call is a row whether the call was shown or not, so that a note which comes after it shows nothing. A call that was
-- never shown has an end alone, kept as long as a call may last.
alter table live_call alter column team drop not null, alter column language drop not null, alter column reason drop not null,
  alter column way drop not null;
alter table live_call add constraint live_call_shown
  check (state = 'over' or (team is not null and language is not null and reason is not null and way is not null));
create index live_call_unshown on live_call (ended_at) where team is null;
grant delete on live_call to guichet_app;
create policy disposed on live_call for delete using ((select actor_kind()) = 'system' and team is null);

-- The turn of the call at which a person was asked for: the same turn told again is one asking, a later one rings anew.
alter table live_call add column turn integer not null default 0;

-- Read ten times a second: from one index, which starts at the oldest that may still last, whatever was left behind before.
drop index live_call_now;
create index live_call_now on live_call (since, id) where ended_at is null;

-- What staff typed in a request that its person may still be answering: beside the draft, so that neither writes over the other.
create table typed_beside (
  draft_id uuid primary key references draft (id) on update cascade on delete cascade,
  data_key bytea not null,
  sealed bytea not null,
  typed_at timestamptz not null
);
grant select, insert, update, delete on typed_beside to guichet_app;
alter table typed_beside enable row level security;
alter table typed_beside force row level security;
create policy held on typed_beside for all using ((select actor_kind()) <> 'nobody') with check ((select actor_kind()) <> 'nobody');
