import { type Bilingual, type CaseId, DeskError, type FeeEntryId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { answersOf } from './answers-of.ts';

export const feeWays = ['cash', 'card', 'cheque', 'waived'] as const;
export type FeeWay = (typeof feeWays)[number];

export interface FeeEntry {
  id: FeeEntryId;
  /** Below nothing when it takes another back. */
  cents: number;
  way: FeeWay;
  receipt: string | null;
  reason: string | null;
  reverses: FeeEntryId | null;
  isReversed: boolean;
  at: Date;
  by: string;
}

/** Unit: cents. */
export interface CaseFee {
  owed: number;
  label: Bilingual | null;
  /** What was paid, without what was let go. */
  paid: number;
  /** What is still to pay. */
  left: number;
  entries: FeeEntry[];
}

interface CaseRow {
  id: CaseId;
  serviceCode: string;
  serviceVersion: number;
  dataKey: Buffer | null;
}

/** Works out what a case owes for its answers, and what was paid on it. */
export async function feeOf(ctx: DeskContext, sql: Tx, found: CaseRow): Promise<CaseFee> {
  const key =
    found.dataKey === null ? undefined : unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
  const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
  const fee = service && key ? service.fee(await answersOf(sql, found.id, key)) : undefined;
  const rows = await sql<(Omit<FeeEntry, 'reason'> & { reasonSealed: Buffer | null })[]>`
    select e.id, e.cents, e.way, e.reference as receipt, e.reason_sealed, e.reverses, e.at, s.name as by,
      exists (select 1 from fee_entry r where r.reverses = e.id) as is_reversed
    from fee_entry e join staff s on s.id = e.staff_id where e.case_id = ${found.id} order by e.at, e.id`;
  const entries = rows.map(({ reasonSealed, ...entry }) => ({
    ...entry,
    reason:
      key && reasonSealed ? (key.open(`fee:${entry.id}`, reasonSealed) as { reason: string }).reason : null,
  }));
  const sum = (of: readonly FeeEntry[]) => of.reduce((total, { cents }) => total + cents, 0);
  const owed = fee?.cents ?? 0;
  return {
    owed,
    label: fee?.label ?? null,
    paid: sum(entries.filter(({ way }) => way !== 'waived')),
    left: owed - sum(entries),
    entries,
  };
}

/** Gives what a case owes and what was paid, and leaves the event that says who looked. Errors: not-found — or of another team */
export async function readFee(ctx: DeskContext, reference: string): Promise<CaseFee> {
  return transact(ctx, 'fee.take', async (tx) => {
    const [found] = await tx.sql<[CaseRow?]>`
      select id, service_code, service_version, data_key from cases where reference = ${reference}`;
    if (!found) throw new DeskError('not-found', 'no-such-case');
    const fee = await feeOf(ctx, tx.sql, found);
    // What a case owes is worked out of its answers, which are shown to nobody; only the reasons written are.
    if (!fee.entries.some(({ reason }) => reason !== null)) return tx.unchanged(fee);
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'fee.read' }, fee);
  });
}
