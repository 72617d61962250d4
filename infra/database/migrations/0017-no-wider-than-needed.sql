-- 0015 saw no row: row security is forced upon the owner too, who acts as nobody until it says otherwise.
select set_config('guichet.actor_kind', 'system', true);
update text_message set data_key = null, sealed = null where fate <> 'later' and sealed is not null;

-- Staff count text messages and see none: neither the telephone that is still sealed nor whose draft it is.
drop policy counted on text_message;
create function count_texts(since timestamptz, until timestamptz)
  returns table (asked integer, arrived integer, not_arrived integer, unsure integer, under_way integer)
  language sql stable set guichet.actor_kind = 'system'
  as $$
    select count(*)::int, (count(*) filter (where fate = 'delivered'))::int, (count(*) filter (where fate = 'bounced'))::int,
      (count(*) filter (where fate = 'unsure'))::int, (count(*) filter (where fate is null or fate in ('sent', 'later')))::int
    from text_message where created_at between since and until $$;

-- What was written to a person stays as it was written: only its way may change.
revoke update on reply from guichet_app;
grant update (way) on reply to guichet_app;

-- What the line hears of itself is told by the telephone's own hand, no caller's.
do $$
declare t text;
begin
  foreach t in array array['call_record', 'call_request', 'call_miss'] loop
    execute format('drop policy written on %I', t);
    execute format('create policy written on %I for insert with check ((select actor_kind()) = ''system'')', t);
  end loop;
end $$;
