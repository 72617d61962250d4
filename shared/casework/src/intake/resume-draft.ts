import { timingSafeEqual } from 'node:crypto';
import { DeskError, type DraftId, newId, parseDraftNumber } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { layOver, type TypedBeside } from '../correspondence/lay-over.ts';
import { newDataKey, unwrapDataKey } from '../privacy/case-key.ts';
import { countTry, triesOnNumber } from '../privacy/count-try.ts';
import { resumeCode } from '../privacy/proofs.ts';
import type { Draft } from './find-draft.ts';
import { type DraftContent, draftLifeMs } from './save-draft.ts';

/** What a number and its code open: the draft under its new id, or word that it was sent since. */
export type Resumed = { kind: 'draft'; draft: Draft } | { kind: 'submitted' };

export interface ResumeDraft {
  number: string;
  code: string;
  /** Where the draft goes on, when its new door gives ids itself; absent makes a new id. */
  into?: { id: DraftId; externalKey: string };
}

/**
 * Goes on with a draft at the door where its number and code were given.
 *
 * Guarantee: an unknown number and a wrong code look the same; ten tries on a number in a quarter of an hour close it for a
 *   while; the draft moves to a new id with its number, its originals and its tasks, so that the door that held it writes over
 *   nothing and opens nothing any more; what staff typed beside it becomes part of it; repeated into the same id it changes nothing.
 * Errors: not-found — none such, a wrong code, or expired; too-many.
 * Source: decision 0013
 */
export async function resumeDraft(ctx: DeskContext, input: ResumeDraft): Promise<Resumed> {
  const number = parseDraftNumber(input.number);
  if (!number) throw new DeskError('not-found', 'draft-not-found');
  await transact(ctx, 'draft.save', async (tx) => {
    await countTry(ctx, tx, 'status-attempt', number, triesOnNumber);
    return tx.unchanged(undefined);
  });
  const proven = isCode(input.code, resumeCode(ctx.keyring, number));
  const resumed = await transact<Resumed | undefined>(ctx, 'draft.save', async (tx) => {
    const [row] = await tx.sql<[FoundDraft?]>`
      select id, service_code as service, service_version as version, language, case_id, xmin::text as stamp, data_key, sealed
      from draft
      where number = ${number} and expires_at > ${tx.now} and ${proven} for update`;
    if (!row) return tx.unchanged(undefined);
    if (row.caseId) return tx.unchanged({ kind: 'submitted' });
    const { dataKey, sealed, ...facts } = row;
    const held = unwrapDataKey(ctx.keyring, `draft:${row.id}`, dataKey).open(
      'content',
      sealed,
    ) as DraftContent;
    const { id, externalKey } = input.into ?? { id: newId<'draft'>(), externalKey: null };
    const draft: Draft = { ...facts, id, externalKey, content: held };
    if (row.id === id) return tx.unchanged({ kind: 'draft', draft });
    const [beside] = await tx.sql<[{ dataKey: Buffer; sealed: Buffer }?]>`
      delete from typed_beside where draft_id = ${row.id} returning data_key, sealed`;
    const typed =
      beside &&
      (unwrapDataKey(ctx.keyring, `typed:${row.id}`, beside.dataKey).open(
        'content',
        beside.sealed,
      ) as TypedBeside);
    const content = layOver(held, row.service, typed);
    const { wrapped, key } = newDataKey(ctx.keyring, `draft:${id}`);
    const [moved] = await tx.sql<[Pick<Draft, 'stamp'>]>`
      update draft set id = ${id}, external_key = ${externalKey}, data_key = ${wrapped}, sealed = ${key.seal('content', content)},
        updated_at = ${tx.now}, expires_at = ${new Date(tx.now.getTime() + draftLifeMs)}
      where id = ${row.id} returning xmin::text as stamp`;
    const event = { subject: { kind: 'draft', id } as const, kind: 'draft.resumed', data: { from: row.id } };
    return tx.record<Resumed>(event, { kind: 'draft', draft: { ...draft, ...moved, content } });
  });
  if (!resumed) throw new DeskError('not-found', 'draft-not-found');
  return resumed;
}

type FoundDraft = Omit<Draft, 'content' | 'externalKey'> & { dataKey: Buffer; sealed: Buffer };

/** Reads the code as people write it, and compares it in a time that tells nothing. */
function isCode(typed: string, code: string): boolean {
  const given = Buffer.from(typed.replace(/[\s.\-\u2011\u00a0]/g, ''));
  const wanted = Buffer.from(code);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
