-- A closure that one person proposes and another one confirms, or sends back with a reason.
create table closure_proposal (
  id uuid primary key,
  case_id uuid not null references cases (id),
  staff_id uuid not null references staff (id),
  outcome text not null,
  sealed bytea not null,
  proposed_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references staff (id),
  settled_as text check (settled_as in ('confirmed', 'sent-back', 'withdrawn')),
  back_sealed bytea,
  check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_as is null)),
  -- Nobody confirms their own.
  check (settled_as is distinct from 'confirmed' or settled_by <> staff_id)
);
create unique index closure_proposal_open on closure_proposal (case_id) where settled_at is null;
create index closure_proposal_of_case on closure_proposal (case_id, proposed_at);
grant select, insert on closure_proposal to guichet_app;
grant update (settled_at, settled_by, settled_as, back_sealed) on closure_proposal to guichet_app;
alter table closure_proposal enable row level security;
alter table closure_proposal force row level security;
create policy seen on closure_proposal for select using ((select actor_kind()) = 'system'
  or ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id)));
create policy proposed on closure_proposal for insert with check ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id));
create policy settled on closure_proposal for update using ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id));

-- Who proposed what another person confirmed, and why it was decided so.
alter table case_closure add column proposed_by uuid references staff (id);
alter table case_closure add column sealed bytea;

-- A case as somebody last saw it, to tell them field by field what changed when they save on an older one.
create table case_seen (
  case_id uuid not null references cases (id),
  staff_id uuid not null references staff (id),
  version integer not null,
  sealed bytea not null,
  seen_at timestamptz not null,
  primary key (case_id, staff_id, version)
);
grant select, insert, delete on case_seen to guichet_app;
alter table case_seen enable row level security;
alter table case_seen force row level security;
create policy own on case_seen for all
  using ((select actor_kind()) = 'system' or ((select actor_kind()) = 'staff' and staff_id::text = current_setting('guichet.staff_id', true)))
  with check ((select actor_kind()) = 'staff' and staff_id::text = current_setting('guichet.staff_id', true));
