import { type CaseFee, type DeskContext, findAcceptance, findDraft, readFee } from '@guichet/casework';
import type { CompiledService } from '@guichet/catalogue';
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
  /** What is owed and was paid; undefined, and never guessed, where the clerk does not see the case. */
  paid: CaseFee | undefined;
}

/** Finds what was accepted by the number of its form, of the service that an address names. Errors: not-found */
export function findTakenAt(c: DeskRequest): Promise<Taken> {
  const service = c.req.param('service') ?? '';
  return findTaken(staffOf(c, 'counter.serve').ctx, c.req.param('nonce') ?? '', service);
}

/** Finds what was accepted by the number of its form; of which service is known from the form while it is kept. Errors: not-found */
export async function findTaken(ctx: DeskContext, number: string, code?: string): Promise<Taken> {
  const found = isNonce(number) ? await findAcceptance(ctx, idempotencyOf(number)) : undefined;
  if (!found) throw new DeskError('not-found', 'not-found');
  const begun = await findDraft(ctx, { externalKey: draftKey(number) });
  const resumed = begun ? undefined : await findDraft(ctx, { externalKey: resumedKey(number) });
  const service = ctx.catalogue.find(code ?? (begun ?? resumed)?.service ?? '');
  if (!service) throw new DeskError('not-found', 'not-found');
  return {
    service,
    found,
    personLanguage: (begun ?? resumed)?.language ?? 'fr',
    receivedAt: found.depositedAt ?? new Date(begun?.content.depositedAt ?? found.acceptedAt),
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
