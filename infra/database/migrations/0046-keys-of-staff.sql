-- Keys by which programs act as a member of the staff, with the same permissions and the same rows.

create table access_key (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  -- What its owner calls it: where it is used.
  name text not null check (length(name) between 1 and 60),
  -- The half that is shown, and by which misses are counted; the key itself is nowhere.
  hint text not null unique,
  token_hash bytea not null unique,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_on date,
  revoked_at timestamptz,
  revoked_by uuid references staff (id),
  check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
  check ((revoked_at is null) = (revoked_by is null))
);
create index access_key_of_staff on access_key (staff_id, made_at);

grant select, insert on access_key to guichet_app;
grant update (used_on, revoked_at, revoked_by) on access_key to guichet_app;
alter table access_key enable row level security;
alter table access_key force row level security;
create policy seen on access_key for select using ((select actor_kind()) in ('door', 'system')
  or staff_id = (select actor_staff()) or actor_manages(staff_id));
create policy made on access_key for insert with check ((select actor_kind()) = 'staff' and staff_id = (select actor_staff()));
create policy used on access_key for update using ((select actor_kind()) = 'door');
create policy revoked on access_key for update using ((select actor_kind()) = 'staff'
  and (staff_id = (select actor_staff()) or actor_manages(staff_id)));

-- Requests of programs that were answered, so that one sent again does nothing twice: hashes, and the case that was given.
create table request_key (
  key_hash bytea primary key,
  fingerprint bytea not null,
  at timestamptz not null,
  reference text
);
create index request_key_age on request_key (at);
grant select, insert, delete on request_key to guichet_app;
alter table request_key enable row level security;
alter table request_key force row level security;
create policy asked on request_key for select using ((select actor_kind()) in ('staff', 'system'));
create policy answered on request_key for insert with check ((select actor_kind()) = 'staff');
create policy forgotten on request_key for delete using ((select actor_kind()) = 'system');
