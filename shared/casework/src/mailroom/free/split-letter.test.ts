import { FixedClock } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { claimDueJobs, type DueJob } from '../../outbox/claim-due-jobs.ts';
import { readEvidence } from '../../privacy/read-evidence.ts';
import type { LetterReading } from '../letter-reading.ts';
import { listLetters } from '../list-mailroom.ts';
import { readLetter } from '../read-letter.ts';
import { receiveBatch } from '../receive-batch.ts';
import { setLetterAside } from '../set-letter-aside.ts';
import { settleBatch } from '../settle-batch.ts';
import { continueLetter } from './continue-letter.ts';
import { splitLetter } from './split-letter.ts';

const desk = await useDesk({ clock: new FixedClock('2026-11-24T15:00:00Z') });
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const agent = await desk.staff('agente', ['agent'], ['voirie']);

const line = (text: string) => [
  { paragraph: 1, words: [{ text, confidence: 0.9, x: 10, y: 20, width: 50, height: 12 }] },
];
const found = (value: string, page: number) => ({
  value,
  confidence: 0.9,
  spot: { page, x: 10, y: 20, width: 50, height: 12 },
});

let scans = 0;
/** A batch of letters without a form, each of these pages; gives their ids. */
async function lettersOf(...letters: string[][]) {
  scans += 1;
  const { batchId } = await receiveBatch(desk.ctx, {
    bytes: Buffer.from(`%PDF-1.7 split ${scans}`),
    fileName: 'lot.pdf',
    mediaType: 'application/pdf',
    source: 'upload',
  });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const before = new Set((await listLetters(clerk)).map(({ id }) => id));
  let place = 0;
  const readings = letters.map(
    (pages): LetterReading => ({
      form: undefined,
      missingPages: [],
      answers: {},
      fields: [],
      text: pages.map(line),
      sizes: pages.map(() => ({ width: 100, height: 130 })),
      suggestions: {
        language: 'fr',
        dates: [],
        references: [],
        phones: [],
        emails: [],
        addresses: [],
        names: pages.map((name, at) => found(name, at + 1)),
      },
      pages: pages.map((name) => {
        place += 1;
        return { bytes: async () => Buffer.from(name), mediaType: 'image/jpeg', reasons: [], place };
      }),
    }),
  );
  const pages = readings.flatMap((reading, letter) =>
    reading.pages.map(({ place: at = 0 }) => ({
      place: at,
      takenFor: 'letter' as const,
      doubts: [],
      letter,
    })),
  );
  await settleBatch(desk.ctx, due[0]?.id ?? '', batchId, { kind: 'read', letters: readings, pages });
  return (await listLetters(clerk)).filter(({ id }) => !before.has(id)).map(({ id }) => id);
}

/** What stands on a letter's pages by their pictures, their text and what was found. */
async function pagesOf(id: Parameters<typeof readLetter>[1]) {
  const letter = await readLetter(clerk, id);
  const pictures = await Promise.all(
    letter.pages.map(async (page) => (await readEvidence(clerk, page.id)).bytes.toString()),
  );
  const texts = (letter.text ?? []).map((lines) => lines.map(({ words }) => words[0]?.text).join());
  const names = (letter.suggestions?.names ?? []).map(({ value, spot }) => `${value}@${spot.page}`);
  return { pictures, pages: letter.pages.map(({ page }) => page), texts, names };
}

describe('a letter without a form', () => {
  it('is cut in two where another begins; pictures, text and what was found go with their pages', async () => {
    const [id, behind] = await lettersOf(['un', 'deux', 'trois'], ['quatre']);
    if (!id || !behind) throw new Error('no letters');
    const second = await splitLetter(clerk, { letterId: id, page: 2 });
    expect(await pagesOf(id)).toEqual({ pictures: ['un'], pages: [1], texts: ['un'], names: ['un@1'] });
    expect(await pagesOf(second)).toEqual({
      pictures: ['deux', 'trois'],
      pages: [1, 2],
      texts: ['deux', 'trois'],
      names: ['deux@1', 'trois@2'],
    });
    // It stands right behind, before what came after, and can be put back.
    expect(await continueLetter(clerk, second)).toBe(id);
    expect(await pagesOf(id)).toEqual({
      pictures: ['un', 'deux', 'trois'],
      pages: [1, 2, 3],
      texts: ['un', 'deux', 'trois'],
      names: ['un@1', 'deux@2', 'trois@3'],
    });
    const gone = await readLetter(clerk, second);
    expect(gone).toMatchObject({ settledAs: 'part-of', partOf: id, pages: [] });
    expect((await listLetters(clerk)).map((row) => row.id)).not.toContain(second);
    // What stood behind goes on the first one too, past the row that was emptied.
    expect((await readLetter(clerk, behind)).hasBefore).toBe(true);
    expect(await continueLetter(clerk, behind)).toBe(id);
    expect((await pagesOf(id)).pictures).toEqual(['un', 'deux', 'trois', 'quatre']);
    const events = await desk.ctx.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'system', true)`;
      return sql<{ kind: string }[]>`select kind from event where subject_id = ${id} order by seq`;
    });
    expect(
      events.map(({ kind }) => kind).filter((kind) => !kind.endsWith('.opened') && kind !== 'evidence.read'),
    ).toEqual(['letter.read', 'letter.split', 'letter.continued', 'letter.continued']);
    const places = await desk.ctx.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'system', true)`;
      return sql<{ letterId: string }[]>`
        select p.letter_id from batch_page p join letter l on l.batch_id = p.batch_id where l.id = ${id} order by p.place`;
    });
    expect(places.map(({ letterId }) => letterId)).toEqual([id, id, id, id]);
  });

  it('two people who cut the same letter at once: the second one finds it cut', async () => {
    const [id] = await lettersOf(['a', 'b']);
    if (!id) throw new Error('no letter');
    const tries = await Promise.allSettled([1, 2].map(() => splitLetter(clerk, { letterId: id, page: 2 })));
    expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await pagesOf(id)).pictures).toEqual(['a']);
  });

  it('refuses the first page, a page that is not there, a settled letter, the first of a batch and who may not', async () => {
    const [id] = await lettersOf(['x', 'y']);
    if (!id) throw new Error('no letter');
    for (const page of [0, 1, 3, 1.5])
      await expect(splitLetter(clerk, { letterId: id, page })).rejects.toMatchObject({ code: 'invalid' });
    await expect(continueLetter(clerk, id)).rejects.toMatchObject({ publicKey: 'no-letter-before' });
    expect((await readLetter(clerk, id)).hasBefore).toBe(false);
    await expect(splitLetter(agent, { letterId: id, page: 2 })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(continueLetter(agent, id)).rejects.toMatchObject({ code: 'not-allowed' });
    await setLetterAside(clerk, id, { why: 'advertising' });
    await expect(splitLetter(clerk, { letterId: id, page: 2 })).rejects.toMatchObject({ code: 'conflict' });
  });
});
