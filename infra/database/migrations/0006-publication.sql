-- A version of a service is published from a day on, by someone and for a reason, and retired likewise.
alter table service_version add column effective_on date;
alter table service_version add column published_why text;
update service_version set effective_on = (published_at at time zone 'America/Toronto')::date;
alter table service_version alter column effective_on set not null;
create policy staff_publishes on service_version for insert with check ((select actor_kind()) = 'staff');

create table service_retirement (
  code text not null,
  version integer not null,
  retired_on date not null,
  retired_at timestamptz not null,
  retired_why text not null check (length(retired_why) between 3 and 500),
  primary key (code, version),
  foreign key (code, version) references service_version (code, version)
);
grant select, insert on service_retirement to guichet_app;
alter table service_retirement enable row level security;
alter table service_retirement force row level security;
create policy known_actor on service_retirement for select using ((select actor_kind()) <> 'nobody');
create policy staff_retires on service_retirement for insert with check ((select actor_kind()) in ('staff', 'system'));
