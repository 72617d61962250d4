import {
  type CaseId,
  DeskError,
  type Language,
  parseReference,
  type Reference,
  type ReplyId,
} from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { enterAs } from '../audit/enter-as.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { countTry, triesOnNumber } from '../privacy/count-try.ts';
import { proofIndex } from '../privacy/proofs.ts';
import { factForms } from './fact-forms.ts';

/** The state of a case in the words every door uses: a key of the words table, and dates. */
export interface CaseStatus {
  id: CaseId;
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  state: 'received' | 'in-progress' | 'waiting-for-you' | 'closed';
  outcome: string | null;
  /** What the person was told of the decision, in the case's language; null while open and once the data is destroyed. */
  decision: string | null;
  depositedAt: Date;
  dueAt: Date;
  closedAt: Date | null;
  /** The last letter that was handed over to the post for them; null when none was. */
  letter: { postedAt: Date; isReturned: boolean } | null;
}

/** Looked for when there is no such reference, so that both answers take the same road. */
const nobodysCase = '00000000-0000-7000-8000-000000000000' as CaseId;

/**
 * Tells the person where their case stands, on any channel, from its reference and a second fact (the six-digit code told at
 * acceptance, or the telephone number, e-mail or postal code given with the request).
 *
 * Guarantee: an unknown reference and a wrong fact look the same; ten tries on a reference in a quarter of an hour close it
 *   for a while, for this check only, whatever the door; reveals nothing but the state and what was told of the decision.
 * Errors: not-found; too-many.
 */
export async function findStatus(
  ctx: DeskContext,
  input: { reference: string; fact: string },
): Promise<CaseStatus> {
  const reference = parseReference(input.reference);
  if (!reference) throw new DeskError('not-found', 'status-not-found');
  const caseId = await countAttempt(ctx, reference);
  const status = await transact(ctx, 'status.read', async (tx) => {
    await enterAs(tx.sql, ctx.actor, { caseId });
    const proofs = factForms(input.fact).map((fact) => proofIndex(ctx.keyring, caseId, fact).toString('hex'));
    const [row] = await tx.sql<[FoundRow?]>`
      select c.id, c.reference, c.service_code, c.service_version, c.language, c.deposited_at, c.due_at, k.outcome, k.closed_at,
        c.data_key, r.id as reply_id, r.sealed as reply_sealed,
        p.posted_at, p.returned_at,
        exists (select 1 from assignment a where a.case_id = c.id) as held,
        exists (select 1 from clock_pause p where p.case_id = c.id and p.ended_at is null) as paused
      from cases c left join case_closure k on k.case_id = c.id
        left join lateral (select id, sealed from reply where case_id = c.id and purpose = 'decision' order by created_at desc, id desc limit 1)
          r on k.case_id is not null
        left join lateral (select posted_at, returned_at from letter_print where case_id = c.id and posted_at is not null
          order by posted_at desc, id desc limit 1) p on true
      where c.id = ${caseId} and c.proofs && array(select decode(f, 'hex') from unnest(${proofs}::text[]) as f)`;
    if (!row) return tx.unchanged(undefined);
    const { held, paused, dataKey, replyId, replySealed, postedAt, returnedAt, ...facts } = row;
    const state =
      facts.outcome !== null ? 'closed' : paused ? 'waiting-for-you' : held ? 'in-progress' : 'received';
    return tx.record({ subject: { kind: 'case', id: caseId }, kind: 'status.read' }, {
      ...facts,
      decision: decisionOf(ctx, caseId, { dataKey, replyId, replySealed }),
      state,
      letter: postedAt === null ? null : { postedAt, isReturned: returnedAt !== null },
    } satisfies CaseStatus);
  });
  if (!status) throw new DeskError('not-found', 'status-not-found');
  return status;
}

interface FoundRow extends Omit<CaseStatus, 'state' | 'decision' | 'letter'> {
  postedAt: Date | null;
  returnedAt: Date | null;
  held: boolean;
  paused: boolean;
  dataKey: Buffer | null;
  replyId: ReplyId | null;
  replySealed: Buffer | null;
}

function decisionOf(
  ctx: DeskContext,
  caseId: CaseId,
  { dataKey, replyId, replySealed }: Pick<FoundRow, 'dataKey' | 'replyId' | 'replySealed'>,
): string | null {
  if (dataKey === null || replyId === null || replySealed === null) return null;
  const key = unwrapDataKey(ctx.keyring, `case:${caseId}`, dataKey);
  return (key.open(`reply:${replyId}`, replySealed) as { words: string }).words;
}

/** Counts the try on a reference before looking, whether the case exists or not, and gives the id to look for. */
async function countAttempt(ctx: DeskContext, reference: Reference): Promise<CaseId> {
  return transact(ctx, 'status.read', async (tx) => {
    await countTry(ctx, tx, 'status-attempt', reference, triesOnNumber);
    const [row] = await tx.sql<
      [{ caseId: CaseId | null }]
    >`select case_of_reference(${reference}) as case_id`;
    return tx.unchanged(row.caseId ?? nobodysCase);
  });
}
