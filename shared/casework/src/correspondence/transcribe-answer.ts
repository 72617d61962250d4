import { isDeepStrictEqual } from 'node:util';
import type { Answers, CompiledService, Problem, ReplyWay, Sensitivity } from '@guichet/catalogue';
import { type CaseId, DeskError, type TaskId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import { answersOf } from '../cases/answers-of.ts';
import { signProvenance } from '../cases/sign-provenance.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { type OpenKey, unwrapDataKey } from '../privacy/case-key.ts';
import { proofsOf } from '../privacy/proofs.ts';
import { answerAt, questionAt, readAnswerPath, replacePending } from './answer-path.ts';
import { findRecipient, isHeld } from './find-recipient.ts';
import { freeHeldReplies } from './free-held-replies.ts';
import { releaseReplies } from './release-replies.ts';

export type Transcription =
  | { kind: 'transcribed'; repliesReleased: number }
  /** These very words stand there. */
  | { kind: 'already' }
  /** The task was done before, in other words or without any: these are not kept. */
  | { kind: 'overtaken' }
  | { kind: 'incomplete'; problems: Problem[] };

interface FoundTask {
  caseId: CaseId;
  question: string;
  doneAt: Date | null;
  serviceCode: string;
  serviceVersion: number;
  depositedAt: Date;
  replyWay: ReplyWay;
  replySealed: Buffer | null;
  dataKey: Buffer | null;
}

/**
 * Puts what a person typed from a recording in the place of the recording.
 *
 * Guarantee: read by the same rules as on every channel; done once; when it completes the address of the reply, the replies
 *   that waited for it go out in the same transaction; when it was the last to type and the address is still not whole, they go to
 *   the counter.
 * Errors: not-found — no such task, or another team's; gone — the data was destroyed; conflict — the answer is no recording.
 */
export async function transcribeAnswer(
  ctx: DeskContext,
  taskId: TaskId,
  value: unknown,
): Promise<Transcription> {
  return transact<Transcription>(ctx, 'task.do', async (tx) => {
    const task = await findTask(tx, taskId);
    const service = ctx.catalogue.find(task.serviceCode, task.serviceVersion);
    const path = readAnswerPath(task.question);
    const question = service && questionAt(service, path);
    if (!service || !question)
      throw new DeskError('broken', 'fault', { detail: `no question ${task.question}` });

    const key = unwrapDataKey(ctx.keyring, `case:${task.caseId}`, task.dataKey);
    const before = await answersOf(tx.sql, task.caseId, key);
    const read = service.parseAnswer(question, value, { today: todayOf(task.depositedAt), answers: before });
    if (task.doneAt !== null) {
      const isSame = read.ok && isDeepStrictEqual(read.value, answerAt(before, path));
      return tx.unchanged({ kind: isSame ? 'already' : 'overtaken' });
    }
    if (!read.ok) return tx.unchanged({ kind: 'incomplete', problems: read.problems });
    if (read.value === undefined)
      return tx.unchanged({ kind: 'incomplete', problems: [{ path: task.question, code: 'required' }] });
    const after = replacePending(before, path, read.value);
    if (!after) throw new DeskError('conflict', 'not-a-recording', { detail: task.question });

    await writeAnswer(ctx, tx, task.caseId, service, key, path.key, after);
    const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`update task set done_at = ${tx.now}, done_by = ${staffId} where id = ${taskId}`;
    const wasHeld = isHeld(findRecipient(key, task.replyWay, task.replySealed));
    const reply = service.replyChoice(after);
    // A reply that went to the counter for want of an address stays there.
    const isTheirs = reply.way === task.replyWay;
    const chosen = reply.way === 'none' ? null : key.seal('reply', reply);
    const sealed = isTheirs ? chosen : task.replySealed;
    const proofs = proofsOf(ctx.keyring, task.caseId, service, after).map((proof) => proof.toString('hex'));
    await tx.sql`
      update cases set reply_sealed = ${sealed}, proofs = array(select decode(f, 'hex') from unnest(${proofs}::text[]) as f)
      where id = ${task.caseId}`;
    const repliesReleased = wasHeld && !isHeld(reply) ? await releaseReplies(tx, task.caseId) : 0;
    if (wasHeld && isHeld(reply)) await freeHeldReplies(tx, task.caseId, task.replyWay);
    const data = { taskId, question: task.question, repliesReleased };
    return tx.record(
      { subject: { kind: 'case', id: task.caseId }, kind: 'answer.transcribed', data },
      { kind: 'transcribed', repliesReleased },
    );
  });
}

/** Locks the task and its case: two people who type the same recording do it one after the other. */
async function findTask(tx: DeskTx, taskId: TaskId): Promise<FoundTask> {
  const [found] = await tx.sql<[FoundTask?]>`
    select t.case_id, t.question, t.done_at, c.service_code, c.service_version, c.deposited_at, c.reply_way, c.reply_sealed, c.data_key
    from task t join cases c on c.id = t.case_id
    where t.id = ${taskId} and t.kind = 'transcription' and t.question is not null for update of t, c`;
  if (!found) throw new DeskError('not-found', 'no-such-task');
  return found;
}

async function writeAnswer(
  { actor }: DeskContext,
  tx: DeskTx,
  caseId: CaseId,
  service: CompiledService,
  key: OpenKey,
  question: string,
  answers: Answers,
): Promise<void> {
  const value = answers[question];
  const sensitivity: Sensitivity = service.sensitivityOf.get(question) ?? 'sensitive';
  const open = sensitivity === 'open' ? tx.sql.json(value as never) : null;
  const sealed = sensitivity === 'open' ? null : key.seal(`answer:${question}`, value);
  const how = signProvenance({ how: 'typed-by-staff' }, actor, 'phone');
  await tx.sql`
    update case_answer set value = ${open}, sealed = ${sealed}, provenance = ${tx.sql.json(how as never)}
    where case_id = ${caseId} and question = ${question}`;
  await tx.stage('casework.index-case', { caseId });
}
