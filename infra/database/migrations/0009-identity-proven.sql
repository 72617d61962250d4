-- That a person's identity was proven is an act: how, when and by whom; never a number or a copy of what was shown.
create table identity_proof (
  case_id uuid primary key references cases (id),
  how text not null check (how in ('document-seen', 'call-back', 'code-returned')),
  at timestamptz not null,
  staff_id uuid not null references staff (id)
);
grant select, insert on identity_proof to guichet_app;
alter table identity_proof enable row level security;
alter table identity_proof force row level security;
create policy seen on identity_proof for select using ((select actor_kind()) = 'system' or exists (select 1 from cases c where c.id = case_id));
create policy proven on identity_proof for insert with check ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id));
