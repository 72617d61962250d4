import { type CaseFee, findAcceptance, findDraft, readFee, todayOf } from '@guichet/casework';
import type { Answers, CompiledService } from '@guichet/catalogue';
import { readCounterForm } from '@guichet/channels/counter';
import { DeskError, isDeskError, type Language } from '@guichet/kernel';
import type { DeskRequest } from '../frame/desk-env.ts';
import { staffOf } from '../session/require-staff.ts';
import { draftKey, idempotencyOf, isNonce, resumedKey } from './counter-form.ts';

/** A request accepted at the counter, as its receipt tells it. */
export interface Taken {
  service: CompiledService;
  found: NonNullable<Awaited<ReturnType<typeof findAcceptance>>>;
  personLanguage: Language;
  /** When the person acted. */
  receivedAt: Date;
  fee: { cents: number } | undefined;
  /** What was paid; undefined where the clerk does not see the case. */
  paid: CaseFee | undefined;
}

/** Finds what was accepted by the form's number. Errors: not-found */
export async function findTaken(c: DeskRequest): Promise<Taken> {
  const { ctx } = staffOf(c, 'counter.serve');
  const nonce = c.req.param('nonce') ?? '';
  const service = ctx.catalogue.find(c.req.param('service') ?? '');
  const found = isNonce(nonce) ? await findAcceptance(ctx, idempotencyOf(nonce)) : undefined;
  if (!service || !found) throw new DeskError('not-found', 'not-found');
  const begun = await findDraft(ctx, { externalKey: draftKey(nonce) });
  const resumed = begun ? undefined : await findDraft(ctx, { externalKey: resumedKey(nonce) });
  const today = todayOf(ctx.clock.now());
  // A form begun here keeps what was typed; a request begun elsewhere, its answers.
  const answers = begun
    ? readCounterForm(service, begun.content.answers, { language: 'fr', today }).answers
    : ((resumed?.content.answers ?? {}) as Answers);
  return {
    service,
    found,
    personLanguage: (begun ?? resumed)?.language ?? 'fr',
    receivedAt: found.depositedAt ?? new Date(begun?.content.depositedAt ?? found.acceptedAt),
    fee: service.fee(answers),
    paid: await ifSeen(readFee(ctx, found.reference)),
  };
}

/** Of a case of teams that the clerk is not in, nothing more is shown than its receipt. */
export function ifSeen<T>(read: Promise<T>): Promise<T | undefined> {
  return read.catch((error: unknown) => {
    if (isDeskError(error) && error.code === 'not-found') return undefined;
    throw error;
  });
}
