-- Where the fields of each form ever printed stand: a form is read by its own geometry years later, when forms are laid out another way.
-- Holds no text and nothing of anyone.
create table printed_form (
  service_code text not null,
  service_version integer not null check (service_version > 0),
  language text not null check (language in ('fr', 'en')),
  paper text not null check (paper in ('letter', 'a4')),
  print text not null check (print in ('normal', 'large')),
  -- The fingerprint that the codes of its pages carry.
  geometry text not null check (geometry ~ '^([0-9A-Z]{4}|[0-9A-Z]{8})$'),
  layout jsonb not null,
  printed_at timestamptz not null,
  primary key (service_code, service_version, language, geometry, paper, print)
);
grant select, insert on printed_form to guichet_app;
alter table printed_form enable row level security;
alter table printed_form force row level security;
create policy known_actor on printed_form for all using ((select actor_kind()) <> 'nobody') with check ((select actor_kind()) <> 'nobody');
