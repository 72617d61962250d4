-- Of a service answered once a person: that somebody has answered, as a keyed hash, and nothing that leads to the answer.
create table participation (
  service_code text not null,
  person_index bytea not null,
  answered_at timestamptz not null,
  primary key (service_code, person_index)
);
grant select, insert on participation to guichet_app;
alter table participation enable row level security;
alter table participation force row level security;
-- Written with the answer, and read by nobody: the key alone refuses a second one.
create policy known_actor on participation for insert with check ((select actor_kind()) <> 'nobody');
create policy system_reads on participation for select using ((select actor_kind()) = 'system');
