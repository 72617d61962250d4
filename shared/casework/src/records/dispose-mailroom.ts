import { type BatchId, day, type EvidenceId, type LetterId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** What was destroyed, counted. */
export interface DisposedMail {
  /** Batches whose small pictures and e-mail words went. */
  looks: number;
  /** Letters that no case holds. */
  letters: number;
  /** Scanned files as received. */
  files: number;
  /** Who keyed what, and answers keyed again. */
  figures: number;
}

/** How long each is kept once it serves no more. Source: decision 0031 */
const keep = { looks: 90 * day, partOf: 90 * day, setAside: 365 * day, figures: 400 * day };

const pageMax = 50;

/**
 * Destroys what only the mailroom needed, each after its time: small pictures and the words of e-mails, letters that are not for us,
 * scanned files of which nothing is kept, and figures of keying.
 *
 * Guarantee: what a case holds stays under the retention of the case, and the file that it was scanned in stays with it; nothing of
 *   a batch goes while one of its letters waits. Keys go in the transaction that says so, the bytes right after; safe to repeat.
 * Source: decision 0031
 */
export async function disposeMailroom(ctx: DeskContext): Promise<DisposedMail> {
  return {
    looks: await everyPage(ctx, disposeLooks),
    letters: await everyPage(ctx, disposeLetters),
    files: await everyPage(ctx, disposeFiles),
    figures: await forgetFigures(ctx),
  };
}

interface Disposed {
  count: number;
  /** Originals whose keys are gone. */
  gone: EvidenceId[];
}

type Dispose = (tx: DeskTx) => Promise<Disposed>;

async function everyPage(ctx: DeskContext, dispose: Dispose): Promise<number> {
  for (let total = 0; ; ) {
    const { count, gone } = await transact(ctx, 'records.keep', async (tx) =>
      tx.unchanged(await dispose(tx)),
    );
    for (const id of gone) await ctx.evidence.destroy(id);
    total += count;
    if (count < pageMax) return total;
  }
}

const before = (tx: DeskTx, ms: number) => new Date(tx.now.getTime() - ms);

/** They serve to compare the pile with the screen, and to know who sent a file. Oldest first, id as tie-break. */
async function disposeLooks(tx: DeskTx): Promise<Disposed> {
  const batches = await tx.sql<{ id: BatchId }[]>`
    select id from batch b where read_at < ${before(tx, keep.looks)}
      and (data_key is not null or exists (
        select 1 from evidence e where e.batch_id = b.id and e.kind = 'message' and e.data_key is not null))
      and not exists (select 1 from letter l where l.batch_id = b.id and (l.settled_at is null or l.settled_at >= ${before(tx, keep.looks)}))
    order by read_at, id limit ${pageMax} for update skip locked`;
  const ids = batches.map(({ id }) => id);
  await tx.sql`update batch_page set small = null where batch_id = any (${ids}::uuid[]) and small is not null`;
  await tx.sql`update batch set data_key = null where id = any (${ids}::uuid[])`;
  const gone = await tx.sql<{ id: EvidenceId }[]>`
    update evidence set data_key = null
    where batch_id = any (${ids}::uuid[]) and kind = 'message' and data_key is not null returning id`;
  for (const id of ids) await tx.note({ subject: { kind: 'batch', id }, kind: 'batch.pictures-destroyed' });
  return { count: ids.length, gone: gone.map(({ id }) => id) };
}

/** Letters set aside, with their pages and what was answered; what was read of those whose pages went on another, or whose case is destroyed. */
async function disposeLetters(tx: DeskTx): Promise<Disposed> {
  const letters = await tx.sql<{ id: LetterId }[]>`
    select id from letter l where data_key is not null
      and ((settled_as = 'not-for-us' and settled_at < ${before(tx, keep.setAside)})
        or (settled_as = 'part-of' and settled_at < ${before(tx, keep.partOf)})
        or exists (select 1 from cases c where c.id = l.case_id and c.data_key is null))
      and not exists (
        select 1 from letter_answer a left join letter_print p on p.answer_id = a.id
        where a.letter_id = l.id and (a.fate is null or (p.id is not null and p.posted_at is null)))
    order by settled_at, id limit ${pageMax} for update skip locked`;
  const ids = letters.map(({ id }) => id);
  await tx.sql`delete from field_check where letter_id = any (${ids}::uuid[])`;
  await tx.sql`update letter set data_key = null where id = any (${ids}::uuid[])`;
  const gone = await tx.sql<{ id: EvidenceId }[]>`
    update evidence set data_key = null
    where letter_id = any (${ids}::uuid[]) and case_id is null and data_key is not null returning id`;
  for (const id of ids) await tx.note({ subject: { kind: 'letter', id }, kind: 'letter.destroyed' });
  return { count: ids.length, gone: gone.map(({ id }) => id) };
}

/** The file as received holds the letters of several people: it goes when nothing that was scanned in it is kept any more. */
async function disposeFiles(tx: DeskTx): Promise<Disposed> {
  const batches = await tx.sql<{ id: BatchId }[]>`
    select id from batch b where read_at < ${before(tx, keep.looks)}
      and exists (select 1 from evidence e where e.batch_id = b.id and e.case_id is null and e.data_key is not null)
      and not exists (select 1 from letter l where l.batch_id = b.id and (l.settled_at is null or (l.case_id is null and l.data_key is not null)))
      and not exists (
        select 1 from letter l join cases c on c.id = l.case_id where l.batch_id = b.id and c.data_key is not null)
      and not exists (
        select 1 from evidence e join cases c on c.id = e.case_id where e.batch_id = b.id and c.data_key is not null)
    order by read_at, id limit ${pageMax} for update skip locked`;
  const ids = batches.map(({ id }) => id);
  const gone = await tx.sql<{ id: EvidenceId }[]>`
    update evidence set data_key = null
    where batch_id = any (${ids}::uuid[]) and case_id is null and data_key is not null returning id`;
  for (const id of ids) await tx.note({ subject: { kind: 'batch', id }, kind: 'batch.file-destroyed' });
  return { count: ids.length, gone: gone.map(({ id }) => id) };
}

/** Figures tell of people: they are kept as long as a year can be compared with the one before it began. */
async function forgetFigures(ctx: DeskContext): Promise<number> {
  return transact(ctx, 'records.keep', async (tx) => {
    const keyings = await tx.sql`delete from keying where at < ${before(tx, keep.figures)}`;
    const checks = await tx.sql`delete from field_check where settled_at < ${before(tx, keep.figures)}`;
    return tx.unchanged(keyings.count + checks.count);
  });
}
