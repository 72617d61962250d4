import {
  type Answers,
  type CompiledService,
  partOf,
  type Provenance,
  type Sensitivity,
} from '@guichet/catalogue';
import { type CaseId, DeskError, type LetterId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import { answersOf } from '../cases/answers-of.ts';
import { type LockedCase, lockCase } from '../cases/lock-case.ts';
import { signProvenance } from '../cases/sign-provenance.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import type { Acceptance } from '../intake/accept-submission.ts';
import { type OpenKey, unwrapDataKey } from '../privacy/case-key.ts';
import { proofsOf, statusCode } from '../privacy/proofs.ts';
import { joinPages, lockLetter } from './join-letter.ts';

export interface AnswerCase {
  letterId: LetterId;
  /** Of the case that the letter's form was printed for, digits only. */
  reference: string;
  /** Keys of the questions on the form. */
  asked: readonly string[];
  answers: Record<string, unknown>;
  provenance?: Record<string, Provenance>;
}

/**
 * Takes what a person answered on the form that we sent them for their case: answers and pages become part of it.
 *
 * Guarantee: one letter, once; no new case; only the questions of the form are touched; a case that waited for the person waits
 *   no longer; of a case closed meanwhile the answers stand as they were decided on, and the pages join it.
 * Errors: not-found — no such letter, or no such case of the actor's teams; conflict — the letter was settled otherwise.
 */
export async function answerCase(
  ctx: DeskContext,
  input: AnswerCase,
  alsoWrite?: (tx: DeskTx) => Promise<void>,
): Promise<Acceptance> {
  return transact<Acceptance>(ctx, 'mailroom.settle', async (tx) => {
    const letter = await lockLetter(tx, input.letterId);
    const found = await lockCase(tx, input.reference);
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    if (!service) throw new DeskError('gone', 'data-destroyed');
    const { id, reference, dueAt } = found;
    const done = { id, reference, dueAt, service, statusCode: statusCode(ctx.keyring, id) };
    if (letter.settledAs === 'case' && letter.caseId === found.id)
      return tx.unchanged({ kind: 'already', case: done, sameFacts: true });
    if (letter.settledAs !== null) throw new DeskError('conflict', 'letter-settled');
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const before = await answersOf(tx.sql, found.id, key);
    const part = partOf(service, input.asked);
    const read = part.parse(input.answers, { today: todayOf(found.depositedAt), answers: before });
    if (!read.ok) return tx.unchanged({ kind: 'incomplete', service: part, problems: read.problems });
    if (found.closedAs === null)
      await writeAnswers(ctx, tx, { ...input, found, service, key, before }, read.value);
    await alsoWrite?.(tx);
    await joinPages(ctx, tx, input.letterId, found);
    const data = { letterId: input.letterId, questions: Object.keys(read.value) };
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'case.answered', data },
      { kind: 'accepted', case: done },
    );
  });
}

interface Writing extends AnswerCase {
  found: LockedCase;
  service: CompiledService;
  key: OpenKey;
  before: Answers;
}

/** A question answered before keeps its row; one never answered gets one. */
async function writeAnswers(
  ctx: DeskContext,
  tx: DeskTx,
  { found, service, key, before, provenance }: Writing,
  answers: Answers,
): Promise<void> {
  const caseId: CaseId = found.id;
  for (const [question, value] of Object.entries(answers)) {
    const sensitivity: Sensitivity = service.sensitivityOf.get(question) ?? 'sensitive';
    const open = sensitivity === 'open' ? tx.sql.json(value as never) : null;
    const sealed = sensitivity === 'open' ? null : key.seal(`answer:${question}`, value);
    const told = provenance?.[question] ?? { how: 'typed-by-staff' };
    const how = tx.sql.json(signProvenance(told, ctx.actor, 'mail') as never);
    await tx.sql`
      insert into case_answer (case_id, question, sensitivity, value, sealed, provenance)
      values (${caseId}, ${question}, ${sensitivity}, ${open}, ${sealed}, ${how})
      on conflict (case_id, question) do update set value = excluded.value, sealed = excluded.sealed, provenance = excluded.provenance`;
  }
  const proofs = proofsOf(ctx.keyring, caseId, service, { ...before, ...answers });
  const hex = proofs.map((proof) => proof.toString('hex'));
  await tx.sql`
    update cases set proofs = array(select decode(f, 'hex') from unnest(${hex}::text[]) as f) where id = ${caseId}`;
  await tx.stage('casework.index-case', { caseId });
}
