-- The rows of one acceptance of `nid-de-poule`, by one prepared statement a case: what pgbench is asked to do.
-- Each client counts its own references, so that no two runs ever meet.
\set made :made + 1
with input as (
  select uuidv7() as case_id, (1000000000::bigint + :run * 1000000000::bigint + :client_id * 1000000::bigint + :made)::text as reference, uuidv7() as contact_id,
    now() as at, decode(md5(random()::text), 'hex') as key_hash, decode(repeat('ab', 92), 'hex') as sealed,
    decode(repeat('cd', 61), 'hex') as data_key
), fresh as (
  insert into intake_key (scope, key_hash, fingerprint, case_id, reference, due_at, accepted_at)
  select 'api', key_hash, key_hash, case_id, reference, at, at from input
  on conflict (scope, key_hash) do nothing returning case_id
), opened as (
  insert into cases (id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at, due_at,
    reply_way, reply_sealed, data_key, proofs, place, place_key, queue_class)
  select case_id, reference, 'nid-de-poule', 1, 'fr', 'web', 'voirie', at, at, at, 'email', sealed, data_key, array[key_hash, key_hash],
    '12, rue Saint-Denis', 'saint denis', 1
  from input join fresh using (case_id)
), answered as (
  insert into case_answer (case_id, question, sensitivity, value, sealed, provenance)
  select case_id, question, case when question = 'reply-email' then 'personal' else 'open' end,
    case when question = 'reply-email' then null else '"medium"'::jsonb end,
    case when question = 'reply-email' then sealed end, '{"how":"typed"}'
  from input join fresh using (case_id) cross join unnest(array['place', 'size', 'danger', 'reply-way', 'reply-email']) as question
), started as (
  insert into clock (id, case_id, kind, started_at, due_at)
  select uuidv7(), case_id, kind, at, at from input join fresh using (case_id) cross join unnest(array['acknowledge', 'decide']) as kind
), queued as (
  insert into queue_entry (case_id, team, class, due_at, deposited_at, service_code, channel, language, place_key)
  select case_id, 'voirie', 1, at, at, 'nid-de-poule', 'web', 'fr', 'saint denis' from input join fresh using (case_id)
), touched as (
  insert into contact (id, case_id, direction, channel, kind, at)
  select contact_id, case_id, 'in', 'web', 'request', at from input join fresh using (case_id)
), told as (
  insert into event (subject_id, seq, subject_kind, kind, actor_kind, actor_id, at, data, previous_hash, hash)
  select case_id, 1, 'case', 'case.opened', 'public', 'api', at,
    '{"channel":"web","service":"nid-de-poule","version":1,"questions":["place","size","danger","reply-way","reply-email"]}', key_hash, key_hash
  from input join fresh using (case_id)
), headed as (
  insert into event_head (subject_id, seq, hash) select case_id, 1, key_hash from input join fresh using (case_id)
), staged as (
  insert into outbox (id, job, ids, created_at, due_at)
  select uuidv7(), 'casework.acknowledge', jsonb_build_object('caseId', case_id), at, at from input join fresh using (case_id)
)
select case_id from fresh;
