-- migrations sha256 8af502c46e05beeb09adbcdef89613de4ddbb6024f4a40a676638e03b77ffbfa
-- Written by "npm run schema"; read it, never run it.

CREATE OR REPLACE FUNCTION public.actor_answers_for_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select actor_kind() = 'system'
    or (actor_supervises() and exists (select 1 from whole_body w where w.staff_id = actor_staff())) $function$;

CREATE OR REPLACE FUNCTION public.actor_case()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.case_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.actor_clears(clearance text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select actor_answers_for_all() or clearance = 'personal'
    or exists (select 1 from staff s where s.id = actor_staff() and s.clearance = 'sensitive') $function$;

CREATE OR REPLACE FUNCTION public.actor_draft()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.draft_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.actor_kind()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('guichet.actor_kind', true), ''), 'nobody') $function$;

CREATE OR REPLACE FUNCTION public.actor_manages(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select actor_answers_for_all() or (actor_supervises() and person is distinct from actor_staff()
    and not exists (select 1 from whole_body w where w.staff_id = person)
    and exists (select 1 from staff s where s.id = person and actor_clears(s.clearance))
    and exists (select 1 from staff_team t where t.staff_id = person)
    and not exists (select 1 from staff_team t where t.staff_id = person and t.team <> all (staff_teams()))) $function$;

CREATE OR REPLACE FUNCTION public.actor_own_teams()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select array(select team from staff_team where staff_id = actor_staff()) $function$;

CREATE OR REPLACE FUNCTION public.actor_place()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.place_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.actor_staff()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('guichet.staff_id', true), '')::uuid $function$;

CREATE OR REPLACE FUNCTION public.actor_supervises()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select actor_kind() = 'system'
    or (actor_kind() = 'staff' and exists (select 1 from staff_role r where r.staff_id = actor_staff() and r.role = 'supervisor')) $function$;

CREATE OR REPLACE FUNCTION public.actor_teams()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select string_to_array(coalesce(current_setting('guichet.teams', true), ''), ',') $function$;

CREATE OR REPLACE FUNCTION public.case_of_reference(wanted text)
 RETURNS uuid
 LANGUAGE sql
 STABLE
 SET "guichet.actor_kind" TO 'system'
AS $function$ select c.id from cases c where c.reference = wanted $function$;

CREATE OR REPLACE FUNCTION public.cases_held(holder uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET "guichet.actor_kind" TO 'system'
AS $function$ select count(*)::int from assignment a where a.staff_id = holder and a.ended_at is null
    and not exists (select 1 from clock_pause p where p.case_id = a.case_id and p.ended_at is null) $function$;

CREATE OR REPLACE FUNCTION public.cases_with(terms text[], wanted integer)
 RETURNS uuid[]
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
declare
  held text := '';
  term text;
  block integer := (select -1 - (last_value >> 13) from case_search_seq_seq);
  found uuid[] := '{}';
  more uuid[];
  span text;
begin
  if actor_kind() <> 'staff' or cardinality(terms) = 0 then return found; end if;
  if not sees_all_teams() then
    held := format(' and tokens && %L::integer[] and team = any (%L::text[])',
      array(select team_token(t) from unnest(staff_teams()) t), staff_teams());
  end if;
  foreach term in array terms loop held := held || format(' and tokens && %L::integer[]', term); end loop;
  foreach span in array array[
    format(' and tokens && %L::integer[]', array[block, block + 1]),
    format(' and tokens && %L::integer[]', array(select block + n from generate_series(2, 9) n)), ''] loop
    execute format('select array_agg(case_id order by case_id desc) from (select case_id from case_search where true%s%s limit 2000) proposed',
      span, held) into more;
    found := array(select distinct c from unnest(found || more) c order by c desc limit wanted);
    exit when cardinality(found) >= wanted;
  end loop;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION public.class_in_team(of_case uuid, taker text)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare class integer;
begin
  insert into queue_class (team, service_code, skills, language, clearance)
    select taker, k.service_code, '{}', k.language, k.clearance
    from cases c join queue_class k on k.id = c.queue_class where c.id = of_case on conflict do nothing;
  select t.id into class from cases c join queue_class k on k.id = c.queue_class
    join queue_class t on t.team = taker and t.service_code = k.service_code and t.skills = '{}' and t.language = k.language
      and t.clearance = k.clearance
    where c.id = of_case;
  return class;
end $function$;

CREATE OR REPLACE FUNCTION public.complete_entry()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  select c.service_code, c.channel, c.language, c.place_key into new.service_code, new.channel, new.language, new.place_key
    from cases c where c.id = new.case_id;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.count_signed_in(of_teams text[], now timestamp with time zone, awake_since timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET "guichet.actor_kind" TO 'system'
AS $function$ select count(distinct i.staff_id)::integer from staff_session i join staff s on s.id = i.staff_id
    where i.expires_at > now and i.ended_at is null and i.seen_at > awake_since and s.disabled_at is null
      and i.started_at >= coalesce(s.sessions_from, '-infinity')
      and exists (select 1 from staff_team t where t.staff_id = i.staff_id and t.team = any (of_teams)) $function$;

CREATE OR REPLACE FUNCTION public.count_texts(since timestamp with time zone, until timestamp with time zone)
 RETURNS TABLE(asked integer, arrived integer, not_arrived integer, unsure integer, under_way integer)
 LANGUAGE sql
 STABLE
 SET "guichet.actor_kind" TO 'system'
AS $function$
    select count(*)::int, (count(*) filter (where fate = 'delivered'))::int, (count(*) filter (where fate = 'bounced'))::int,
      (count(*) filter (where fate = 'unsure'))::int, (count(*) filter (where fate is null or fate in ('sent', 'later')))::int
    from text_message where created_at between since and until $function$;

CREATE OR REPLACE FUNCTION public.follow_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.data_key is null then delete from case_search where case_id = new.id;
  elsif new.team <> old.team then update case_search set team = new.team where case_id = new.id;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.join_duplicates(joined uuid, first uuid, at timestamp with time zone)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 SET "guichet.actor_kind" TO 'system'
AS $function$
begin
  if not exists (select 1 from case_link l where l.case_id = joined and l.other_id = first and l.kind = 'duplicate'
    and l.ended_at is null and l.made_by = actor_staff()) then return; end if;
  -- What was only noted between the two says less than that one is the duplicate of the other.
  update case_link l set ended_at = at, ended_by = actor_staff()
    from case_link d where d.other_id = joined and d.kind = 'duplicate' and d.ended_at is null
      and l.ended_at is null and l.kind <> 'duplicate'
      and least(l.case_id, l.other_id) = least(d.case_id, first) and greatest(l.case_id, l.other_id) = greatest(d.case_id, first);
  return query update case_link l set other_id = first
    where l.other_id = joined and l.kind = 'duplicate' and l.ended_at is null returning l.case_id;
end $function$;

CREATE OR REPLACE FUNCTION public.move_case(moved uuid, giver text, taker text)
 RETURNS boolean
 LANGUAGE plpgsql
 SET "guichet.actor_kind" TO 'system'
AS $function$
begin
  if not giver = any (string_to_array(coalesce(current_setting('guichet.teams', true), ''), ',')) then return false; end if;
  update cases set team = taker, queue_class = class_in_team(moved, taker) where id = moved and team = giver;
  if not found then return false; end if;
  update task set team = taker where case_id = moved and done_at is null and kind <> 'follow-up';
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.note_webhook()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "guichet.actor_kind" TO 'system'
AS $function$
begin
  insert into webhook_known (one) values (true) on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.place_tokens()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.tokens := array(select distinct t from unnest(new.tokens) t where t between 0 and 16777215)
    || team_token(new.team) || (-1 - (new.seq >> 13))::integer;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.seats_taken(at uuid, since timestamp with time zone, before timestamp with time zone)
 RETURNS TABLE(starts_at timestamp with time zone, ends_at timestamp with time zone, seat smallint)
 LANGUAGE sql
 STABLE
 SET "guichet.actor_kind" TO 'system'
AS $function$ select a.starts_at, a.ends_at, a.seat from appointment a
    where a.place_id = at and a.starts_at < before and a.starts_at > since - interval '4 hours' and a.ends_at > since
      and (a.ended_how is null or a.ended_how in ('arrived', 'missed')) $function$;

CREATE OR REPLACE FUNCTION public.sees_all_teams()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select actor_kind() = 'system' or (actor_kind() = 'staff' and actor_teams() = array['*']) $function$;

CREATE OR REPLACE FUNCTION public.sees_team(team text, kind text, teams text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select kind = 'system' or (kind = 'staff' and (teams = array['*'] or team = any (teams))) $function$;

CREATE OR REPLACE FUNCTION public.staff_teams()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select case when actor_kind() = 'staff' then actor_teams() else '{}' end $function$;

CREATE OR REPLACE FUNCTION public.tally_queue()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into queue_tally (team, service_code, channel, language, due_on, change, mark)
    select team, service_code, channel, language, (due_at at time zone 'America/Toronto')::date,
      case tg_op when 'INSERT' then count(*) else -count(*) end, bit_xor(uuid_hash_extended(case_id, 0))
    from moved group by 1, 2, 3, 4, 5;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.team_token(team text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select 16777216 + (hashtext(team) & 16777215) $function$;

CREATE OR REPLACE FUNCTION public.tell_webhooks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET "guichet.actor_kind" TO 'system'
AS $function$
begin
  if not exists (select 1 from webhook where ended_at is null) then
    return null;
  end if;
  with told as (
    insert into webhook_delivery (id, webhook_id, subject_id, seq, kind, at)
    select gen_random_uuid(), w.id, e.subject_id, e.seq, e.kind, e.at
    from added e join cases c on c.id = e.subject_id
      join webhook w on w.ended_at is null and e.kind = any (w.kinds) and c.team = any (w.teams)
    where e.subject_kind = 'case'
    on conflict (webhook_id, subject_id, seq) do nothing
    returning id, at)
  insert into outbox (id, job, ids, created_at, due_at)
  select gen_random_uuid(), 'webhooks.tell', jsonb_build_object('deliveryId', id), at, at from told;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.webhooks_known()
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return exists (select 1 from public.webhook_known);
end $function$;

CREATE OR REPLACE FUNCTION public.written_now(person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select exists (select 1 from staff s where s.id = person
    and s.xmin::text = (pg_current_xact_id()::text::numeric % 4294967296)::text) $function$;

-- row security forced
table absence (
  id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  to_on date not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  cancelled_at timestamp with time zone,
  constraint absence_pkey PRIMARY KEY (id),
  constraint absence_set_by_fkey FOREIGN KEY (set_by) REFERENCES staff(id),
  constraint absence_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint absence_check CHECK ((from_on <= to_on))
);
CREATE INDEX absence_of_staff ON public.absence USING btree (staff_id, to_on) WHERE (cancelled_at IS NULL);
CREATE UNIQUE INDEX absence_once ON public.absence USING btree (staff_id, from_on, to_on) WHERE (cancelled_at IS NULL);
policy cancelled for update using (( SELECT actor_answers_for_all() AS actor_answers_for_all) OR (( SELECT actor_supervises() AS actor_supervises) AND ((staff_id = ( SELECT actor_staff() AS actor_staff)) OR (EXISTS ( SELECT 1 FROM staff_team t WHERE ((t.staff_id = absence.staff_id) AND (t.team = ANY (( SELECT staff_teams() AS staff_teams)::text[]))))))));
policy seen for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy written for insert with check (( SELECT actor_answers_for_all() AS actor_answers_for_all) OR (( SELECT actor_supervises() AS actor_supervises) AND ((staff_id = ( SELECT actor_staff() AS actor_staff)) OR (EXISTS ( SELECT 1 FROM staff_team t WHERE ((t.staff_id = absence.staff_id) AND (t.team = ANY (( SELECT staff_teams() AS staff_teams)::text[]))))))));
grant insert, select to guichet_app;
grant update (cancelled_at) to guichet_app;

-- row security forced
table access_key (
  id uuid not null,
  staff_id uuid not null,
  name text not null,
  hint text not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_on date,
  revoked_at timestamp with time zone,
  revoked_by uuid,
  constraint access_key_pkey PRIMARY KEY (id),
  constraint access_key_hint_key UNIQUE (hint),
  constraint access_key_token_hash_key UNIQUE (token_hash),
  constraint access_key_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES staff(id),
  constraint access_key_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint access_key_check CHECK (((expires_at > made_at) AND (expires_at <= (made_at + '366 days'::interval)))),
  constraint access_key_check1 CHECK (((revoked_at IS NULL) = (revoked_by IS NULL))),
  constraint access_key_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);
CREATE INDEX access_key_of_staff ON public.access_key USING btree (staff_id, made_at);
policy made for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (staff_id = ( SELECT actor_staff() AS actor_staff)));
policy revoked for update using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((staff_id = ( SELECT actor_staff() AS actor_staff)) OR actor_manages(staff_id)));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'system'::text])) OR (staff_id = ( SELECT actor_staff() AS actor_staff)) OR actor_manages(staff_id));
policy used for update using (( SELECT actor_kind() AS actor_kind) = 'door'::text);
grant insert, select to guichet_app;
grant update (used_on, revoked_at, revoked_by) to guichet_app;

-- row security forced
table appointment (
  id uuid not null,
  case_id uuid not null,
  place_id uuid not null,
  service_code text not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  seat smallint not null,
  channel text not null,
  booked_at timestamp with time zone not null,
  first_id uuid not null,
  version integer not null default 0,
  told_as text,
  remind_at timestamp with time zone,
  reminded_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_how text,
  visit_id uuid,
  constraint appointment_pkey PRIMARY KEY (id),
  constraint appointment_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint appointment_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint appointment_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id),
  constraint appointment_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'mail'::text, 'counter'::text]))),
  constraint appointment_check CHECK ((ends_at > starts_at)),
  constraint appointment_check1 CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint appointment_check2 CHECK (((visit_id IS NOT NULL) = (NOT (ended_how IS DISTINCT FROM 'arrived'::text)))),
  constraint appointment_ended_how_check CHECK ((ended_how = ANY (ARRAY['arrived'::text, 'missed'::text, 'cancelled'::text, 'moved'::text]))),
  constraint appointment_told_as_check CHECK ((told_as = ANY (ARRAY['booked'::text, 'cancelled'::text]))),
  constraint appointment_seat_once EXCLUDE USING gist (place_id WITH =, seat WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (((ended_how IS NULL) OR (ended_how = ANY (ARRAY['arrived'::text, 'missed'::text]))))
);
CREATE INDEX appointment_history ON public.appointment USING btree (case_id, booked_at);
CREATE UNIQUE INDEX appointment_of_case ON public.appointment USING btree (case_id) WHERE (ended_at IS NULL);
CREATE INDEX appointment_of_day ON public.appointment USING btree (place_id, starts_at);
CREATE INDEX appointment_open ON public.appointment USING btree (starts_at) WHERE (ended_at IS NULL);
CREATE INDEX appointment_to_remind ON public.appointment USING btree (remind_at) WHERE ((remind_at IS NOT NULL) AND (reminded_at IS NULL) AND (ended_at IS NULL));
policy booked for insert with check ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = appointment.case_id)))) OR ((( SELECT actor_kind() AS actor_kind) = 'public'::text) AND (case_id = ( SELECT actor_case() AS actor_case))));
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) OR ((( SELECT actor_kind() AS actor_kind) = 'public'::text) AND (case_id = ( SELECT actor_case() AS actor_case))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text])) OR ((( SELECT actor_kind() AS actor_kind) = 'public'::text) AND (case_id = ( SELECT actor_case() AS actor_case))));
grant insert, select to guichet_app;
grant update (version, told_as, remind_at, reminded_at, ended_at, ended_how, visit_id) to guichet_app;

-- row security forced
table appointment_closure (
  place_id uuid not null,
  day date not null,
  constraint appointment_closure_pkey PRIMARY KEY (place_id, day),
  constraint appointment_closure_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
policy known for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['public'::text, 'door'::text, 'staff'::text, 'system'::text]));
policy opened for delete using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy set for insert with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant delete, insert, select to guichet_app;

-- row security forced
table appointment_feed (
  id uuid not null,
  place_id uuid not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  revoked_at timestamp with time zone,
  constraint appointment_feed_pkey PRIMARY KEY (id),
  constraint appointment_feed_token_hash_key UNIQUE (token_hash),
  constraint appointment_feed_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint appointment_feed_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
CREATE UNIQUE INDEX appointment_feed_of_place ON public.appointment_feed USING btree (place_id) WHERE (revoked_at IS NULL);
policy known for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text]));
policy made for insert with check (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
policy revoked for update using (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
grant insert, select to guichet_app;
grant update (revoked_at) to guichet_app;

-- row security forced
table appointment_hours (
  id uuid not null,
  place_id uuid not null,
  weekday smallint,
  day date,
  from_time time without time zone not null,
  to_time time without time zone not null,
  minutes smallint not null,
  first_seat smallint not null,
  seats smallint not null,
  services text[] not null default '{}'::text[],
  skill text,
  from_on date not null,
  until_on date,
  set_at timestamp with time zone not null,
  constraint appointment_hours_pkey PRIMARY KEY (id),
  constraint appointment_hours_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint appointment_hours_check CHECK (((weekday IS NULL) <> (day IS NULL))),
  constraint appointment_hours_check1 CHECK ((to_time > from_time)),
  constraint appointment_hours_first_seat_check CHECK (((first_seat >= 1) AND (first_seat <= 99))),
  constraint appointment_hours_minutes_check CHECK (((minutes >= 5) AND (minutes <= 240))),
  constraint appointment_hours_seats_check CHECK (((seats >= 1) AND (seats <= 20))),
  constraint appointment_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE INDEX appointment_hours_of_place ON public.appointment_hours USING btree (place_id);
policy ended for update using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy known for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['public'::text, 'door'::text, 'staff'::text, 'system'::text]));
policy set for insert with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;
grant update (until_on) to guichet_app;

-- row security forced
table assignment (
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_why text,
  return_at timestamp with time zone,
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint assignment_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint assignment_ended_why_check CHECK ((ended_why = ANY (ARRAY['closed'::text, 'returned'::text, 'paused'::text, 'reassigned'::text, 'untouched'::text, 'skipped'::text, 'absent'::text, 'disabled'::text, 'left-team'::text, 'undone'::text])))
);
CREATE INDEX assignment_begun ON public.assignment USING btree (started_at);
CREATE INDEX assignment_of_case ON public.assignment USING btree (case_id, started_at);
CREATE INDEX assignment_of_staff ON public.assignment USING btree (staff_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX assignment_open ON public.assignment USING btree (case_id) WHERE (ended_at IS NULL);
CREATE INDEX assignment_to_return ON public.assignment USING btree (return_at) WHERE ((ended_at IS NULL) AND (return_at IS NOT NULL));
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = assignment.case_id)))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = assignment.case_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table attempt (
  subject_hash bytea not null,
  at timestamp with time zone not null
);
CREATE INDEX attempt_recent ON public.attempt USING btree (subject_hash, at);
policy known_actor for all using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text) with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant delete, insert, select to guichet_app;

-- row security forced
table batch (
  id uuid not null,
  sha256 bytea not null,
  source text not null,
  file_name text not null,
  bytes bigint not null,
  received_at timestamp with time zone not null,
  pages integer,
  read_at timestamp with time zone,
  refused_why text,
  returned_why text,
  pages_read integer not null default 0,
  data_key bytea,
  constraint batch_pkey PRIMARY KEY (id),
  constraint batch_sha256_key UNIQUE (sha256),
  constraint batch_returned_why_check CHECK ((returned_why = ANY (ARRAY['moved'::text, 'unknown'::text, 'insufficient'::text, 'refused'::text, 'unclaimed'::text, 'unstated'::text]))),
  constraint batch_source_check CHECK ((source = ANY (ARRAY['hot-folder'::text, 'upload'::text, 'email'::text])))
);
policy mailroom for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select, update to guichet_app;

-- row security forced
table batch_check (
  batch_id uuid not null,
  pages_counted integer not null,
  checked_at timestamp with time zone not null,
  checked_by uuid not null,
  constraint batch_check_pkey PRIMARY KEY (batch_id),
  constraint batch_check_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batch(id),
  constraint batch_check_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES staff(id),
  constraint batch_check_pages_counted_check CHECK ((pages_counted > 0))
);
policy checked_by_staff for insert with check (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
policy mailroom for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;

-- row security forced
table batch_destruction (
  batch_id uuid not null,
  retention_rule text not null,
  original_format text not null,
  transfer_process text not null,
  guarantees text not null,
  method text not null,
  destroyed_at timestamp with time zone not null,
  destroyed_by uuid not null,
  constraint batch_destruction_pkey PRIMARY KEY (batch_id),
  constraint batch_destruction_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batch_check(batch_id),
  constraint batch_destruction_destroyed_by_fkey FOREIGN KEY (destroyed_by) REFERENCES staff(id),
  constraint batch_destruction_method_check CHECK ((method = ANY (ARRAY['shredded'::text, 'incinerated'::text, 'contractor'::text])))
);
policy destroyed_by_staff for insert with check (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
policy mailroom for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;

-- row security forced
table batch_page (
  batch_id uuid not null,
  place integer not null,
  taken_for text not null,
  form_page integer,
  form_pages integer,
  doubts text[] not null default '{}'::text[],
  letter_id uuid,
  evidence_id uuid,
  small bytea,
  constraint batch_page_pkey PRIMARY KEY (batch_id, place),
  constraint batch_page_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batch(id),
  constraint batch_page_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  constraint batch_page_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id),
  constraint batch_page_check CHECK (((taken_for = ANY (ARRAY['form'::text, 'duplicate'::text])) = (form_page IS NOT NULL))),
  constraint batch_page_place_check CHECK ((place > 0)),
  constraint batch_page_taken_for_check CHECK ((taken_for = ANY (ARRAY['form'::text, 'duplicate'::text, 'letter'::text, 'blank'::text, 'undecodable'::text, 'returned'::text])))
);
policy forgotten for update using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy goes_with_its_letter for update using (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
policy mailroom for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy read_by_machine for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select to guichet_app;
grant update (letter_id, small) to guichet_app;

-- row security forced
table calendar_day (
  id uuid not null,
  day date not null,
  is_open boolean not null,
  name text not null,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint calendar_day_pkey PRIMARY KEY (id),
  constraint calendar_day_set_by_fkey FOREIGN KEY (set_by) REFERENCES staff(id),
  constraint calendar_day_name_check CHECK (((length(name) >= 3) AND (length(name) <= 120)))
);
CREATE UNIQUE INDEX calendar_day_in_force ON public.calendar_day USING btree (day) WHERE (withdrawn_at IS NULL);
policy known_actor for select using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy withdrawn for update using ( SELECT actor_supervises() AS actor_supervises);
policy written for insert with check ( SELECT actor_supervises() AS actor_supervises);
grant insert, select to guichet_app;
grant update (withdrawn_at) to guichet_app;

-- row security forced
table call_attempt (
  id uuid not null,
  task_id uuid not null,
  staff_id uuid not null,
  phone_hash bytea not null,
  line integer not null,
  asked_at timestamp with time zone not null,
  started_at timestamp with time zone,
  state text not null,
  detail text,
  provider_id text,
  settled_at timestamp with time zone,
  constraint call_attempt_pkey PRIMARY KEY (id),
  constraint call_attempt_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint call_attempt_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id),
  constraint call_attempt_line_check CHECK ((line >= 0)),
  constraint call_attempt_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'placed'::text, 'answered'::text, 'no-answer'::text, 'busy'::text, 'failed'::text, 'unsure'::text])))
);
CREATE INDEX call_attempt_at ON public.call_attempt USING btree (asked_at);
CREATE INDEX call_attempt_of_task ON public.call_attempt USING btree (task_id, asked_at);
CREATE INDEX call_attempt_placed ON public.call_attempt USING btree (provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX call_attempt_to ON public.call_attempt USING btree (phone_hash, asked_at);
policy asked for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM task t WHERE (t.id = call_attempt.task_id))));
policy seen for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy settled for update using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select, update to guichet_app;

-- row security forced
table call_miss (
  call_id uuid not null,
  number smallint not null,
  ended_at timestamp with time zone not null,
  language text not null,
  service_code text,
  service_version integer,
  place text not null,
  kind text not null,
  misses integer not null,
  constraint call_miss_pkey PRIMARY KEY (call_id, number),
  constraint call_miss_call_id_fkey FOREIGN KEY (call_id) REFERENCES call_record(id) ON DELETE CASCADE,
  constraint call_miss_kind_check CHECK ((kind = ANY (ARRAY['silence'::text, 'keys'::text, 'speech'::text]))),
  constraint call_miss_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint call_miss_misses_check CHECK ((misses > 0))
);
CREATE INDEX call_miss_ended ON public.call_miss USING btree (ended_at);
policy seen for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select to guichet_app;

-- row security forced
table call_record (
  id uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone not null,
  language text,
  slow boolean,
  recordings integer,
  ended text not null,
  constraint call_record_pkey PRIMARY KEY (id),
  constraint call_record_check CHECK ((started_at <= ended_at)),
  constraint call_record_ended_check CHECK ((ended = ANY (ARRAY['completed'::text, 'to-a-person'::text, 'abandoned'::text, 'no-request'::text, 'unknown'::text]))),
  constraint call_record_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint call_record_recordings_check CHECK ((recordings >= 0))
);
CREATE INDEX call_record_ended ON public.call_record USING btree (ended_at);
policy disposed for delete using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy seen for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant delete, insert, select to guichet_app;

-- row security forced
table call_request (
  call_id uuid not null,
  number smallint not null,
  ended_at timestamp with time zone not null,
  service_code text,
  service_version integer,
  ended text not null,
  turns integer,
  presses integer,
  constraint call_request_pkey PRIMARY KEY (call_id, number),
  constraint call_request_call_id_fkey FOREIGN KEY (call_id) REFERENCES call_record(id) ON DELETE CASCADE,
  constraint call_request_ended_check CHECK ((ended = ANY (ARRAY['completed'::text, 'to-a-person'::text, 'abandoned'::text, 'no-request'::text]))),
  constraint call_request_presses_check CHECK ((presses >= 0)),
  constraint call_request_turns_check CHECK ((turns >= 0))
);
CREATE INDEX call_request_ended ON public.call_request USING btree (ended_at);
policy seen for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select to guichet_app;

-- row security forced
table case_answer (
  case_id uuid not null,
  question text not null,
  sensitivity text not null,
  value jsonb,
  sealed bytea,
  provenance jsonb not null,
  constraint case_answer_pkey PRIMARY KEY (case_id, question),
  constraint case_answer_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_answer_check CHECK (((sensitivity = 'open'::text) = (sealed IS NULL))),
  constraint case_answer_check1 CHECK (((value IS NULL) = (sealed IS NOT NULL))),
  constraint case_answer_sensitivity_check CHECK ((sensitivity = ANY (ARRAY['open'::text, 'personal'::text, 'sensitive'::text])))
);
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_answer.case_id)))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_answer.case_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table case_closure (
  case_id uuid not null,
  staff_id uuid not null,
  outcome text not null,
  closed_at timestamp with time zone not null,
  retain_until date not null,
  disposal text not null,
  proposed_by uuid,
  sealed bytea,
  constraint case_closure_pkey PRIMARY KEY (case_id),
  constraint case_closure_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_closure_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES staff(id),
  constraint case_closure_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint case_closure_disposal_check CHECK ((disposal = ANY (ARRAY['destroy'::text, 'archive'::text, 'anonymise'::text])))
);
CREATE INDEX closure_made ON public.case_closure USING btree (closed_at);
CREATE INDEX closure_to_dispose ON public.case_closure USING btree (retain_until);
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_closure.case_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select to guichet_app;

-- row security forced
table case_draft (
  case_id uuid not null,
  staff_id uuid not null,
  form text not null,
  sealed bytea not null,
  saved_at timestamp with time zone not null,
  constraint case_draft_pkey PRIMARY KEY (case_id, staff_id, form),
  constraint case_draft_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_draft_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint case_draft_form_check CHECK ((form = ANY (ARRAY['reply'::text, 'closure'::text])))
);
policy own for all using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((staff_id)::text = current_setting('guichet.staff_id'::text, true)))) with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((staff_id)::text = current_setting('guichet.staff_id'::text, true)) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_draft.case_id))));
grant delete, insert, select to guichet_app;
grant update (sealed, saved_at) to guichet_app;

-- row security forced
table case_link (
  id uuid not null,
  case_id uuid not null,
  other_id uuid not null,
  kind text not null,
  tells boolean not null default false,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint case_link_pkey PRIMARY KEY (id),
  constraint case_link_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_link_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES staff(id),
  constraint case_link_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint case_link_other_id_fkey FOREIGN KEY (other_id) REFERENCES cases(id),
  constraint case_link_check CHECK ((case_id <> other_id)),
  constraint case_link_kind_check CHECK ((kind = ANY (ARRAY['related'::text, 'duplicate'::text, 'part'::text])))
);
CREATE INDEX case_link_of_case ON public.case_link USING btree (case_id);
CREATE INDEX case_link_of_other ON public.case_link USING btree (other_id);
CREATE UNIQUE INDEX case_link_once ON public.case_link USING btree (LEAST(case_id, other_id), GREATEST(case_id, other_id)) WHERE (ended_at IS NULL);
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = ANY (ARRAY[case_link.case_id, case_link.other_id]))))));
policy made for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_link.case_id))) AND (EXISTS ( SELECT 1 FROM cases o WHERE (o.id = case_link.other_id))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = ANY (ARRAY[case_link.case_id, case_link.other_id]))))));
grant insert, select to guichet_app;
grant update (other_id, ended_at, ended_by) to guichet_app;

-- row security forced
table case_looker (
  id uuid not null,
  case_id uuid not null,
  team text not null,
  staff_id uuid not null,
  until timestamp with time zone not null,
  constraint case_looker_pkey PRIMARY KEY (id)
);
policy looks for all using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (staff_id = ( SELECT actor_staff() AS actor_staff)))) with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (staff_id = ( SELECT actor_staff() AS actor_staff)));
policy seen for select using (( SELECT sees_all_teams() AS sees_all_teams) OR (team = ANY (( SELECT staff_teams() AS staff_teams)::text[])));
grant delete, insert, select to guichet_app;
grant update (until) to guichet_app;

-- row security forced
table case_note (
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  sealed bytea not null,
  written_at timestamp with time zone not null,
  constraint case_note_pkey PRIMARY KEY (id),
  constraint case_note_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_note_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX case_note_of_case ON public.case_note USING btree (case_id, written_at);
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_note.case_id)))));
policy written for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_note.case_id))));
grant insert, select to guichet_app;

-- row security forced
table case_search (
  case_id uuid not null,
  team text not null,
  seq bigint not null,
  tokens integer[] not null,
  constraint case_search_pkey PRIMARY KEY (case_id),
  constraint case_search_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE
);
CREATE INDEX case_search_tokens ON public.case_search USING gin (tokens) WITH (fastupdate=off);
CREATE TRIGGER placed BEFORE INSERT OR UPDATE ON public.case_search FOR EACH ROW EXECUTE FUNCTION place_tokens();
policy indexed for all using (( SELECT actor_kind() AS actor_kind) = 'system'::text) with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy looked_up for all using true with check true;
grant insert, select to guichet_app;
grant update (tokens) to guichet_app;

-- row security forced
table case_seen (
  case_id uuid not null,
  staff_id uuid not null,
  version integer not null,
  sealed bytea not null,
  seen_at timestamp with time zone not null,
  constraint case_seen_pkey PRIMARY KEY (case_id, staff_id, version),
  constraint case_seen_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_seen_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
policy own for all using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((staff_id)::text = current_setting('guichet.staff_id'::text, true)))) with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((staff_id)::text = current_setting('guichet.staff_id'::text, true)));
grant delete, insert, select to guichet_app;

-- row security forced
table case_skip (
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  why text not null,
  sealed bytea,
  skipped_at timestamp with time zone not null,
  until timestamp with time zone,
  constraint case_skip_pkey PRIMARY KEY (id),
  constraint case_skip_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_skip_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint case_skip_why_check CHECK ((why = ANY (ARRAY['conflict-of-interest'::text, 'not-my-skill'::text, 'colleague-knows'::text, 'no-time'::text, 'other'::text])))
);
CREATE INDEX case_skip_of_case ON public.case_skip USING btree (case_id, staff_id);
CREATE INDEX case_skip_recent ON public.case_skip USING btree (skipped_at);
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((staff_id = ( SELECT actor_staff() AS actor_staff)) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_skip.case_id))))));
policy skipped for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (staff_id = ( SELECT actor_staff() AS actor_staff)));
grant insert, select to guichet_app;

-- row security forced
table case_transfer (
  id uuid not null,
  case_id uuid not null,
  from_team text not null,
  to_team text not null,
  sealed bytea not null,
  follow_up_on date,
  at timestamp with time zone not null,
  staff_id uuid not null,
  constraint case_transfer_pkey PRIMARY KEY (id),
  constraint case_transfer_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint case_transfer_from_team_fkey FOREIGN KEY (from_team) REFERENCES team(code),
  constraint case_transfer_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint case_transfer_to_team_fkey FOREIGN KEY (to_team) REFERENCES team(code)
);
CREATE INDEX case_transfer_of_case ON public.case_transfer USING btree (case_id, at);
policy made for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_transfer.case_id))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = case_transfer.case_id)))));
grant insert, select to guichet_app;

-- row security forced
table cases (
  id uuid not null,
  reference text not null,
  service_code text not null,
  service_version integer not null,
  language text not null,
  channel text not null,
  team text not null,
  deposited_at timestamp with time zone not null,
  captured_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  reply_way text not null,
  reply_sealed bytea,
  data_key bytea,
  proofs bytea[] not null,
  address_failed_at timestamp with time zone,
  queue_class integer,
  place text,
  place_key text,
  constraint cases_pkey PRIMARY KEY (id),
  constraint cases_reference_key UNIQUE (reference),
  constraint cases_service_code_service_version_fkey FOREIGN KEY (service_code, service_version) REFERENCES service_version(code, version),
  constraint cases_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'mail'::text, 'counter'::text]))),
  constraint cases_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint cases_reference_check CHECK ((reference ~ '^[1-9][0-9]{9}$'::text)),
  constraint cases_reply_way_check CHECK ((reply_way = ANY (ARRAY['email'::text, 'sms'::text, 'voice'::text, 'letter'::text, 'pickup'::text, 'none'::text])))
);
CREATE INDEX cases_by_team ON public.cases USING btree (team, captured_at);
CREATE TRIGGER searched AFTER UPDATE OF data_key, team ON public.cases FOR EACH ROW WHEN (((new.data_key IS NULL) OR (new.team <> old.team))) EXECUTE FUNCTION follow_case();
policy changed for update using sees_team(team, ( SELECT actor_kind() AS actor_kind), ( SELECT actor_teams() AS actor_teams));
policy opened for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy seen for select using (sees_team(team, ( SELECT actor_kind() AS actor_kind), ( SELECT actor_teams() AS actor_teams)) OR ((( SELECT actor_kind() AS actor_kind) = 'public'::text) AND (id = ( SELECT actor_case() AS actor_case))));
grant insert, select, update to guichet_app;

-- row security forced
table clock (
  id uuid not null,
  case_id uuid not null,
  kind text not null,
  started_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  met_at timestamp with time zone,
  overdue_at timestamp with time zone,
  constraint clock_pkey PRIMARY KEY (id),
  constraint clock_case_id_kind_key UNIQUE (case_id, kind),
  constraint clock_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint clock_kind_check CHECK ((kind = ANY (ARRAY['acknowledge'::text, 'decide'::text, 'legal'::text])))
);
CREATE INDEX clock_missed ON public.clock USING btree (overdue_at) WHERE ((overdue_at IS NOT NULL) AND (kind = 'decide'::text));
CREATE INDEX clock_running ON public.clock USING btree (due_at) WHERE ((met_at IS NULL) AND (overdue_at IS NULL));
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = clock.case_id)))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = clock.case_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table clock_pause (
  id uuid not null,
  case_id uuid not null,
  reason text not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint clock_pause_pkey PRIMARY KEY (id),
  constraint clock_pause_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint clock_pause_reason_check CHECK ((reason = ANY (ARRAY['waiting-for-person'::text, 'waiting-for-agency'::text])))
);
CREATE UNIQUE INDEX clock_pause_open ON public.clock_pause USING btree (case_id) WHERE (ended_at IS NULL);
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = clock_pause.case_id)))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = clock_pause.case_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table closure_proposal (
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  outcome text not null,
  sealed bytea not null,
  proposed_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_as text,
  back_sealed bytea,
  constraint closure_proposal_pkey PRIMARY KEY (id),
  constraint closure_proposal_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint closure_proposal_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES staff(id),
  constraint closure_proposal_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint closure_proposal_check CHECK ((((settled_at IS NULL) = (settled_by IS NULL)) AND ((settled_at IS NULL) = (settled_as IS NULL)))),
  constraint closure_proposal_check1 CHECK (((settled_as IS DISTINCT FROM 'confirmed'::text) OR (settled_by <> staff_id))),
  constraint closure_proposal_settled_as_check CHECK ((settled_as = ANY (ARRAY['confirmed'::text, 'sent-back'::text, 'withdrawn'::text])))
);
CREATE INDEX closure_proposal_of_case ON public.closure_proposal USING btree (case_id, proposed_at);
CREATE UNIQUE INDEX closure_proposal_open ON public.closure_proposal USING btree (case_id) WHERE (settled_at IS NULL);
policy proposed for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = closure_proposal.case_id))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = closure_proposal.case_id)))));
policy settled for update using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = closure_proposal.case_id))));
grant insert, select to guichet_app;
grant update (settled_at, settled_by, settled_as, back_sealed) to guichet_app;

-- row security forced
table contact (
  id uuid not null,
  case_id uuid not null,
  direction text not null,
  channel text not null,
  kind text not null,
  at timestamp with time zone not null,
  staff_id uuid,
  seconds integer,
  sealed bytea,
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint contact_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint contact_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'mail'::text, 'counter'::text, 'email'::text, 'sms'::text]))),
  constraint contact_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint contact_seconds_check CHECK ((seconds >= 0))
);
CREATE INDEX contact_of_case ON public.contact USING btree (case_id, at);
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = contact.case_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select to guichet_app;

-- row security forced
table counter (
  id uuid not null,
  place_id uuid not null,
  name text not null,
  families text[] not null default '{}'::text[],
  constraint counter_pkey PRIMARY KEY (id),
  constraint counter_place_id_name_key UNIQUE (place_id, name),
  constraint counter_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint counter_name_check CHECK (((length(name) >= 1) AND (length(name) <= 12)))
);
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)));
grant insert, select to guichet_app;
grant update (families) to guichet_app;

-- row security forced
table counter_absence (
  id uuid not null,
  counter_id uuid not null,
  why text not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  staff_id uuid not null,
  constraint counter_absence_pkey PRIMARY KEY (id),
  constraint counter_absence_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES counter(id),
  constraint counter_absence_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint counter_absence_why_check CHECK ((why = ANY (ARRAY['break'::text, 'back-office'::text, 'closed'::text])))
);
CREATE UNIQUE INDEX counter_absence_open ON public.counter_absence USING btree (counter_id) WHERE (to_at IS NULL);
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (EXISTS ( SELECT 1 FROM counter c WHERE (c.id = counter_absence.counter_id))));
grant insert, select to guichet_app;
grant update (to_at) to guichet_app;

-- row security forced
table counter_shift (
  id uuid not null,
  counter_id uuid not null,
  staff_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  constraint counter_shift_pkey PRIMARY KEY (id),
  constraint counter_shift_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES counter(id),
  constraint counter_shift_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE UNIQUE INDEX counter_shift_of_staff ON public.counter_shift USING btree (staff_id) WHERE (to_at IS NULL);
CREATE UNIQUE INDEX counter_shift_open ON public.counter_shift USING btree (counter_id) WHERE (to_at IS NULL);
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (EXISTS ( SELECT 1 FROM counter c WHERE (c.id = counter_shift.counter_id))));
grant insert, select to guichet_app;
grant update (to_at) to guichet_app;

-- row security forced
table delivery (
  id uuid not null,
  reply_id uuid not null,
  case_id uuid not null,
  attempt integer not null,
  way text not null,
  started_at timestamp with time zone not null,
  fate text,
  detail text,
  provider_id text,
  settled_at timestamp with time zone,
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_reply_id_attempt_key UNIQUE (reply_id, attempt),
  constraint delivery_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint delivery_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES reply(id),
  constraint delivery_attempt_check CHECK ((attempt > 0)),
  constraint delivery_fate_check CHECK ((fate = ANY (ARRAY['sent'::text, 'delivered'::text, 'bounced'::text, 'later'::text, 'unsure'::text, 'print-queue'::text, 'printed'::text, 'posted'::text, 'withdrawn'::text, 'returned'::text, 'awaiting-pickup'::text, 'picked-up'::text])))
);
CREATE INDEX delivery_by_provider ON public.delivery USING btree (provider_id) WHERE (provider_id IS NOT NULL);
CREATE INDEX delivery_of_case ON public.delivery USING btree (case_id);
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = delivery.case_id)))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = delivery.case_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table device (
  id uuid not null,
  place_id uuid not null,
  counter_id uuid,
  use text not null,
  code_hash bytea,
  code_until timestamp with time zone,
  token_hash bytea,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  linked_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint device_pkey PRIMARY KEY (id),
  constraint device_token_hash_key UNIQUE (token_hash),
  constraint device_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES counter(id),
  constraint device_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint device_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint device_check CHECK (((use = 'screen'::text) = (counter_id IS NOT NULL))),
  constraint device_use_check CHECK ((use = ANY (ARRAY['board'::text, 'kiosk'::text, 'screen'::text])))
);
CREATE UNIQUE INDEX device_code ON public.device USING btree (code_hash) WHERE (code_hash IS NOT NULL);
policy known for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text]));
policy linked for update using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text]));
policy made for insert with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;
grant update (code_hash, code_until, token_hash, linked_at, revoked_at) to guichet_app;

-- row security forced
table draft (
  id uuid not null,
  external_key text,
  service_code text not null,
  service_version integer not null,
  channel text not null,
  language text not null,
  data_key bytea not null,
  sealed bytea not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  case_id uuid,
  number text,
  provisional integer generated always as ( CASE WHEN (external_key ~ '^counter:[0-9a-f-]{36}$'::text) THEN ((((('x'::text || "right"(external_key, 12)))::bit(48))::bigint % (1000000)::bigint))::integer ELSE NULL::integer END) stored,
  constraint draft_pkey PRIMARY KEY (id),
  constraint draft_external_key_key UNIQUE (external_key),
  constraint draft_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint draft_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'mail'::text, 'counter'::text]))),
  constraint draft_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint draft_number_check CHECK ((number ~ '^[1-9][0-9]{9}$'::text))
);
CREATE INDEX draft_expiry ON public.draft USING btree (expires_at);
CREATE UNIQUE INDEX draft_number ON public.draft USING btree (number) WHERE (number IS NOT NULL);
CREATE INDEX draft_provisional ON public.draft USING btree (provisional) WHERE (provisional IS NOT NULL);
policy held for all using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text) with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant delete, insert, select, update to guichet_app;

-- row security forced
table effect (
  outbox_id uuid not null,
  job text not null,
  done_at timestamp with time zone not null,
  constraint effect_pkey PRIMARY KEY (outbox_id)
);
policy worked for all using (( SELECT actor_kind() AS actor_kind) = 'system'::text) with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant delete, insert, select to guichet_app;

-- row security forced
table event (
  subject_id uuid not null,
  seq integer not null,
  subject_kind text not null,
  kind text not null,
  actor_kind text not null,
  actor_id text not null,
  at timestamp with time zone not null,
  data jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint event_pkey PRIMARY KEY (subject_id, seq),
  constraint event_seq_check CHECK ((seq > 0)),
  constraint event_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['case'::text, 'draft'::text, 'letter'::text, 'batch'::text, 'staff'::text, 'service'::text, 'task'::text, 'job'::text, 'phone'::text, 'print-batch'::text, 'place'::text, 'counter'::text, 'visit'::text, 'team'::text, 'calendar'::text, 'template'::text, 'webhook'::text]))) NOT VALID
);
CREATE TRIGGER told AFTER INSERT ON public.event REFERENCING NEW TABLE AS added FOR EACH STATEMENT WHEN (webhooks_known()) EXECUTE FUNCTION tell_webhooks();
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text, 'door'::text])) OR ((( SELECT actor_kind() AS actor_kind) = 'public'::text) AND (subject_id = ANY (ARRAY[( SELECT actor_case() AS actor_case), ( SELECT actor_draft() AS actor_draft)]))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select to guichet_app;

-- row security forced
table event_head (
  subject_id uuid not null,
  seq integer not null,
  hash bytea not null,
  constraint event_head_pkey PRIMARY KEY (subject_id)
);
policy chained for all using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text) with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table evidence (
  id uuid not null,
  kind text not null,
  case_id uuid,
  draft_id uuid,
  batch_id uuid,
  letter_id uuid,
  page integer,
  media_type text not null,
  file_name text,
  bytes bigint,
  sha256 bytea,
  data_key bytea,
  provider_ref text,
  created_at timestamp with time zone not null,
  stored_at timestamp with time zone,
  suggestion bytea,
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_provider_ref_key UNIQUE (provider_ref),
  constraint evidence_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batch(id),
  constraint evidence_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint evidence_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id) ON UPDATE CASCADE,
  constraint evidence_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id),
  constraint evidence_kind_check CHECK ((kind = ANY (ARRAY['upload'::text, 'recording'::text, 'batch'::text, 'page'::text, 'letter-out'::text, 'receipt'::text, 'message'::text])))
);
CREATE INDEX evidence_of_batch ON public.evidence USING btree (batch_id) WHERE (batch_id IS NOT NULL);
CREATE INDEX evidence_of_case ON public.evidence USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX evidence_of_draft ON public.evidence USING btree (draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX evidence_of_letter ON public.evidence USING btree (letter_id) WHERE (letter_id IS NOT NULL);
policy changed for update using ((( SELECT actor_kind() AS actor_kind) <> 'nobody'::text) AND ((case_id IS NULL) OR (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])))) with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['system'::text, 'door'::text])) OR ((case_id IS NOT NULL) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = evidence.case_id)))) OR ((case_id IS NULL) AND (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'public'::text]))) OR ((( SELECT actor_kind() AS actor_kind) = 'public'::text) AND (EXISTS ( SELECT 1 FROM draft d WHERE ((d.id = evidence.draft_id) AND (d.case_id IS NULL))))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table fee_entry (
  id uuid not null,
  case_id uuid not null,
  cents integer not null,
  way text not null,
  reference text,
  reason_sealed bytea,
  reverses uuid,
  at timestamp with time zone not null,
  staff_id uuid not null,
  constraint fee_entry_pkey PRIMARY KEY (id),
  constraint fee_entry_reverses_key UNIQUE (reverses),
  constraint fee_entry_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint fee_entry_reverses_fkey FOREIGN KEY (reverses) REFERENCES fee_entry(id),
  constraint fee_entry_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint fee_entry_cents_check CHECK ((cents <> 0)),
  constraint fee_entry_check CHECK (((cents < 0) = (reverses IS NOT NULL))),
  constraint fee_entry_check1 CHECK ((((way = ANY (ARRAY['card'::text, 'cheque'::text])) AND (reverses IS NULL)) = (reference IS NOT NULL))),
  constraint fee_entry_check2 CHECK ((((way = 'waived'::text) OR (reverses IS NOT NULL)) = (reason_sealed IS NOT NULL))),
  constraint fee_entry_reference_check CHECK (((length(reference) >= 1) AND (length(reference) <= 30))),
  constraint fee_entry_way_check CHECK ((way = ANY (ARRAY['cash'::text, 'card'::text, 'cheque'::text, 'waived'::text])))
);
CREATE INDEX fee_entry_of_case ON public.fee_entry USING btree (case_id, at);
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = fee_entry.case_id))));
policy taken for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = fee_entry.case_id))));
grant insert, select to guichet_app;

-- row security forced
table field_check (
  id uuid not null,
  letter_id uuid not null,
  service_code text not null,
  service_version integer not null,
  path text not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  first_by uuid not null,
  second_by uuid,
  second_at timestamp with time zone,
  differs boolean,
  third_by uuid,
  settled_at timestamp with time zone,
  first_wrong boolean,
  second_wrong boolean,
  sealed bytea not null,
  constraint field_check_pkey PRIMARY KEY (id),
  constraint field_check_first_by_fkey FOREIGN KEY (first_by) REFERENCES staff(id),
  constraint field_check_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id),
  constraint field_check_second_by_fkey FOREIGN KEY (second_by) REFERENCES staff(id),
  constraint field_check_third_by_fkey FOREIGN KEY (third_by) REFERENCES staff(id),
  constraint field_check_check CHECK (((second_by IS NULL) OR (second_by <> first_by))),
  constraint field_check_check2 CHECK (((settled_at IS NULL) = (first_wrong IS NULL))),
  constraint field_check_reason_check CHECK ((reason = ANY (ARRAY['double'::text, 'sample'::text])))
);
CREATE UNIQUE INDEX field_check_once ON public.field_check USING btree (letter_id, path);
CREATE INDEX field_check_waiting ON public.field_check USING btree (asked_at) WHERE (settled_at IS NULL);
policy mailroom for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant delete, insert, select, update to guichet_app;

-- row security forced
table identity_proof (
  case_id uuid not null,
  how text not null,
  at timestamp with time zone not null,
  staff_id uuid not null,
  document text,
  constraint identity_proof_pkey PRIMARY KEY (case_id),
  constraint identity_proof_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint identity_proof_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint identity_proof_document_check CHECK ((document = ANY (ARRAY['driver-licence'::text, 'health-card'::text, 'passport'::text, 'permanent-resident'::text, 'citizenship'::text, 'indian-status'::text, 'other'::text]))),
  constraint identity_proof_how_check CHECK ((how = ANY (ARRAY['document-seen'::text, 'call-back'::text, 'code-returned'::text])))
);
policy proven for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = identity_proof.case_id))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = identity_proof.case_id))));
grant insert, select to guichet_app;

-- row security forced
table intake_key (
  scope text not null,
  key_hash bytea not null,
  fingerprint bytea not null,
  case_id uuid not null,
  reference text not null,
  due_at timestamp with time zone not null,
  accepted_at timestamp with time zone not null,
  constraint intake_key_pkey PRIMARY KEY (scope, key_hash)
);
CREATE INDEX intake_key_age ON public.intake_key USING btree (accepted_at);
policy known_actor for all using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text) with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant delete, insert, select to guichet_app;

-- row security forced
table keying (
  letter_id uuid not null,
  turn text not null,
  path text not null default ''::text,
  staff_id uuid not null,
  at timestamp with time zone not null,
  seconds integer not null,
  confirmed integer not null default 0,
  corrected integer not null default 0,
  typed integer not null default 0,
  left_sure integer not null default 0,
  constraint keying_pkey PRIMARY KEY (letter_id, turn, path),
  constraint keying_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id),
  constraint keying_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint keying_seconds_check CHECK ((seconds >= 0)),
  constraint keying_turn_check CHECK ((turn = ANY (ARRAY['first'::text, 'second'::text, 'third'::text])))
);
CREATE INDEX keying_at ON public.keying USING btree (at);
CREATE INDEX keying_of_staff ON public.keying USING btree (staff_id, at);
policy mailroom for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant delete, insert, select to guichet_app;

-- row security forced
table letter (
  id uuid not null,
  batch_id uuid not null,
  "position" integer not null,
  service_code text,
  service_version integer,
  language text,
  serial text,
  deposited_on date not null,
  data_key bytea,
  sealed bytea not null,
  missing_pages integer[] not null default '{}'::integer[],
  doubts integer not null default 0,
  read_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  settled_as text,
  case_id uuid,
  keyed_at timestamp with time zone,
  keyed_by uuid,
  keyed bytea,
  part_of uuid,
  aside_why text,
  asked_at timestamp with time zone,
  asked_number text,
  claimed_at timestamp with time zone,
  is_blank boolean not null default false,
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_batch_id_position_key UNIQUE (batch_id, "position"),
  constraint letter_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES batch(id),
  constraint letter_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint letter_keyed_by_fkey FOREIGN KEY (keyed_by) REFERENCES staff(id),
  constraint letter_part_of_fkey FOREIGN KEY (part_of) REFERENCES letter(id),
  constraint letter_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES staff(id),
  constraint letter_aside_why_check CHECK ((aside_why = ANY (ARRAY['other-body'::text, 'advertising'::text, 'twice'::text, 'no-sender'::text, 'unreadable'::text, 'other'::text]))),
  constraint letter_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint letter_part_of_check CHECK (((NOT (settled_as IS DISTINCT FROM 'part-of'::text)) = (part_of IS NOT NULL))),
  constraint letter_settled_as_check CHECK ((settled_as = ANY (ARRAY['case'::text, 'not-for-us'::text, 'part-of'::text])))
);
CREATE INDEX letter_by_serial ON public.letter USING btree (serial) WHERE (serial IS NOT NULL);
CREATE INDEX letter_waiting ON public.letter USING btree (read_at) WHERE (settled_at IS NULL);
policy mailroom for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select, update to guichet_app;

-- row security forced
table letter_answer (
  letter_id uuid not null,
  way text not null,
  language text not null,
  sealed bytea not null,
  written_at timestamp with time zone not null,
  written_by uuid not null,
  settled_at timestamp with time zone,
  fate text,
  id uuid not null default gen_random_uuid(),
  purpose text not null default 'not-for-us'::text,
  constraint letter_answer_pkey PRIMARY KEY (id),
  constraint letter_answer_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id),
  constraint letter_answer_written_by_fkey FOREIGN KEY (written_by) REFERENCES staff(id),
  constraint letter_answer_check CHECK (((settled_at IS NULL) = (fate IS NULL))),
  constraint letter_answer_fate_check CHECK ((fate = ANY (ARRAY['sent'::text, 'bounced'::text, 'unsure'::text, 'printed'::text, 'posted'::text, 'returned'::text]))),
  constraint letter_answer_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint letter_answer_purpose_check CHECK ((purpose = ANY (ARRAY['not-for-us'::text, 'missing'::text]))),
  constraint letter_answer_way_check CHECK ((way = ANY (ARRAY['email'::text, 'letter'::text])))
);
CREATE UNIQUE INDEX letter_answer_once ON public.letter_answer USING btree (letter_id, purpose) WHERE (fate IS DISTINCT FROM 'returned'::text);
CREATE INDEX letter_answer_waiting ON public.letter_answer USING btree (written_at) WHERE (settled_at IS NULL);
policy mailroom for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;
grant update (settled_at, fate) to guichet_app;

-- row security forced
table letter_print (
  delivery_id uuid,
  case_id uuid,
  team text,
  evidence_id uuid not null,
  queued_at timestamp with time zone not null,
  printed_at timestamp with time zone,
  printed_by uuid,
  id uuid not null default gen_random_uuid(),
  code text,
  pages integer not null default 1,
  kind text not null default 'reply'::text,
  to_sealed bytea,
  batch_id uuid,
  posted_at timestamp with time zone,
  returned_at timestamp with time zone,
  returned_by uuid,
  returned_why text,
  answer_id uuid,
  withdrawn_at timestamp with time zone,
  constraint letter_print_pkey PRIMARY KEY (id),
  constraint letter_print_answer_id_key UNIQUE (answer_id),
  constraint letter_print_code_key UNIQUE (code),
  constraint letter_print_delivery_id_key UNIQUE (delivery_id),
  constraint letter_print_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES letter_answer(id),
  constraint letter_print_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES print_batch(id),
  constraint letter_print_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint letter_print_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(id),
  constraint letter_print_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  constraint letter_print_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES staff(id),
  constraint letter_print_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES staff(id),
  constraint letter_print_answer_kind CHECK (((kind = 'answer'::text) = (answer_id IS NOT NULL))),
  constraint letter_print_check CHECK (((returned_at IS NULL) = (returned_why IS NULL))),
  constraint letter_print_code_check CHECK ((code ~ '^[0-9A-Z]{4,16}$'::text)),
  constraint letter_print_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'form'::text, 'answer'::text]))),
  constraint letter_print_of_one CHECK ((((answer_id IS NULL) AND (delivery_id IS NOT NULL) AND (case_id IS NOT NULL) AND (team IS NOT NULL)) OR ((answer_id IS NOT NULL) AND (delivery_id IS NULL) AND (case_id IS NULL) AND (team IS NULL)))),
  constraint letter_print_pages_check CHECK ((pages > 0)),
  constraint letter_print_returned_why_check CHECK ((returned_why = ANY (ARRAY['moved'::text, 'unknown'::text, 'insufficient'::text, 'refused'::text, 'unclaimed'::text, 'unstated'::text]))),
  constraint letter_print_withdrawn CHECK (((withdrawn_at IS NULL) OR ((posted_at IS NULL) AND (batch_id IS NULL))))
);
CREATE INDEX letter_print_queue ON public.letter_print USING btree (queued_at) WHERE (printed_at IS NULL);
CREATE INDEX letter_print_returned ON public.letter_print USING btree (returned_at) WHERE (returned_at IS NOT NULL);
CREATE INDEX letter_print_waiting ON public.letter_print USING btree (queued_at, id) WHERE ((posted_at IS NULL) AND (batch_id IS NULL) AND (withdrawn_at IS NULL));
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((answer_id IS NOT NULL) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = letter_print.case_id))))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = letter_print.case_id))) OR ((answer_id IS NOT NULL) AND (( SELECT actor_kind() AS actor_kind) = 'staff'::text)));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table live_call (
  id uuid not null,
  team text,
  service_code text,
  service_version integer,
  draft_id uuid,
  case_id uuid,
  language text,
  reason text,
  way text,
  state text not null,
  since timestamp with time zone not null,
  taken_by uuid,
  ended_at timestamp with time zone,
  data_key bytea,
  sealed bytea,
  turn integer not null default 0,
  constraint live_call_pkey PRIMARY KEY (id),
  constraint live_call_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint live_call_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id) ON UPDATE CASCADE ON DELETE SET NULL,
  constraint live_call_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES staff(id),
  constraint live_call_check CHECK (((state = 'over'::text) = (ended_at IS NOT NULL))),
  constraint live_call_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint live_call_shown CHECK (((state = 'over'::text) OR ((team IS NOT NULL) AND (language IS NOT NULL) AND (reason IS NOT NULL) AND (way IS NOT NULL)))),
  constraint live_call_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'talking'::text, 'over'::text]))),
  constraint live_call_way_check CHECK ((way = ANY (ARRAY['transfer'::text, 'call-back'::text])))
);
CREATE INDEX live_call_now ON public.live_call USING btree (since, id) WHERE (ended_at IS NULL);
CREATE INDEX live_call_of_case ON public.live_call USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX live_call_of_draft ON public.live_call USING btree (draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX live_call_unshown ON public.live_call USING btree (ended_at) WHERE (team IS NULL);
policy changed for update using sees_team(team, ( SELECT actor_kind() AS actor_kind), ( SELECT actor_teams() AS actor_teams));
policy disposed for delete using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) AND (team IS NULL));
policy noted for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy seen for select using sees_team(team, ( SELECT actor_kind() AS actor_kind), ( SELECT actor_teams() AS actor_teams));
grant delete, insert, select, update to guichet_app;

-- row security forced
table outbox (
  id uuid not null,
  job text not null,
  ids jsonb not null,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  enqueued_at timestamp with time zone,
  parked_at timestamp with time zone,
  parked_why text,
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_enqueued ON public.outbox USING btree (enqueued_at) WHERE (parked_at IS NULL);
CREATE INDEX outbox_to_enqueue ON public.outbox USING btree (due_at) WHERE ((enqueued_at IS NULL) AND (parked_at IS NULL));
policy done for delete using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy moved for update using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy retried for update using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (parked_at IS NOT NULL)) with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (parked_at IS NULL) AND (enqueued_at IS NULL));
policy staged for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy worked for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['system'::text, 'staff'::text]));
grant delete, insert, select, update to guichet_app;

-- row security forced
table participation (
  service_code text not null,
  person_index bytea not null,
  answered_at timestamp with time zone not null,
  constraint participation_pkey PRIMARY KEY (service_code, person_index)
);
policy known_actor for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy system_reads for select using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select to guichet_app;

-- row security forced
table password_given (
  staff_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  constraint password_given_pkey PRIMARY KEY (staff_id, given_at),
  constraint password_given_given_by_fkey FOREIGN KEY (given_by) REFERENCES staff(id),
  constraint password_given_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint password_given_check CHECK ((given_by <> staff_id))
);
CREATE INDEX password_given_by ON public.password_given USING btree (given_by, given_at);
policy desk_reads for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text]));
policy given for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (given_by = ( SELECT actor_staff() AS actor_staff)));
grant insert, select to guichet_app;

-- row security forced
table place (
  id uuid not null,
  code text not null,
  name_fr text not null,
  name_en text not null,
  time_zone text not null,
  priority_minutes integer not null default 15,
  reminder_days integer not null default 2,
  constraint place_pkey PRIMARY KEY (id),
  constraint place_code_key UNIQUE (code),
  constraint place_code_check CHECK ((code ~ '^[a-z0-9-]{2,40}$'::text)),
  constraint place_priority_minutes_check CHECK (((priority_minutes >= 0) AND (priority_minutes <= 60))),
  constraint place_reminder_days_check CHECK (((reminder_days >= 0) AND (reminder_days <= 14)))
);
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (id = ( SELECT actor_place() AS actor_place)));
policy known for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['public'::text, 'door'::text]));
grant insert, select to guichet_app;

-- row security forced
table print_batch (
  id uuid not null,
  number integer not null,
  teams text[] not null,
  taken_at timestamp with time zone not null,
  taken_by uuid not null,
  handed_at timestamp with time zone,
  handed_by uuid,
  handed_to text,
  handed_count integer,
  constraint print_batch_pkey PRIMARY KEY (id),
  constraint print_batch_number_key UNIQUE (number),
  constraint print_batch_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES staff(id),
  constraint print_batch_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES staff(id),
  constraint print_batch_check CHECK ((((handed_at IS NULL) = (handed_by IS NULL)) AND ((handed_at IS NULL) = (handed_count IS NULL)))),
  constraint print_batch_handed_count_check CHECK ((handed_count >= 0))
);
CREATE INDEX print_batch_open ON public.print_batch USING btree (taken_at) WHERE (handed_at IS NULL);
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((( SELECT actor_teams() AS actor_teams) = ARRAY['*'::text]) OR (teams <@ ( SELECT actor_teams() AS actor_teams))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((( SELECT actor_teams() AS actor_teams) = ARRAY['*'::text]) OR (teams <@ ( SELECT actor_teams() AS actor_teams)))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
grant insert, select to guichet_app;
grant update (teams, handed_at, handed_by, handed_to, handed_count) to guichet_app;

-- row security forced
table print_batch_letter (
  batch_id uuid not null,
  letter_print_id uuid not null,
  case_id uuid,
  "position" integer not null,
  spoiled_at timestamp with time zone,
  spoiled_why text,
  constraint print_batch_letter_pkey PRIMARY KEY (batch_id, letter_print_id),
  constraint print_batch_letter_batch_id_position_key UNIQUE (batch_id, "position"),
  constraint print_batch_letter_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES print_batch(id),
  constraint print_batch_letter_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint print_batch_letter_letter_print_id_fkey FOREIGN KEY (letter_print_id) REFERENCES letter_print(id),
  constraint print_batch_letter_check CHECK (((spoiled_at IS NULL) = (spoiled_why IS NULL))),
  constraint print_batch_letter_position_check CHECK (("position" > 0)),
  constraint print_batch_letter_spoiled_why_check CHECK ((spoiled_why = ANY (ARRAY['torn'::text, 'misprinted'::text, 'misfolded'::text, 'lost'::text, 'held-back'::text])))
);
CREATE UNIQUE INDEX one_batch_a_letter ON public.print_batch_letter USING btree (letter_print_id) WHERE (spoiled_at IS NULL);
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM letter_print p WHERE (p.id = print_batch_letter.letter_print_id)))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM letter_print p WHERE (p.id = print_batch_letter.letter_print_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
grant insert, select to guichet_app;
grant update (spoiled_at, spoiled_why) to guichet_app;

-- row security forced
table printed_form (
  service_code text not null,
  service_version integer not null,
  language text not null,
  paper text not null,
  print text not null,
  geometry text not null,
  layout jsonb not null,
  printed_at timestamp with time zone not null,
  constraint printed_form_pkey PRIMARY KEY (service_code, service_version, language, geometry, paper, print),
  constraint printed_form_geometry_check CHECK ((geometry ~ '^([0-9A-Z]{4}|[0-9A-Z]{8})$'::text)),
  constraint printed_form_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint printed_form_paper_check CHECK ((paper = ANY (ARRAY['letter'::text, 'a4'::text]))),
  constraint printed_form_print_check CHECK ((print = ANY (ARRAY['normal'::text, 'large'::text]))),
  constraint printed_form_service_version_check CHECK ((service_version > 0))
);
policy known_actor for all using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text) with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select to guichet_app;

-- row security forced
table queue_act (
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  done_at timestamp with time zone not null,
  undone_at timestamp with time zone,
  cases jsonb not null,
  constraint queue_act_pkey PRIMARY KEY (id),
  constraint queue_act_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint queue_act_kind_check CHECK ((kind = ANY (ARRAY['assign'::text, 'return'::text, 'move'::text])))
);
CREATE INDEX queue_act_age ON public.queue_act USING btree (done_at);
policy own for all using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (staff_id = ( SELECT actor_staff() AS actor_staff)))) with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (staff_id = ( SELECT actor_staff() AS actor_staff)));
grant delete, insert, select to guichet_app;
grant update (undone_at, cases) to guichet_app;

-- row security forced
table queue_class (
  id integer not null,
  team text not null,
  service_code text not null,
  skills text[] not null,
  language text not null,
  clearance text not null,
  constraint queue_class_pkey PRIMARY KEY (id),
  constraint queue_class_team_service_code_skills_language_clearance_key UNIQUE (team, service_code, skills, language, clearance),
  constraint queue_class_clearance_check CHECK ((clearance = ANY (ARRAY['personal'::text, 'sensitive'::text]))),
  constraint queue_class_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text])))
);
policy known_actor for select using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy met for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select to guichet_app;

-- row security forced
table queue_entry (
  case_id uuid not null,
  team text not null,
  due_at timestamp with time zone not null,
  deposited_at timestamp with time zone not null,
  class integer not null,
  service_code text,
  channel text,
  language text,
  place_key text,
  constraint queue_entry_pkey PRIMARY KEY (case_id),
  constraint queue_entry_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id)
);
CREATE INDEX queue_facts ON public.queue_entry USING btree (team, service_code, channel, language, due_at, deposited_at, case_id);
CREATE INDEX queue_oldest ON public.queue_entry USING btree (team, deposited_at) INCLUDE (service_code, channel);
CREATE INDEX queue_order ON public.queue_entry USING btree (team, due_at, deposited_at, case_id);
CREATE INDEX queue_place ON public.queue_entry USING btree (team, place_key, due_at, deposited_at, case_id) WHERE (place_key IS NOT NULL);
CREATE INDEX queue_walk ON public.queue_entry USING btree (class, due_at, deposited_at, case_id);
CREATE TRIGGER came AFTER INSERT ON public.queue_entry REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION tally_queue();
CREATE TRIGGER completed BEFORE INSERT ON public.queue_entry FOR EACH ROW WHEN ((new.service_code IS NULL)) EXECUTE FUNCTION complete_entry();
CREATE TRIGGER went AFTER DELETE ON public.queue_entry REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION tally_queue();
policy locked for update using sees_team(team, ( SELECT actor_kind() AS actor_kind), ( SELECT actor_teams() AS actor_teams));
policy queued for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy seen for select using (( SELECT sees_all_teams() AS sees_all_teams) OR (team = ANY (( SELECT staff_teams() AS staff_teams)::text[])));
policy taken for delete using sees_team(team, ( SELECT actor_kind() AS actor_kind), ( SELECT actor_teams() AS actor_teams));
grant delete, insert, select to guichet_app;
grant update (due_at) to guichet_app;

-- row security forced
table queue_tally (
  team text not null,
  change integer not null,
  mark bigint not null,
  service_code text,
  channel text,
  language text,
  due_on date
);
policy folded for delete using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy locked for update using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy seen for select using (( SELECT sees_all_teams() AS sees_all_teams) OR (team = ANY (( SELECT staff_teams() AS staff_teams)::text[])));
policy told for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant delete, insert, select, update to guichet_app;

-- row security forced
table queue_view (
  id uuid not null,
  staff_id uuid,
  team text,
  name text not null,
  filters text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint queue_view_pkey PRIMARY KEY (id),
  constraint queue_view_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint queue_view_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint queue_view_team_fkey FOREIGN KEY (team) REFERENCES team(code),
  constraint queue_view_check CHECK ((num_nonnulls(staff_id, team) = 1)),
  constraint queue_view_filters_check CHECK ((length(filters) <= 500)),
  constraint queue_view_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
);
CREATE INDEX queue_view_of_staff ON public.queue_view USING btree (staff_id);
CREATE INDEX queue_view_of_team ON public.queue_view USING btree (team);
policy own for all using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((staff_id = ( SELECT actor_staff() AS actor_staff)) OR (team = ANY (( SELECT staff_teams() AS staff_teams)::text[])))) with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND ((staff_id = ( SELECT actor_staff() AS actor_staff)) OR (team = ANY (( SELECT staff_teams() AS staff_teams)::text[]))));
grant delete, insert, select to guichet_app;

-- row security forced
table reading_sample (
  letter_id uuid not null,
  path text not null,
  content text not null,
  confidence double precision not null,
  wrong boolean not null,
  staff_id uuid not null,
  at timestamp with time zone not null,
  constraint reading_sample_pkey PRIMARY KEY (letter_id, path),
  constraint reading_sample_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id),
  constraint reading_sample_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint reading_sample_confidence_check CHECK (((confidence >= (0)::double precision) AND (confidence <= (1)::double precision)))
);
CREATE INDEX reading_sample_of_content ON public.reading_sample USING btree (content, at);
policy mailroom for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;

-- row security forced
table reading_threshold (
  content text not null,
  confidence_min double precision not null,
  since timestamp with time zone not null,
  raised_at timestamp with time zone,
  set_by uuid,
  constraint reading_threshold_pkey PRIMARY KEY (content),
  constraint reading_threshold_set_by_fkey FOREIGN KEY (set_by) REFERENCES staff(id),
  constraint reading_threshold_confidence_min_check CHECK ((confidence_min >= (0)::double precision))
);
policy mailroom for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select, update to guichet_app;

-- row security forced
table recorded_call (
  id uuid not null,
  call_sid text not null,
  told_at timestamp with time zone not null,
  erased text[] not null default '{}'::text[],
  no_message text[] not null default '{}'::text[],
  gone text[] not null default '{}'::text[],
  constraint recorded_call_pkey PRIMARY KEY (id)
);
policy worked for all using (( SELECT actor_kind() AS actor_kind) = 'system'::text) with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant delete, insert, select, update to guichet_app;

-- row security forced
table referral (
  case_id uuid not null,
  key text not null,
  told_at timestamp with time zone not null,
  told_by uuid not null,
  way text not null,
  news_due_at timestamp with time zone,
  news_at timestamp with time zone,
  news_by uuid,
  sealed bytea,
  constraint referral_pkey PRIMARY KEY (case_id, key),
  constraint referral_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint referral_news_by_fkey FOREIGN KEY (news_by) REFERENCES staff(id),
  constraint referral_told_by_fkey FOREIGN KEY (told_by) REFERENCES staff(id),
  constraint referral_check CHECK ((((news_at IS NULL) = (news_by IS NULL)) AND ((news_at IS NULL) = (sealed IS NULL)))),
  constraint referral_way_check CHECK ((way = ANY (ARRAY['portal'::text, 'email'::text, 'phone'::text, 'mail'::text, 'in-person'::text])))
);
CREATE INDEX referral_awaited ON public.referral USING btree (news_due_at, case_id, key) WHERE ((news_at IS NULL) AND (news_due_at IS NOT NULL));
policy heard for update using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = referral.case_id))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = referral.case_id))));
policy told for insert with check ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = referral.case_id))));
grant insert, select, update to guichet_app;

-- row security forced
table reply (
  id uuid not null,
  case_id uuid not null,
  purpose text not null,
  way text not null,
  language text not null,
  sealed bytea not null,
  created_at timestamp with time zone not null,
  to_sealed bytea,
  written_by uuid,
  constraint reply_pkey PRIMARY KEY (id),
  constraint reply_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint reply_written_by_fkey FOREIGN KEY (written_by) REFERENCES staff(id),
  constraint reply_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint reply_purpose_check CHECK ((purpose = ANY (ARRAY['acknowledgement'::text, 'question'::text, 'decision'::text, 'news'::text, 'appointment'::text]))),
  constraint reply_way_check CHECK ((way = ANY (ARRAY['email'::text, 'sms'::text, 'voice'::text, 'letter'::text, 'pickup'::text, 'none'::text])))
);
CREATE INDEX reply_of_case ON public.reply USING btree (case_id, created_at);
policy rerouted for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = reply.case_id)))));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM cases c WHERE (c.id = reply.case_id))));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select to guichet_app;
grant update (way, to_sealed) to guichet_app;

-- row security forced
table reply_template (
  id uuid not null,
  version integer not null,
  name_fr text not null,
  name_en text not null,
  service_code text,
  outcome text,
  team text,
  words_fr text not null,
  words_en text not null,
  withdrawn boolean not null default false,
  saved_at timestamp with time zone not null,
  saved_by uuid not null,
  constraint reply_template_pkey PRIMARY KEY (id, version),
  constraint reply_template_saved_by_fkey FOREIGN KEY (saved_by) REFERENCES staff(id),
  constraint reply_template_team_fkey FOREIGN KEY (team) REFERENCES team(code),
  constraint reply_template_check CHECK (((outcome IS NULL) OR (service_code IS NOT NULL))),
  constraint reply_template_version_check CHECK ((version > 0))
);
policy saved for insert with check (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
policy seen for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;

-- row security forced
table request_key (
  key_hash bytea not null,
  fingerprint bytea not null,
  at timestamp with time zone not null,
  reference text,
  case_id uuid,
  pending_since timestamp with time zone,
  constraint request_key_pkey PRIMARY KEY (key_hash)
);
CREATE INDEX request_key_age ON public.request_key USING btree (at);
policy answered for insert with check (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
policy asked for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy forgotten for delete using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy refused for delete using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (pending_since IS NOT NULL));
policy settled for update using (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
grant delete, insert, select to guichet_app;
grant update (reference, case_id, pending_since) to guichet_app;

-- no row security
table schema_migration (
  number integer not null,
  name text not null,
  hash text not null,
  applied_at timestamp with time zone not null default clock_timestamp(),
  constraint schema_migration_pkey PRIMARY KEY (number)
);
grant select to guichet_app;

-- row security forced
table screen_check (
  id uuid not null,
  visit_id uuid not null,
  request_id uuid not null,
  counter_id uuid not null,
  shown_hash bytea not null,
  shown_at timestamp with time zone not null,
  shown_by uuid not null,
  answer text,
  answered_at timestamp with time zone,
  answered_how text,
  ended_at timestamp with time zone,
  constraint screen_check_pkey PRIMARY KEY (id),
  constraint screen_check_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES counter(id),
  constraint screen_check_request_id_fkey FOREIGN KEY (request_id) REFERENCES visit_request(id),
  constraint screen_check_shown_by_fkey FOREIGN KEY (shown_by) REFERENCES staff(id),
  constraint screen_check_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id),
  constraint screen_check_answer_check CHECK ((answer = ANY (ARRAY['right'::text, 'wrong'::text]))),
  constraint screen_check_answered_how_check CHECK ((answered_how = ANY (ARRAY['screen'::text, 'oral'::text]))),
  constraint screen_check_check CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer IS NULL) = (answered_how IS NULL))))
);
CREATE INDEX screen_check_of_request ON public.screen_check USING btree (request_id, shown_at);
CREATE UNIQUE INDEX screen_check_open ON public.screen_check USING btree (counter_id) WHERE (ended_at IS NULL);
policy answered for update using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (EXISTS ( SELECT 1 FROM counter c WHERE (c.id = screen_check.counter_id))));
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (EXISTS ( SELECT 1 FROM counter c WHERE (c.id = screen_check.counter_id))));
grant insert, select to guichet_app;
grant update (answer, answered_at, answered_how, ended_at) to guichet_app;

-- row security forced
table search_mark (
  only_one boolean not null default true,
  upto uuid not null,
  constraint search_mark_pkey PRIMARY KEY (only_one),
  constraint search_mark_only_one_check CHECK (only_one)
);
policy indexed for all using (( SELECT actor_kind() AS actor_kind) = 'system'::text) with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select, update to guichet_app;

-- row security forced
table service_retirement (
  code text not null,
  version integer not null,
  retired_on date not null,
  retired_at timestamp with time zone not null,
  retired_why text not null,
  constraint service_retirement_pkey PRIMARY KEY (code, version),
  constraint service_retirement_code_version_fkey FOREIGN KEY (code, version) REFERENCES service_version(code, version),
  constraint service_retirement_retired_why_check CHECK (((length(retired_why) >= 3) AND (length(retired_why) <= 500)))
);
policy known_actor for select using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy staff_retires for insert with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;

-- row security forced
table service_version (
  code text not null,
  version integer not null,
  hash text not null,
  definition jsonb not null,
  published_at timestamp with time zone not null,
  effective_on date not null,
  published_why text,
  constraint service_version_pkey PRIMARY KEY (code, version),
  constraint service_version_version_check CHECK ((version > 0))
);
policy known_actor for select using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy staff_publishes for insert with check (( SELECT actor_kind() AS actor_kind) = 'staff'::text);
policy system_publishes for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select to guichet_app;

-- row security forced
table staff (
  id uuid not null,
  sign_in text not null,
  name text not null,
  password_hash text not null,
  language text not null default 'fr'::text,
  disabled_at timestamp with time zone,
  every_service boolean not null default true,
  skills text[] not null default '{}'::text[],
  services text[] not null default '{}'::text[],
  languages text[] not null default '{fr,en}'::text[],
  clearance text not null default 'sensitive'::text,
  capacity integer,
  temporary_until timestamp with time zone,
  sessions_from timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_sign_in_key UNIQUE (sign_in),
  constraint staff_capacity_check CHECK (((capacity >= 1) AND (capacity <= 500))),
  constraint staff_clearance_check CHECK ((clearance = ANY (ARRAY['personal'::text, 'sensitive'::text]))),
  constraint staff_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint staff_languages_check CHECK (((languages <@ '{fr,en}'::text[]) AND (cardinality(languages) > 0)))
);
policy desk_reads for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text]));
policy own_account for update using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (id = ( SELECT actor_staff() AS actor_staff)));
policy supervisor_changes for update using actor_manages(id) with check actor_clears(clearance);
policy supervisor_writes for insert with check (( SELECT actor_supervises() AS actor_supervises) AND actor_clears(clearance));
policy system_changes for update using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy system_writes for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select, update to guichet_app;

-- row security forced
table staff_notice (
  id uuid not null,
  staff_id uuid not null,
  kind text not null,
  case_id uuid not null,
  at timestamp with time zone not null,
  seen_at timestamp with time zone,
  constraint staff_notice_pkey PRIMARY KEY (id),
  constraint staff_notice_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint staff_notice_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_notice_kind_check CHECK ((kind = ANY (ARRAY['untouched'::text, 'absent'::text])))
);
CREATE INDEX staff_notice_unseen ON public.staff_notice USING btree (staff_id, at) WHERE (seen_at IS NULL);
policy own for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (staff_id = ( SELECT actor_staff() AS actor_staff)));
policy seen for update using ((( SELECT actor_kind() AS actor_kind) = 'staff'::text) AND (staff_id = ( SELECT actor_staff() AS actor_staff)));
policy told for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select to guichet_app;
grant update (seen_at) to guichet_app;

-- row security forced
table staff_role (
  staff_id uuid not null,
  role text not null,
  constraint staff_role_pkey PRIMARY KEY (staff_id, role),
  constraint staff_role_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_role_role_check CHECK ((role = ANY (ARRAY['agent'::text, 'clerk'::text, 'supervisor'::text, 'privacy-officer'::text])))
);
policy desk_reads for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text]));
policy supervisor_takes for delete using (actor_manages(staff_id) AND (staff_id IS DISTINCT FROM ( SELECT actor_staff() AS actor_staff)));
policy supervisor_writes for insert with check (actor_manages(staff_id) AND (staff_id IS DISTINCT FROM ( SELECT actor_staff() AS actor_staff)));
policy system_writes for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant delete, insert, select to guichet_app;

-- row security forced
table staff_session (
  token_hash bytea not null,
  staff_id uuid not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint staff_session_pkey PRIMARY KEY (token_hash),
  constraint staff_session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX session_to_end ON public.staff_session USING btree (expires_at);
policy desk_only for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'system'::text]));
grant delete, insert, select, update to guichet_app;

-- row security forced
table staff_team (
  staff_id uuid not null,
  team text not null,
  constraint staff_team_pkey PRIMARY KEY (staff_id, team),
  constraint staff_team_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint staff_team_team_fkey FOREIGN KEY (team) REFERENCES team(code)
);
policy desk_reads for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text]));
policy supervisor_takes for delete using ((staff_id IS DISTINCT FROM ( SELECT actor_staff() AS actor_staff)) AND actor_manages(staff_id));
policy supervisor_writes for insert with check (( SELECT actor_answers_for_all() AS actor_answers_for_all) OR (( SELECT actor_supervises() AS actor_supervises) AND (staff_id IS DISTINCT FROM ( SELECT actor_staff() AS actor_staff)) AND (team = ANY (( SELECT staff_teams() AS staff_teams)::text[])) AND (actor_manages(staff_id) OR written_now(staff_id))));
policy system_writes for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant delete, insert, select to guichet_app;

-- row security forced
table task (
  id uuid not null,
  kind text not null,
  team text not null,
  case_id uuid,
  draft_id uuid,
  question text,
  evidence_id uuid,
  data_key bytea,
  sealed bytea,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  done_by uuid,
  unheard_at timestamp with time zone,
  unheard_by uuid,
  unheard_why text,
  due_on date,
  made_by uuid,
  words_sealed bytea,
  reply_id uuid,
  reference text,
  constraint task_pkey PRIMARY KEY (id),
  constraint task_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint task_done_by_fkey FOREIGN KEY (done_by) REFERENCES staff(id),
  constraint task_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id) ON UPDATE CASCADE,
  constraint task_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id),
  constraint task_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint task_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES reply(id),
  constraint task_unheard_by_fkey FOREIGN KEY (unheard_by) REFERENCES staff(id),
  constraint task_kind_check CHECK ((kind = ANY (ARRAY['transcription'::text, 'call-back'::text, 'address'::text, 'missing-document'::text, 'follow-up'::text, 'own'::text]))),
  constraint task_unheard CHECK ((((unheard_at IS NULL) = (unheard_why IS NULL)) AND ((unheard_at IS NULL) OR (kind = 'transcription'::text)))),
  constraint task_unheard_why_check CHECK ((unheard_why = ANY (ARRAY['inaudible'::text, 'empty'::text, 'other-answer'::text, 'other-language'::text])))
);
CREATE INDEX task_due ON public.task USING btree (due_on) WHERE ((done_at IS NULL) AND (due_on IS NOT NULL));
CREATE INDEX task_of_case ON public.task USING btree (case_id);
CREATE INDEX task_of_draft ON public.task USING btree (draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX task_open ON public.task USING btree (team, created_at) WHERE (done_at IS NULL);
policy changed for update using sees_team(team, ( SELECT actor_kind() AS actor_kind), ( SELECT actor_teams() AS actor_teams));
policy seen for select using sees_team(team, ( SELECT actor_kind() AS actor_kind), ( SELECT actor_teams() AS actor_teams));
policy written for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant insert, select, update to guichet_app;

-- row security forced
table team (
  code text not null,
  name_fr text not null,
  name_en text not null,
  capacity integer not null default 25,
  untouched_days integer default 1,
  constraint team_pkey PRIMARY KEY (code),
  constraint team_capacity_check CHECK (((capacity >= 1) AND (capacity <= 500))),
  constraint team_untouched_days_check CHECK (((untouched_days >= 0) AND (untouched_days <= 60)))
);
policy known_actor for select using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy supervisor_changes for update using (( SELECT actor_answers_for_all() AS actor_answers_for_all) OR (( SELECT actor_supervises() AS actor_supervises) AND (code = ANY (( SELECT staff_teams() AS staff_teams)::text[]))));
policy supervisor_writes for insert with check ( SELECT actor_answers_for_all() AS actor_answers_for_all);
policy system_writes for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select to guichet_app;
grant update (name_fr, name_en, capacity, untouched_days) to guichet_app;

-- row security forced
table text_message (
  id uuid not null,
  draft_id uuid not null,
  language text not null,
  data_key bytea,
  sealed bytea,
  created_at timestamp with time zone not null,
  attempt integer not null default 0,
  started_at timestamp with time zone,
  fate text,
  detail text,
  provider_id text,
  settled_at timestamp with time zone,
  constraint text_message_pkey PRIMARY KEY (id),
  constraint text_message_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id) ON UPDATE CASCADE ON DELETE CASCADE,
  constraint text_message_fate_check CHECK ((fate = ANY (ARRAY['sent'::text, 'delivered'::text, 'bounced'::text, 'later'::text, 'unsure'::text]))),
  constraint text_message_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint text_message_sealed CHECK (((data_key IS NULL) = (sealed IS NULL)))
);
CREATE INDEX text_message_asked ON public.text_message USING btree (created_at);
CREATE INDEX text_message_of_draft ON public.text_message USING btree (draft_id);
policy asked for insert with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
policy settled for update using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy worked for select using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant insert, select, update to guichet_app;

-- row security forced
table text_refusal (
  phone_hash bytea not null,
  since timestamp with time zone not null,
  constraint text_refusal_pkey PRIMARY KEY (phone_hash)
);
policy known_actor for all using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text) with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant delete, insert, select to guichet_app;

-- row security forced
table ticket_series (
  place_id uuid not null,
  day date not null,
  family text not null,
  last integer not null,
  constraint ticket_series_pkey PRIMARY KEY (place_id, day, family),
  constraint ticket_series_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id)
);
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)));
policy next_ticket for update using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)));
policy ticket for insert with check ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)));
grant insert, select to guichet_app;
grant update (last) to guichet_app;

-- row security forced
table typed_beside (
  draft_id uuid not null,
  data_key bytea not null,
  sealed bytea not null,
  typed_at timestamp with time zone not null,
  constraint typed_beside_pkey PRIMARY KEY (draft_id),
  constraint typed_beside_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(id) ON UPDATE CASCADE ON DELETE CASCADE
);
policy held for all using (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text) with check (( SELECT actor_kind() AS actor_kind) <> 'nobody'::text);
grant delete, insert, select, update to guichet_app;

-- row security forced
table visit (
  id uuid not null,
  place_id uuid not null,
  day date not null,
  family text not null,
  letter text not null,
  number integer not null,
  language text not null,
  how text not null,
  priority boolean not null,
  appointment_id uuid,
  opened_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_how text,
  ahead_minutes smallint,
  constraint visit_pkey PRIMARY KEY (id),
  constraint visit_place_id_day_letter_number_key UNIQUE (place_id, day, letter, number),
  constraint visit_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint visit_ahead_minutes_check CHECK (((ahead_minutes >= 0) AND (ahead_minutes <= 60))),
  constraint visit_check CHECK (((ended_at IS NULL) = (ended_how IS NULL))),
  constraint visit_ended_how_check CHECK ((ended_how = ANY (ARRAY['served'::text, 'no-show'::text, 'left'::text, 'not-closed'::text]))),
  constraint visit_how_check CHECK ((how = ANY (ARRAY['kiosk'::text, 'clerk'::text, 'appointment'::text]))),
  constraint visit_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint visit_letter_check CHECK ((letter ~ '^[A-Z]$'::text)),
  constraint visit_number_check CHECK ((number > 0))
);
CREATE INDEX visit_not_ended ON public.visit USING btree (day) WHERE (ended_at IS NULL);
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)));
policy ticket for insert with check ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)) AND (how = 'kiosk'::text));
grant insert, select to guichet_app;
grant update (family, priority, ended_at, ended_how) to guichet_app;

-- row security forced
table visit_period (
  id uuid not null,
  visit_id uuid not null,
  place_id uuid not null,
  day date not null,
  state text not null,
  family text not null,
  counter_id uuid,
  staff_id uuid,
  waits_since timestamp with time zone,
  ranks_at timestamp with time zone,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  called_again_at timestamp with time zone,
  calls integer not null default 0,
  constraint visit_period_pkey PRIMARY KEY (id),
  constraint visit_period_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES counter(id),
  constraint visit_period_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint visit_period_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint visit_period_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id),
  constraint visit_period_check CHECK ((((state = 'waiting'::text) = (ranks_at IS NOT NULL)) AND ((state = 'waiting'::text) = (waits_since IS NOT NULL)))),
  constraint visit_period_check1 CHECK (((to_at IS NULL) OR (to_at >= from_at))),
  constraint visit_period_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'called'::text, 'serving'::text, 'on-hold'::text])))
);
CREATE UNIQUE INDEX visit_at_counter ON public.visit_period USING btree (counter_id) WHERE ((to_at IS NULL) AND (state = ANY (ARRAY['called'::text, 'serving'::text])));
CREATE INDEX visit_line ON public.visit_period USING btree (place_id, day, ranks_at, visit_id) WHERE ((to_at IS NULL) AND (state = 'waiting'::text));
CREATE INDEX visit_period_of_day ON public.visit_period USING btree (place_id, day, to_at);
CREATE UNIQUE INDEX visit_period_open ON public.visit_period USING btree (visit_id) WHERE (to_at IS NULL);
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)));
policy ticket for insert with check ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)) AND (state = 'waiting'::text));
grant insert, select to guichet_app;
grant update (to_at, called_again_at, calls) to guichet_app;

-- row security forced
table visit_request (
  id uuid not null,
  visit_id uuid,
  place_id uuid not null,
  counter_id uuid not null,
  staff_id uuid not null,
  family text not null,
  kind text not null,
  service_code text,
  form uuid,
  case_id uuid,
  at timestamp with time zone not null,
  constraint visit_request_pkey PRIMARY KEY (id),
  constraint visit_request_form_key UNIQUE (form),
  constraint visit_request_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id),
  constraint visit_request_counter_id_fkey FOREIGN KEY (counter_id) REFERENCES counter(id),
  constraint visit_request_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id),
  constraint visit_request_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint visit_request_visit_id_fkey FOREIGN KEY (visit_id) REFERENCES visit(id),
  constraint visit_request_check CHECK (((kind = 'request'::text) = (form IS NOT NULL))),
  constraint visit_request_check1 CHECK (((kind = 'quick'::text) OR (visit_id IS NOT NULL))),
  constraint visit_request_kind_check CHECK ((kind = ANY (ARRAY['request'::text, 'quick'::text])))
);
CREATE INDEX visit_request_of_day ON public.visit_request USING btree (place_id, at);
CREATE INDEX visit_request_of_visit ON public.visit_request USING btree (visit_id, at);
policy at_work for all using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text])) with check (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
policy in_the_hall for select using ((( SELECT actor_kind() AS actor_kind) = 'device'::text) AND (place_id = ( SELECT actor_place() AS actor_place)));
grant insert, select to guichet_app;
grant update (case_id) to guichet_app;

-- row security forced
table webhook (
  id uuid not null,
  url text,
  kinds text[] not null,
  teams text[] not null,
  data_key bytea not null,
  secret_sealed bytea not null,
  previous_sealed bytea,
  previous_until timestamp with time zone,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  ended_at timestamp with time zone,
  url_sealed bytea,
  host text,
  constraint webhook_pkey PRIMARY KEY (id),
  constraint webhook_made_by_fkey FOREIGN KEY (made_by) REFERENCES staff(id),
  constraint webhook_check CHECK (((previous_sealed IS NULL) = (previous_until IS NULL))),
  constraint webhook_check1 CHECK (((url IS NULL) OR (url_sealed IS NULL))),
  constraint webhook_check2 CHECK (((ended_at IS NOT NULL) OR (url IS NOT NULL) OR (url_sealed IS NOT NULL))),
  constraint webhook_kinds_check CHECK ((cardinality(kinds) > 0)),
  constraint webhook_teams_check CHECK ((cardinality(teams) > 0)),
  constraint webhook_url_check CHECK ((length(url) <= 500))
);
CREATE TRIGGER known AFTER INSERT ON public.webhook FOR EACH STATEMENT EXECUTE FUNCTION note_webhook();
policy changed for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_answers_for_all() AS actor_answers_for_all) OR (( SELECT actor_supervises() AS actor_supervises) AND (teams <@ ( SELECT actor_own_teams() AS actor_own_teams))));
policy made for insert with check (( SELECT actor_supervises() AS actor_supervises) AND (teams <@ ( SELECT actor_own_teams() AS actor_own_teams)));
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR ( SELECT actor_answers_for_all() AS actor_answers_for_all) OR (( SELECT actor_supervises() AS actor_supervises) AND (teams && ( SELECT actor_own_teams() AS actor_own_teams))));
grant insert, select to guichet_app;
grant update (url, secret_sealed, previous_sealed, previous_until, ended_at, url_sealed, host) to guichet_app;

-- row security forced
table webhook_delivery (
  id uuid not null,
  webhook_id uuid not null,
  subject_id uuid not null,
  seq integer not null,
  kind text not null,
  at timestamp with time zone not null,
  attempts integer not null default 0,
  tried_at timestamp with time zone,
  status integer,
  why text,
  delivered_at timestamp with time zone,
  parked_at timestamp with time zone,
  constraint webhook_delivery_pkey PRIMARY KEY (id),
  constraint webhook_delivery_webhook_id_subject_id_seq_key UNIQUE (webhook_id, subject_id, seq),
  constraint webhook_delivery_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhook(id),
  constraint webhook_delivery_check CHECK (((delivered_at IS NULL) OR (parked_at IS NULL)))
);
CREATE INDEX webhook_delivery_age ON public.webhook_delivery USING btree (at);
CREATE INDEX webhook_delivery_newest ON public.webhook_delivery USING btree (webhook_id, at DESC, id DESC);
CREATE INDEX webhook_delivery_parked ON public.webhook_delivery USING btree (webhook_id, at) WHERE (parked_at IS NOT NULL);
CREATE INDEX webhook_delivery_under_way ON public.webhook_delivery USING btree (webhook_id, tried_at) WHERE ((delivered_at IS NULL) AND (parked_at IS NULL) AND (status IS NULL) AND (why IS NULL));
policy forgotten for delete using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy seen for select using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM webhook w WHERE (w.id = webhook_delivery.webhook_id))));
policy sent for update using ((( SELECT actor_kind() AS actor_kind) = 'system'::text) OR (EXISTS ( SELECT 1 FROM webhook w WHERE (w.id = webhook_delivery.webhook_id))));
policy told for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
grant delete, insert, select to guichet_app;
grant update (attempts, tried_at, status, why, delivered_at, parked_at) to guichet_app;

-- row security forced
table webhook_known (
  one boolean not null,
  constraint webhook_known_pkey PRIMARY KEY (one),
  constraint webhook_known_one_check CHECK (one)
);
policy noted for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy seen for select using true;
grant select to guichet_app;

-- row security forced
table whole_body (
  staff_id uuid not null,
  given_by uuid,
  given_at timestamp with time zone not null,
  constraint whole_body_pkey PRIMARY KEY (staff_id),
  constraint whole_body_given_by_fkey FOREIGN KEY (given_by) REFERENCES staff(id),
  constraint whole_body_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id),
  constraint whole_body_check CHECK ((given_by IS DISTINCT FROM staff_id))
);
policy desk_reads for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['door'::text, 'staff'::text, 'system'::text]));
policy given for insert with check (( SELECT actor_answers_for_all() AS actor_answers_for_all) AND (staff_id IS DISTINCT FROM ( SELECT actor_staff() AS actor_staff)));
policy withdrawn for delete using (( SELECT actor_answers_for_all() AS actor_answers_for_all) AND (staff_id IS DISTINCT FROM ( SELECT actor_staff() AS actor_staff)));
grant delete, insert, select to guichet_app;

-- row security forced
table work_hour (
  hour timestamp with time zone not null,
  team text not null,
  service_code text not null,
  channel text not null,
  arrived integer not null,
  taken integer not null,
  closed integer not null,
  kept integer not null,
  missed integer not null,
  take_waits integer[] not null,
  close_waits integer[] not null,
  constraint work_hour_pkey PRIMARY KEY (hour, team, service_code, channel),
  constraint work_hour_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'mail'::text, 'counter'::text])))
);
policy counted for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy seen for select using (( SELECT sees_all_teams() AS sees_all_teams) OR (team = ANY (( SELECT staff_teams() AS staff_teams)::text[])));
grant insert, select to guichet_app;

-- row security forced
table work_mark (
  only_one boolean not null default true,
  since timestamp with time zone not null,
  upto timestamp with time zone not null,
  constraint work_mark_pkey PRIMARY KEY (only_one),
  constraint work_mark_only_one_check CHECK (only_one)
);
policy begun for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy counted for update using (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy known_actor for select using (( SELECT actor_kind() AS actor_kind) = ANY (ARRAY['staff'::text, 'system'::text]));
grant insert, select to guichet_app;
grant update (upto) to guichet_app;

-- row security forced
table work_open (
  day date not null,
  team text not null,
  service_code text not null,
  channel text not null,
  open integer not null,
  constraint work_open_pkey PRIMARY KEY (day, team, service_code, channel),
  constraint work_open_channel_check CHECK ((channel = ANY (ARRAY['web'::text, 'phone'::text, 'mail'::text, 'counter'::text])))
);
policy counted for insert with check (( SELECT actor_kind() AS actor_kind) = 'system'::text);
policy seen for select using (( SELECT sees_all_teams() AS sees_all_teams) OR (team = ANY (( SELECT staff_teams() AS staff_teams)::text[])));
grant insert, select to guichet_app;
