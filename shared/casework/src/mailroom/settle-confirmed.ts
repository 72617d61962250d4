import { type CaseId, DeskError, type LetterId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import { lockCase } from '../cases/lock-case.ts';
import type { DeskContext } from '../context.ts';
import type { AcceptedCase } from '../intake/accept-submission.ts';
import { statusCode } from '../privacy/proofs.ts';
import { joinPages, lockLetter } from './join-letter.ts';

export interface SettleConfirmed {
  letterId: LetterId;
  /** The case that holds what the letter asks for. */
  case: Pick<AcceptedCase, 'id' | 'reference'>;
  /** The letter itself made it; otherwise it was there, and pages that are not in it come as a document. */
  isNew: boolean;
  alsoWrite: ((tx: DeskTx) => Promise<void>) | undefined;
}

/**
 * Settles a confirmed letter as its case, with every page that is in no case yet. Tells whether the pages joined a case that was
 * there before the letter.
 *
 * Guarantee: repeating is harmless. Errors: not-found — no such letter, or its pages are to join a case of another team.
 */
export function settleConfirmed(
  ctx: DeskContext,
  { letterId, case: made, isNew, alsoWrite }: SettleConfirmed,
): Promise<boolean> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const letter = await lockLetter(tx, letterId);
    if (letter.settledAs !== null)
      return tx.unchanged(letter.caseId === made.id && (await wasJoined(tx, letterId)));
    const [{ loose }] = await tx.sql<[{ loose: number }]>`
      select count(*)::int as loose from evidence where letter_id = ${letterId} and kind = 'page' and case_id is null`;
    if (!isNew && loose > 0) {
      const pages = await joinPages(ctx, tx, letterId, await lockCase(tx, made.reference));
      await alsoWrite?.(tx);
      const data = { letterId, pages };
      return tx.record(
        { subject: { kind: 'case', id: made.id }, kind: 'case.document-received', data },
        true,
      );
    }
    const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`
      update letter set settled_at = ${tx.now}, settled_by = ${by}, settled_as = 'case', case_id = ${made.id} where id = ${letterId}`;
    await tx.sql`
      update evidence set case_id = ${made.id} where letter_id = ${letterId} and kind = 'page' and case_id is null`;
    await alsoWrite?.(tx);
    return tx.record(
      { subject: { kind: 'letter', id: letterId }, kind: 'letter.confirmed', data: { caseId: made.id } },
      false,
    );
  });
}

/** Gives a case as a door tells of it; undefined when it is not of the actor's teams. Errors: gone */
export async function caseThere(
  ctx: DeskContext,
  tx: DeskTx,
  caseId: CaseId,
): Promise<AcceptedCase | undefined> {
  const [row] = await tx.sql<
    [(Pick<AcceptedCase, 'id' | 'reference' | 'dueAt'> & { code: string; version: number })?]
  >`select id, reference, due_at, service_code as code, service_version as version from cases where id = ${caseId}`;
  if (!row) return undefined;
  const { code, version, ...facts } = row;
  const service = ctx.catalogue.find(code, version);
  if (!service) throw new DeskError('gone', 'data-destroyed');
  return { ...facts, service, statusCode: statusCode(ctx.keyring, row.id) };
}

/** Tells whether the pages of a letter were put in a case that was there before. */
export async function wasJoined(tx: DeskTx, letterId: LetterId): Promise<boolean> {
  const [joined] =
    await tx.sql`select 1 from event where subject_id = ${letterId} and kind = 'letter.joined'`;
  return joined !== undefined;
}
