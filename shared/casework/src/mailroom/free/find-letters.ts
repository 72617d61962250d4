import { DeskError, type LetterId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import type { StoredReading } from '../letter-reading.ts';
import { matchPage, wordsToFind } from './match-words.ts';

export interface FoundLetterPage {
  letterId: LetterId;
  page: number;
  excerpt: string;
}

export interface FoundLetters {
  pages: FoundLetterPage[];
  /** How many letters were looked through. */
  letters: number;
  /** More wait than were looked through. */
  isCut: boolean;
}

/** The most letters opened for one search, oldest first, and the most pages given. */
const lettersMax = 300;
const pagesMax = 50;

/**
 * Finds the pages of letters that wait and hold all the words typed; leaves an event on whoever looked and on each letter found.
 *
 * Guarantee: only letters that wait for a person, which this role opens anyway; the words typed are kept nowhere.
 * Errors: invalid — no word to find.
 * Source: decision 0018
 */
export async function findLetters(ctx: DeskContext, words: string): Promise<FoundLetters> {
  const wanted = wordsToFind(words);
  if (wanted.length === 0) throw new DeskError('invalid', 'no-word-to-find');
  return transact<FoundLetters>(ctx, 'mailroom.search', async (tx) => {
    const { actor } = ctx;
    if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const rows = await tx.sql<{ id: LetterId; dataKey: Buffer; sealed: Buffer }[]>`
      select id, data_key, sealed from letter where settled_at is null order by read_at, id limit ${lettersMax + 1}`;
    const searched = rows.slice(0, lettersMax);
    const pages: FoundLetterPage[] = [];
    for (const { id, dataKey, sealed } of searched) {
      const { text = [] } = unwrapDataKey(ctx.keyring, `letter:${id}`, dataKey).open(
        'reading',
        sealed,
      ) as StoredReading;
      for (const [at, lines] of text.entries()) {
        const match = pages.length < pagesMax ? matchPage(lines, wanted) : undefined;
        if (match) pages.push({ letterId: id, page: at + 1, excerpt: match.excerpt });
      }
    }
    for (const id of new Set(pages.map(({ letterId }) => letterId)))
      await tx.note({ subject: { kind: 'letter', id }, kind: 'letter.found-by-words' });
    return tx.record(
      {
        subject: { kind: 'staff', id: actor.staffId },
        kind: 'mailroom.searched',
        data: { letters: searched.length, pages: pages.length },
      },
      { pages, letters: searched.length, isCut: rows.length > lettersMax },
    );
  });
}
