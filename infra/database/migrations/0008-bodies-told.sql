-- Another body is told of a case once, by someone and in some way; what came of it comes back once, and the person may hear of it.
create table referral (
  case_id uuid not null references cases (id),
  key text not null,
  told_at timestamptz not null,
  told_by uuid not null references staff (id),
  way text not null check (way in ('portal', 'email', 'phone', 'mail', 'in-person')),
  news_due_at timestamptz,
  news_at timestamptz,
  news_by uuid references staff (id),
  sealed bytea,
  primary key (case_id, key),
  check ((news_at is null) = (news_by is null) and (news_at is null) = (sealed is null))
);
create index referral_awaited on referral (news_due_at, case_id, key) where news_at is null and news_due_at is not null;
grant select, insert, update on referral to guichet_app;
alter table referral enable row level security;
alter table referral force row level security;
create policy seen on referral for select using ((select actor_kind()) = 'system' or exists (select 1 from cases c where c.id = case_id));
create policy told on referral for insert with check ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id));
create policy heard on referral for update using ((select actor_kind()) = 'staff' and exists (select 1 from cases c where c.id = case_id));

alter table reply drop constraint reply_purpose_check;
alter table reply add constraint reply_purpose_check check (purpose in ('acknowledgement', 'question', 'decision', 'news'));
