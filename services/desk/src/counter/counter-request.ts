import { type DeskContext, type Draft, draftInForce, findDraft, todayOf } from '@guichet/casework';
import type { Answers, CompiledService, FormValues, Problem } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { DeskError } from '@guichet/kernel';
import { draftKey, resumedKey } from './counter-form.ts';
import { serviceAtCounter } from './service-at-counter.ts';

/** A request that is put together at the counter. */
export interface CounterRequest {
  /** Of its form: its draft, its case and its receipt bear it. */
  number: string;
  draft: Draft;
  service: CompiledService;
  /** What stands of what was answered. */
  answers: Answers;
  /** What is missing or wrong. */
  problems: readonly Problem[];
  /** Begun at another door: its sensitive answers are not shown. */
  isResumed: boolean;
  /** The day on which its person acts. */
  today: string;
}

/**
 * Finds a request at the counter by its form's number: one begun there, or one that goes on from another door. A request that was
 * sent since is found too.
 *
 * Errors: gone — none such, or it expired; not-found — the counter does not take its service any more
 */
export async function findCounterRequest(ctx: DeskContext, number: string): Promise<CounterRequest> {
  const begun = await findDraft(ctx, { externalKey: draftKey(number) });
  if (!begun) return findResumed(ctx, number);
  const service = serviceAtCounter(ctx, begun.service);
  const today = todayOf(new Date(begun.content.depositedAt ?? ctx.clock.now()));
  const form = begun.content.answers as FormValues;
  const { answers, problems } = readCounterForm(service, form, { language: 'fr', today });
  return { number, draft: begun, service, answers, problems, isResumed: false, today };
}

async function findResumed(ctx: DeskContext, number: string): Promise<CounterRequest> {
  const draft = await findDraft(ctx, { externalKey: resumedKey(number) });
  const held = draft && draftInForce(ctx, draft);
  if (!held) throw new DeskError('gone', 'draft-expired');
  const today = todayOf(ctx.clock.now());
  const { service } = held;
  if (service.definition.channels.counter) throw new DeskError('not-found', 'unknown-service');
  const parsed = service.parse(service.prune(held.answers), { today, allowPending: true });
  const problems = parsed.ok ? [] : parsed.problems;
  return { ...held, number, problems, isResumed: true, today };
}
