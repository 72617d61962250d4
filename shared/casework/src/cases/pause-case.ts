import { type Answers, type CompiledService, wording } from '@guichet/catalogue';
import { DeskError, type ReplyId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { lockCase, type LockedCase, requireHeld, requireNotProposed } from './lock-case.ts';
import { requireSeen } from './seen/version-of.ts';
import { answersOf } from './answers-of.ts';
import { startWaiting } from './start-waiting.ts';
import { stillMissing } from './still-missing.ts';
import { type ReplyContent, writeReply } from './write-reply.ts';

export interface PauseCase {
  reference: string;
  /** What we ask the person, in their language; up to 4,000 characters, and none where `asks` says it all. */
  question: string;
  /**
   * Questions of the service to ask by post: the letter brings them as a form to fill in, which comes back by itself.
   * For whoever chose letters; the words alone go any other way.
   */
  asks?: readonly string[];
}

export type Pause = { kind: 'paused'; replyId: ReplyId } | { kind: 'already' };

/**
 * Stops a case's clocks while we wait for the person, and stages the question to them.
 *
 * Guarantee: one open pause a case; repeating is harmless; pause and question are one transaction.
 * Errors: not-found; not-allowed — someone else holds it; conflict — it is closed; invalid — no question, one that is not missing, or the service's
 *   clocks do not pause.
 * Source: the definition's pause rule
 */
export async function pauseCase(ctx: DeskContext, input: PauseCase): Promise<Pause> {
  return transact<Pause>(ctx, 'case.pause', async (tx) => {
    const found = await lockCase(tx, input.reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.pausedAt !== null) return tx.unchanged({ kind: 'already' });
    requireHeld(ctx, found);
    requireNotProposed(found);
    await requireSeen(tx, found.id);
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    if (!service?.definition.clocks.pauseWhenWaitingForPerson)
      throw new DeskError('invalid', 'service-never-pauses');
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const content = contentOf(input, service, found, await answersOf(tx.sql, found.id, key));
    await startWaiting(tx, found);
    const replyId = await writeReply(tx, found, key, 'question', content);
    await tx.stage('correspondence.send', { replyId });
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.paused',
        data: { reason: 'waiting-for-person', replyId },
      },
      { kind: 'paused', replyId },
    );
  });
}

/** Errors: invalid — nothing is asked, too much is said, or a question is not missing. */
function contentOf(
  { question, asks: named = [] }: PauseCase,
  service: CompiledService,
  { language, replyWay }: LockedCase,
  answers: Answers,
): ReplyContent {
  const said = question.trim();
  const asks = replyWay === 'letter' ? named : [];
  if (said.length > 4000 || (said === '' && asks.length === 0))
    throw new DeskError('invalid', 'question-to-person-missing');
  if (asks.length === 0) return { words: said };
  const missing = stillMissing(service, answers);
  if (!asks.every((key) => missing.includes(key)))
    throw new DeskError('invalid', 'question-to-person-missing');
  const labels = missing
    .filter((key) => asks.includes(key))
    .flatMap((key) => {
      const asked = service.question(key);
      return asked === undefined ? [] : [`• ${wording(asked, 'mail', language).label}`];
    });
  const words = [...(said === '' ? [] : [said, '']), ...labels].join('\n');
  return { words, asks: missing.filter((key) => asks.includes(key)), ...(said === '' ? {} : { said }) };
}
