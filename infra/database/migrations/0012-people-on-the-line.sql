-- A call that a person is asked to take: shown to its team while it lasts. The caller's number is sealed, and forgotten when the call ends.
create table live_call (
  id uuid primary key,
  team text not null,
  service_code text,
  service_version integer,
  draft_id uuid references draft (id) on update cascade on delete set null,
  case_id uuid references cases (id),
  language text not null check (language in ('fr', 'en')),
  reason text not null,
  way text not null check (way in ('transfer', 'call-back')),
  state text not null check (state in ('waiting', 'talking', 'over')),
  since timestamptz not null,
  taken_by uuid references staff (id),
  ended_at timestamptz,
  data_key bytea,
  sealed bytea,
  check ((state = 'over') = (ended_at is not null))
);
create index live_call_now on live_call (team, since) where ended_at is null;
create index live_call_of_draft on live_call (draft_id) where draft_id is not null;
create index live_call_of_case on live_call (case_id) where case_id is not null;
grant select, insert, update on live_call to guichet_app;
alter table live_call enable row level security;
alter table live_call force row level security;
create policy seen on live_call for select using (sees_team(team, (select actor_kind()), (select actor_teams())));
create policy noted on live_call for insert with check ((select actor_kind()) = 'system');
create policy changed on live_call for update using (sees_team(team, (select actor_kind()), (select actor_teams())));

-- One attempt to call a person back, written before anything rings. Only a keyed hash of the number stays: it counts calls to one number.
create table call_attempt (
  id uuid primary key,
  task_id uuid not null references task (id),
  staff_id uuid not null references staff (id),
  phone_hash bytea not null,
  line integer not null check (line >= 0),
  asked_at timestamptz not null,
  started_at timestamptz,
  state text not null check (state in ('asked', 'placed', 'answered', 'no-answer', 'busy', 'failed', 'unsure')),
  detail text,
  provider_id text,
  settled_at timestamptz
);
create index call_attempt_of_task on call_attempt (task_id, asked_at);
create index call_attempt_to on call_attempt (phone_hash, asked_at);
create index call_attempt_at on call_attempt (asked_at);
create index call_attempt_placed on call_attempt (provider_id) where provider_id is not null;
grant select, insert, update on call_attempt to guichet_app;
alter table call_attempt enable row level security;
alter table call_attempt force row level security;
-- How often a number was called is counted whatever the team; what was said in the call is nowhere.
create policy seen on call_attempt for select using ((select actor_kind()) in ('staff', 'system'));
create policy asked on call_attempt for insert with check ((select actor_kind()) = 'staff' and exists (select 1 from task t where t.id = task_id));
create policy settled on call_attempt for update using ((select actor_kind()) = 'system');
