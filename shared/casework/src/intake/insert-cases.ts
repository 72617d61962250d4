import { newReference } from '@guichet/kernel';
import type { Sql } from '@guichet/platform';
import type { PreparedCase } from './prepare-case.ts';
import { rowsOf } from './rows-of.ts';

const triesMax = 5;

/**
 * Inserts all rows of a group of cases and gives the ids of those that are new.
 *
 * Guarantee: one statement, one commit, one round trip; a case whose key was used before writes nothing; a reference that
 *   another case has already is made anew.
 */
export async function insertCases(sql: Sql, group: PreparedCase[]): Promise<ReadonlySet<string>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await insertOnce(sql, group);
    } catch (error) {
      const taken = (error as { constraint_name?: unknown }).constraint_name === 'cases_reference_key';
      if (!taken || attempt === triesMax) throw error;
      for (const prepared of group) prepared.reference = newReference();
    }
  }
}

/**
 * The acceptance statement. Each table's rows come as one JSON parameter, so the text is the same for a group of any size
 * and stays prepared. `fresh` decides: only the first holder of an idempotency key goes on; on conflict, later ones drop out
 * of every join below. No order is needed: rows of one case depend on nothing but its id.
 */
async function insertOnce(sql: Sql, group: PreparedCase[]): Promise<ReadonlySet<string>> {
  const rows = rowsOf(group);
  const fresh = await sql<{ caseId: string }[]>`
    with input as (
      select * from json_to_recordset(${rows.cases}::text::json) as t (
        case_id uuid, reference text, service_code text, service_version integer, language text, channel text, team text,
        deposited_at timestamptz, captured_at timestamptz, due_at timestamptz, reply_way text, reply_sealed bytea,
        data_key bytea, proofs bytea[], place text, place_key text, scope text, key_hash bytea, fingerprint bytea, draft_id uuid,
        contact_id uuid, queue_class integer)
    ), fresh as (
      insert into intake_key (scope, key_hash, fingerprint, case_id, reference, due_at, accepted_at)
      select scope, key_hash, fingerprint, case_id, reference, due_at, captured_at from input
      on conflict (scope, key_hash) do nothing
      returning case_id
    ), opened as (
      insert into cases (id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at,
        due_at, reply_way, reply_sealed, data_key, proofs, place, place_key, queue_class)
      select case_id, reference, service_code, service_version, language, channel, team, deposited_at, captured_at, due_at,
        reply_way, reply_sealed, data_key, proofs, place, place_key, queue_class
      from input join fresh using (case_id)
    ), answered as (
      insert into case_answer (case_id, question, sensitivity, value, sealed, provenance)
      select case_id, question, sensitivity, value, sealed, provenance
      from json_to_recordset(${rows.answers}::text::json)
        as t (case_id uuid, question text, sensitivity text, value jsonb, sealed bytea, provenance jsonb)
      join fresh using (case_id)
    ), started as (
      insert into clock (id, case_id, kind, started_at, due_at)
      select id, case_id, kind, started_at, due_at
      from json_to_recordset(${rows.clocks}::text::json)
        as t (id uuid, case_id uuid, kind text, started_at timestamptz, due_at timestamptz)
      join fresh using (case_id)
    ), queued as (
      insert into queue_entry (case_id, team, class, due_at, deposited_at, service_code, channel, language, place_key)
      select case_id, team, queue_class, due_at, deposited_at, service_code, channel, language, place_key
      from input join fresh using (case_id)
    ), touched as (
      insert into contact (id, case_id, direction, channel, kind, at)
      select contact_id, case_id, 'in', channel, 'request', deposited_at from input join fresh using (case_id)
    ), told as (
      insert into event (subject_id, seq, subject_kind, kind, actor_kind, actor_id, at, data, previous_hash, hash)
      select subject_id, 1, 'case', kind, actor_kind, actor_id, at, data, previous_hash, hash
      from json_to_recordset(${rows.events}::text::json)
        as t (subject_id uuid, kind text, actor_kind text, actor_id text, at timestamptz, data jsonb, previous_hash bytea, hash bytea)
      join fresh on case_id = subject_id
    ), headed as (
      insert into event_head (subject_id, seq, hash)
      select subject_id, 1, hash from json_to_recordset(${rows.events}::text::json) as t (subject_id uuid, hash bytea)
      join fresh on case_id = subject_id
    ), staged as (
      insert into outbox (id, job, ids, created_at, due_at)
      select id, job, ids, at, at
      from json_to_recordset(${rows.jobs}::text::json) as t (id uuid, case_id uuid, job text, ids jsonb, at timestamptz)
      join fresh using (case_id)
    ), tasked as (
      insert into task (id, kind, team, case_id, question, evidence_id, created_at)
      select id, 'transcription', team, case_id, question, evidence_id, at
      from json_to_recordset(${rows.tasks}::text::json)
        as t (id uuid, case_id uuid, team text, question text, evidence_id uuid, at timestamptz)
      join fresh using (case_id)
    ), participated as (
      insert into participation (service_code, person_index, answered_at)
      select service_code, person_index, at
      from json_to_recordset(${rows.participations}::text::json)
        as t (case_id uuid, service_code text, person_index bytea, at timestamptz)
      join fresh using (case_id)
    ), attached as (
      update evidence set case_id = t.case_id
      from json_to_recordset(${rows.evidence}::text::json) as t (id uuid, case_id uuid)
      join fresh using (case_id)
      where evidence.id = t.id and evidence.case_id is null
    ), finished as (
      update draft set case_id = input.case_id
      from input join fresh using (case_id)
      where draft.id = input.draft_id and draft.case_id is null
    )
    select case_id from fresh`;
  return new Set(fresh.map(({ caseId }) => caseId));
}
