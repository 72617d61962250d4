import type { Answers } from '@guichet/catalogue';
import { newId } from '@guichet/kernel';
import type { PreparedCase } from './prepare-case.ts';

const hex = (bytes: Buffer | null) => (bytes === null ? null : `\\x${bytes.toString('hex')}`);

/** Writes a group's rows as one JSON text a table, in the database's own input forms (bytea as `\x…`, instants as ISO). */
export function rowsOf(
  group: PreparedCase[],
): Record<
  'cases' | 'answers' | 'clocks' | 'events' | 'jobs' | 'tasks' | 'evidence' | 'participations',
  string
> {
  const each = (rows: (prepared: PreparedCase) => object[]) => JSON.stringify(group.flatMap(rows));
  return {
    cases: each((one) => [
      {
        case_id: one.id,
        reference: one.reference,
        service_code: one.service.definition.code,
        service_version: one.service.definition.version,
        language: one.submission.language,
        channel: one.submission.channel,
        team: one.service.definition.routing.team,
        deposited_at: one.depositedAt,
        captured_at: one.capturedAt,
        due_at: one.dueAt,
        place: one.place.text,
        place_key: one.place.key,
        reply_way: one.replyWay,
        reply_sealed: hex(one.replySealed),
        data_key: hex(one.dataKey),
        proofs: one.proofs.map(hex),
        scope: one.key.scope,
        key_hash: hex(one.key.hash),
        fingerprint: hex(one.key.fingerprint),
        draft_id: one.submission.draftId ?? null,
        contact_id: newId(),
        queue_class: one.queueClass,
      },
    ]),
    answers: each((one) =>
      one.answers.map(({ question, sensitivity, value, sealed, provenance }) => ({
        case_id: one.id,
        question,
        sensitivity,
        value,
        sealed: hex(sealed),
        provenance,
      })),
    ),
    clocks: each((one) =>
      one.clocks.map(({ id, kind, dueAt }) => ({
        id,
        case_id: one.id,
        kind,
        started_at: one.depositedAt,
        due_at: dueAt,
      })),
    ),
    events: each(({ event }) => [
      {
        subject_id: event.subjectId,
        kind: event.kind,
        actor_kind: event.actorKind,
        actor_id: event.actorId,
        at: event.at,
        data: event.data,
        previous_hash: hex(event.previousHash),
        hash: hex(event.hash),
      },
    ]),
    jobs: each((one) =>
      one.jobs.map(({ id, job, ids }) => ({ id, case_id: one.id, job, ids, at: one.capturedAt })),
    ),
    tasks: each((one) =>
      one.tasks.map(({ id, question, evidenceId }) => ({
        id,
        case_id: one.id,
        team: one.service.definition.routing.team,
        question,
        evidence_id: evidenceId,
        at: one.capturedAt,
      })),
    ),
    participations: each((one) =>
      one.participation === null
        ? []
        : [
            {
              case_id: one.id,
              service_code: one.service.definition.code,
              person_index: hex(one.participation),
              at: one.capturedAt,
            },
          ],
    ),
    evidence: each((one) => evidenceOf(one).map((id) => ({ id, case_id: one.id }))),
  };
}

function evidenceOf({ submission }: PreparedCase): string[] {
  return [...new Set([...(submission.evidence ?? []), ...filesIn(submission.answers)])];
}

/** Finds the originals that answers name: uploads and recordings, also inside groups. */
function filesIn(answers: Record<string, unknown>): string[] {
  return Object.values(answers as Answers).flatMap((value) => {
    if (Array.isArray(value))
      return value.flatMap((entry) => (typeof entry === 'object' ? filesIn({ ...entry }) : []));
    if (typeof value !== 'object' || value === null || !('evidence' in value)) return [];
    return Array.isArray(value.evidence) ? value.evidence : [value.evidence];
  });
}
