-- How staff find a case by what it says, decision 0024: for each case a set of keyed hashes, cut to 24 bits, of the words that people
-- wrote and of how they are reached. Never of a sensitive answer. Open and closed cases alike.
create table case_search (
  case_id uuid primary key references cases (id) on delete cascade,
  team text not null,
  -- Counts cases as they are indexed: a block of 8,192 is looked through at a time, the newest first.
  seq bigint generated always as identity,
  -- 0 to 2^24 - 1: of words. Above: of the team. Below 0: of the block.
  tokens integer[] not null
);
-- No pending list: a search never reads through what was not sorted in yet. One case at a time is sorted in by a worker, where nobody waits.
create index case_search_tokens on case_search using gin (tokens) with (fastupdate = off);

create function team_token(team text) returns integer language sql immutable parallel safe
  as $$ select 16777216 + (hashtext(team) & 16777215) $$;
create function place_tokens() returns trigger language plpgsql as $$
begin
  new.tokens := array(select distinct t from unnest(new.tokens) t where t between 0 and 16777215)
    || team_token(new.team) || (-1 - (new.seq >> 13))::integer;
  return new;
end $$;
create trigger placed before insert or update on case_search for each row execute function place_tokens();

alter table case_search enable row level security;
alter table case_search force row level security;
-- The application reads no row of it but as the system, which writes them; the owner reads all for the look-up below and nothing else.
create policy indexed on case_search for all to guichet_app using ((select actor_kind()) = 'system') with check ((select actor_kind()) = 'system');
create policy looked_up on case_search for all to current_user using (true) with check (true);
grant select, insert, update (tokens) on case_search to guichet_app;

-- Everything up to here is indexed; what is newer is looked for again and again, so that acceptance writes nothing for the search.
create table search_mark (
  only_one boolean primary key default true check (only_one),
  upto uuid not null
);
alter table search_mark enable row level security;
alter table search_mark force row level security;
create policy indexed on search_mark for all using ((select actor_kind()) = 'system') with check ((select actor_kind()) = 'system');
grant select, insert, update on search_mark to guichet_app;

-- Gives the cases of the actor's teams whose tokens hold one of each term's alternatives, the newest first, no more than wanted.
-- An index that row security stands before is not used for what is no leakproof operator: the look-up runs as the owner, and says
-- itself which teams' cases it gives. Newest two blocks, then eight more, then all: what is common is found at once, what is rare costs little.
-- Of what is in every second case and yet seldom together no more than 2,000 rows are looked at.
create function cases_with(terms text[], wanted integer) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off as $$
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
end $$;
revoke execute on function cases_with(text[], integer) from public;
grant execute on function cases_with(text[], integer) to guichet_app;

-- What can be found goes with the key of what it says; and a case that changes its team is found by the other team.
create function follow_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.data_key is null then delete from case_search where case_id = new.id;
  elsif new.team <> old.team then update case_search set team = new.team where case_id = new.id;
  end if;
  return null;
end $$;
create trigger searched after update of data_key, team on cases for each row
  when (new.data_key is null or new.team <> old.team) execute function follow_case();
