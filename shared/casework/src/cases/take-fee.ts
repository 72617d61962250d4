import { type CaseId, DeskError, type FeeEntryId, newId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { type OpenKey, unwrapDataKey } from '../privacy/case-key.ts';
import { feeOf, type FeeWay, feeWays } from './fee-of.ts';
import { lockCase } from './lock-case.ts';

export interface TakeFee {
  /** Made when the page is drawn: the same press twice is one payment. */
  id: FeeEntryId;
  reference: string;
  way: FeeWay;
  /** Of a card, what the terminal printed; of a cheque, its number. */
  receipt?: string;
  /** Why nothing is asked of the person. */
  reason?: string;
}

/**
 * Takes the fee of a case, whole, and says how; or lets it go, and says why.
 *
 * Guarantee: paid once, whoever presses when; the amount is the definition's, for the answers as they stand; never a card's number;
 *   the reason is sealed with the case; what was wrong is taken back by `reverseFee`, never changed.
 * Errors: not-found; conflict — nothing is owed; invalid — what the way needs is missing.
 * Source: PCI DSS 4.0, 3.3: no card data is kept
 */
export async function takeFee(
  ctx: DeskContext,
  input: TakeFee,
): Promise<{ kind: 'taken' | 'already'; cents: number }> {
  return transact<{ kind: 'taken' | 'already'; cents: number }>(ctx, 'fee.take', async (tx) => {
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const found = await lockCase(tx, input.reference);
    const [known] = await tx.sql<[{ cents: number }?]>`
      select cents from fee_entry where id = ${input.id} and case_id = ${found.id}`;
    if (known) return tx.unchanged({ kind: 'already', cents: known.cents });
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const { left } = await feeOf(ctx, tx.sql, found);
    if (left <= 0) throw new DeskError('conflict', 'fee-settled');
    if (!feeWays.includes(input.way)) throw new DeskError('invalid', 'fee-way-missing');
    const receipt = receiptOf(input);
    const reason = input.way === 'waived' ? reasonOf(input.reason) : undefined;
    await tx.sql`
      insert into fee_entry (id, case_id, cents, way, reference, reason_sealed, at, staff_id)
      values (${input.id}, ${found.id}, ${left}, ${input.way}, ${receipt}, ${sealedReason(key, input.id, reason)}, ${tx.now},
        ${ctx.actor.staffId})`;
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'fee.taken', data: { cents: left, way: input.way } },
      { kind: 'taken', cents: left },
    );
  });
}

export interface ReverseFee {
  reference: string;
  /** The entry that was wrong. */
  id: FeeEntryId;
  reason: string;
}

/**
 * Takes back an entry that was wrong, by an entry of its own: the fee is owed again.
 *
 * Guarantee: once an entry; both stay; by whoever took it or a supervisor; repeating changes nothing.
 * Errors: not-found; not-allowed; invalid — without a reason.
 */
export async function reverseFee(
  ctx: DeskContext,
  input: ReverseFee,
): Promise<{ kind: 'reversed' | 'already' }> {
  return transact<{ kind: 'reversed' | 'already' }>(ctx, 'fee.take', async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const found = await lockCase(tx, input.reference);
    const entry = await entryOf(tx, found, input.id);
    if (entry.isReversed) return tx.unchanged({ kind: 'already' });
    if (entry.staffId !== actor.staffId && !actor.roles.includes('supervisor'))
      throw new DeskError('not-allowed', 'fee-taken-by-other');
    const reason = reasonOf(input.reason);
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const id = newId<'fee-entry'>();
    await tx.sql`
      insert into fee_entry (id, case_id, cents, way, reason_sealed, reverses, at, staff_id)
      values (${id}, ${found.id}, ${-entry.cents}, ${entry.way}, ${sealedReason(key, id, reason)}, ${input.id}, ${tx.now},
        ${actor.staffId})`;
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'fee.reversed',
        data: { cents: entry.cents, way: entry.way },
      },
      { kind: 'reversed' },
    );
  });
}

async function entryOf(tx: DeskTx, { id: caseId }: { id: CaseId }, id: FeeEntryId) {
  const [entry] = await tx.sql<[{ cents: number; way: FeeWay; staffId: string; isReversed: boolean }?]>`
    select e.cents, e.way, e.staff_id, exists (select 1 from fee_entry r where r.reverses = e.id) as is_reversed
    from fee_entry e where e.id = ${id} and e.case_id = ${caseId} and e.reverses is null`;
  if (!entry) throw new DeskError('not-found', 'no-such-fee-entry');
  return entry;
}

function sealedReason(key: OpenKey, id: FeeEntryId, reason: string | undefined): Buffer | null {
  return reason === undefined ? null : key.seal(`fee:${id}`, { reason });
}

function reasonOf(text = ''): string {
  const reason = text.trim();
  if (reason.length < 3 || reason.length > 200) throw new DeskError('invalid', 'fee-reason-missing');
  return reason;
}

/** Thirteen to nineteen digits that check as a card's number are refused, whatever they are. */
function receiptOf({ way, receipt = '' }: TakeFee): string | null {
  if (way !== 'card' && way !== 'cheque') return null;
  const text = receipt.trim();
  if (text === '' || text.length > 30) throw new DeskError('invalid', 'fee-receipt-missing');
  const digits = text.replace(/[\s-]/g, '');
  if (/^\d{13,19}$/.test(digits) && passesLuhn(digits)) throw new DeskError('invalid', 'card-number-refused');
  return text;
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
