import { type CompiledService, isPending } from '@guichet/catalogue';
import { DeskError, idOfHash, type TaskId } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import { answersOf } from '../../cases/answers-of.ts';
import { type LockedCase, lockCase } from '../../cases/lock-case.ts';
import { startWaiting } from '../../cases/start-waiting.ts';
import { writeReply } from '../../cases/write-reply.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { newDataKey, type OpenKey, unwrapDataKey } from '../../privacy/case-key.ts';
import type { CallBackContent } from '../request-call-back.ts';

/** What staff may want done on a case. */
export const addedKinds = ['call-back', 'missing-document', 'follow-up', 'own'] as const;
export type AddedKind = (typeof addedKinds)[number];

export interface AddTask {
  reference: string;
  kind: AddedKind;
  /** What is to be done; of a missing document, what is asked of the person, in their language. Up to 1,000 characters. */
  words: string;
  /** ISO day. */
  dueOn?: string;
  /** Of a missing document: asks the person for it the way they chose. */
  ask?: boolean;
  /** Of one asked for: stops the clocks until it comes, where the service lets them. */
  waits?: boolean;
  /** One task a key, which the form carries. */
  key: string;
}

/** Unit: characters. */
const wordsMax = 1000;

/**
 * Puts a task on a case: a call to return, a document to come, a follow-up, or staff's own words; a document is asked of the person at once.
 *
 * Guarantee: task, question and pause are one transaction; the words are sealed with the case; repeating is harmless.
 * Errors: not-found; conflict — it is closed; invalid — no words, a day that is past or none, no number to call, or no way to ask.
 */
export async function addTask(ctx: DeskContext, input: AddTask): Promise<TaskId> {
  return transact<TaskId>(ctx, 'task.add', async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    if (!addedKinds.includes(input.kind)) throw new DeskError('invalid', 'task-kind-missing');
    const words = input.words.trim();
    if (words.length > wordsMax || (words === '' && input.kind !== 'call-back'))
      throw new DeskError('invalid', 'task-words-missing', { params: { max: wordsMax } });
    const dueOn = dayOf(input.dueOn, todayOf(tx.now));
    const found = await lockCase(tx, input.reference);
    if (found.closedAs !== null && input.kind === 'missing-document')
      throw new DeskError('conflict', 'case-closed');
    const id = idOfHash<'task'>(ctx.keyring.blindIndex('task', `${found.id}|${input.key}`));
    const [made] = await tx.sql`select 1 from task where id = ${id}`;
    if (made) return tx.unchanged(id);
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const call = input.kind === 'call-back' ? await callOf(ctx, tx, found, key, id) : undefined;
    const replyId = input.ask === true ? await ask(tx, found, key, input.kind, words) : null;
    await tx.sql`
      insert into task (id, kind, team, case_id, data_key, sealed, words_sealed, due_on, made_by, reply_id, created_at)
      values (${id}, ${input.kind}, ${found.team}, ${found.id}, ${call?.wrapped ?? null}, ${call?.sealed ?? null},
        ${words === '' ? null : key.seal(`task:${id}`, { words })}, ${dueOn}, ${actor.staffId}, ${replyId}, ${tx.now})`;
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const mayWait = service?.definition.clocks.pauseWhenWaitingForPerson === true && found.pausedAt === null;
    const waits = replyId !== null && input.waits === true && mayWait;
    if (waits) {
      await startWaiting(tx, found);
      const data = { reason: 'waiting-for-person', replyId };
      await tx.note({ subject: { kind: 'case', id: found.id }, kind: 'case.paused', data });
    }
    const data = { taskId: id, task: input.kind, ...(replyId === null ? {} : { replyId }) };
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'task.added', data }, id);
  });
}

/** Errors: invalid — no such day, or a day that is past. */
function dayOf(day: string | undefined, today: string): string | null {
  if (day === undefined || day === '') return null;
  const at = new Date(`${day}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(at.getTime());
  if (!isDay || at.toISOString().slice(0, 10) !== day || day < today)
    throw new DeskError('invalid', 'task-day-wrong');
  return day;
}

/** Errors: invalid — it is no document, or the person wants no answer. */
async function ask(tx: DeskTx, found: LockedCase, key: OpenKey, kind: AddedKind, words: string) {
  if (kind !== 'missing-document' || found.replyWay === 'none')
    throw new DeskError('invalid', 'no-way-to-ask');
  const replyId = await writeReply(tx, found, key, 'question', words);
  await tx.stage('correspondence.send', { replyId });
  return replyId;
}

/** Errors: invalid — the request names no telephone. */
async function callOf(ctx: DeskContext, tx: DeskTx, found: LockedCase, caseKey: OpenKey, id: TaskId) {
  const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
  const phone = service && phoneIn(service, await answersOf(tx.sql, found.id, caseKey));
  if (phone === undefined) throw new DeskError('invalid', 'no-number-to-call');
  const { wrapped, key } = newDataKey(ctx.keyring, `task:${id}`);
  const content: CallBackContent = { language: found.language, phone, reason: 'desk' };
  return { wrapped, sealed: key.seal('content', content) };
}

/** The telephone that the request names: the one to reply to first. */
function phoneIn(
  service: CompiledService,
  answers: Awaited<ReturnType<typeof answersOf>>,
): string | undefined {
  const reply = service.replyChoice(answers);
  if ('phone' in reply && typeof reply.phone === 'string') return reply.phone;
  return service.questions
    .filter(({ type }) => type === 'phone')
    .map(({ key }) => answers[key])
    .find((value): value is string => typeof value === 'string' && !isPending(value));
}
