import {
  type Answers,
  type AnswerValue,
  type CompiledService,
  isPending,
  isPlace,
  type Submission,
} from '@guichet/catalogue';
import { type CaseId, canonicalJson, newId, newReference, type Reference } from '@guichet/kernel';
import type { JobName } from '@guichet/jobs';
import { type ChainedEvent, chain, chainStart } from '../audit/chain.ts';
import { signProvenance } from '../cases/sign-provenance.ts';
import { type ClockKind, clocksOf } from '../clocks/due.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { placeKey } from '../queues/place-key.ts';
import { newDataKey, type OpenKey } from '../privacy/case-key.ts';
import { proofsOf } from '../privacy/proofs.ts';
import { nameQuestion } from './forget-name.ts';

/** Every row that one acceptance writes, ready to be sent in one statement. */
export interface PreparedCase {
  id: CaseId;
  reference: Reference;
  service: CompiledService;
  submission: Submission;
  depositedAt: Date;
  capturedAt: Date;
  dueAt: Date;
  /** What it asks of whoever takes it. */
  queueClass: number;
  key: { scope: string; hash: Buffer; fingerprint: Buffer };
  /** Of a service answered once a person: who answered, as a keyed hash. */
  participation: Buffer | null;
  dataKey: Buffer;
  proofs: Buffer[];
  /** What an open answer says of where it is, and the street of it. */
  place: { text: string | null; key: string | null };
  replyWay: string;
  replySealed: Buffer | null;
  answers: {
    question: string;
    sensitivity: string;
    value: unknown;
    sealed: Buffer | null;
    provenance: unknown;
  }[];
  clocks: { id: string; kind: ClockKind; dueAt: Date }[];
  tasks: { id: string; question: string; evidenceId: string }[];
  event: ChainedEvent;
  jobs: { id: string; job: JobName; ids: Record<string, string> }[];
}

/** Lays out the rows of a new case: seals what is above `open`, starts clocks, chains the first event. Pure but for keys and ids. */
export function prepareCase(
  ctx: DeskContext,
  service: CompiledService,
  submission: Submission,
  given: Answers,
  now: Date,
  queueClass: number,
): PreparedCase {
  const answers = withoutName(service, given);
  const id = newId<'case'>();
  const depositedAt = submission.depositedAt && submission.depositedAt < now ? submission.depositedAt : now;
  const { wrapped, key } = newDataKey(ctx.keyring, `case:${id}`);
  const clocks = clocksOf(service.definition, depositedAt, ctx.closures?.known).map((clock) => ({
    id: newId<'clock'>(),
    ...clock,
  }));
  const decides = clocks.filter(({ kind }) => kind !== 'acknowledge').map((clock) => clock.dueAt.getTime());
  const reply = service.replyChoice(answers);
  const tasks = pendingOf(answers).map((task) => ({ id: newId<'task'>(), ...task }));
  const event = chain(
    {
      subject: { kind: 'case', id },
      kind: 'case.opened',
      data: {
        channel: submission.channel,
        service: service.definition.code,
        version: service.definition.version,
        questions: Object.keys(answers),
        depositedOn: todayOf(depositedAt),
        ...(submission.withoutNetwork ? { withoutNetwork: true } : {}),
      },
    },
    ctx.actor,
    now,
    { seq: 0, hash: chainStart },
  );
  return {
    id,
    reference: newReference(),
    service,
    submission,
    depositedAt,
    capturedAt: now,
    dueAt: new Date(Math.min(...decides)),
    queueClass,
    key: {
      scope: submission.idempotency.scope,
      hash: ctx.keyring.blindIndex('idempotency', submission.idempotency.key),
      fingerprint: ctx.keyring.blindIndex(
        'fingerprint',
        canonicalJson([service.definition.code, submission.language, given]),
      ),
    },
    participation: participationOf(ctx, service, given),
    dataKey: wrapped,
    proofs: proofsOf(ctx.keyring, id, service, answers),
    place: placeOf(service, answers),
    replyWay: reply.way,
    replySealed: reply.way === 'none' || reply.way === 'pickup' ? null : key.seal('reply', reply),
    answers: Object.entries(answers).map(([question, value]) =>
      answerRow(ctx, service, key, question, value, submission),
    ),
    clocks,
    tasks,
    event,
    jobs: [{ id: newId<'outbox'>(), job: 'casework.acknowledge', ids: { caseId: id } }],
  };
}

/** The first place that is no secret. */
function placeOf(service: CompiledService, answers: Answers): PreparedCase['place'] {
  for (const { key, type } of service.questions) {
    const answer = answers[key];
    if (type === 'place' && service.sensitivityOf.get(key) === 'open' && isPlace(answer))
      return { text: answer.text.slice(0, 200), key: placeKey(answer.text) ?? null };
  }
  return { text: null, key: null };
}

/** Of an anonymous answer, what the person is known by goes no further than its keyed hash. */
function withoutName(service: CompiledService, answers: Answers): Answers {
  const name = nameQuestion(service);
  return name === undefined
    ? answers
    : Object.fromEntries(Object.entries(answers).filter(([question]) => question !== name));
}

function participationOf(ctx: DeskContext, { definition }: CompiledService, answers: Answers): Buffer | null {
  const known = definition.who.once === undefined ? undefined : answers[definition.who.once];
  if (typeof known !== 'string') return null;
  return ctx.keyring.blindIndex('participation', `${definition.code}|${known.toLowerCase()}`);
}

function answerRow(
  { actor }: DeskContext,
  service: CompiledService,
  key: OpenKey,
  question: string,
  value: AnswerValue,
  submission: Submission,
) {
  const sensitivity = service.sensitivityOf.get(question) ?? 'sensitive';
  const told = submission.provenance?.[question] ?? { how: 'typed' };
  const provenance = signProvenance(told, actor, submission.channel);
  return sensitivity === 'open'
    ? { question, sensitivity, value, sealed: null, provenance }
    : { question, sensitivity, value: null, sealed: key.seal(`answer:${question}`, value), provenance };
}

/** Lists what was said and must be typed: `question`, or `group.0.member`. */
function pendingOf(answers: Answers): { question: string; evidenceId: string }[] {
  return Object.entries(answers).flatMap(([question, value]) => {
    if (isPending(value)) return [{ question, evidenceId: value.evidence }];
    if (!Array.isArray(value)) return [];
    return value.flatMap((entry, index) =>
      typeof entry === 'string'
        ? []
        : Object.entries(entry).flatMap(([member, inner]) =>
            isPending(inner)
              ? [{ question: `${question}.${index}.${member}`, evidenceId: inner.evidence }]
              : [],
          ),
    );
  });
}
