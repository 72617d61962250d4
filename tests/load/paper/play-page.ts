import type { TextReader } from '@guichet/channels/mail';
import { judgePage, type PageVerdict } from './judge-page.ts';
import { kindOf } from './kinds.ts';
import { type MadePage, type Making, makePage } from './make-page.ts';
import { type Only, type PageReading, readPage } from './read-page.ts';

/** One page of the lab from end to end; plain data, so that a process can tell it to another. */
export interface PageNews
  extends PageVerdict,
    Pick<PageReading, 'spent' | 'total'>,
    Pick<MadePage, 'seed' | 'kind' | 'style'> {
  /** Service, language and page. */
  name: string;
  /** How long the engine took to read the whole page as one picture. Unit: milliseconds */
  wholePage?: number;
}

/** Makes the page of a seed, reads it and judges the reading; beside it, has the engine read the whole page if asked. */
export async function playPage(
  seed: number,
  making: Making,
  reader: TextReader,
  { withPeer, only = 'all' }: { withPeer: boolean; only?: Only },
): Promise<PageNews> {
  const made = await makePage(seed, { ...making, isBlank: only === 'codes' });
  const reading = await readPage(made, reader, { only, rows: making.rows });
  const verdict = judgePage(made, reading);
  const news: PageNews = {
    ...verdict,
    outcomes: verdict.outcomes.filter(({ what }) => only === 'all' || what === 'mark'),
    seed,
    kind: made.kind,
    style: made.style,
    name: `${made.row.name} ${made.row.language}, page ${made.code.page}, ${made.code.paper} ${made.code.print}`,
    spent: reading.spent,
    total: reading.total,
  };
  if (!withPeer || only !== 'all') return news;
  const startedAt = performance.now();
  await reader.read(reading.image, { model: 'fra', shape: 'block' });
  return { ...news, wholePage: performance.now() - startedAt };
}

/** Says how bad a page is: a wrong identity first, then what the machine was wrong and sure of, then what it left. */
export function badness({ identity, outcomes, kind }: PageNews): number {
  const wrong = outcomes.filter(({ is }) => is === 'wrong').length;
  const lost = identity === 'none' && kind !== 'destroyed' && kindOf(kind).isStranger !== true;
  return (identity === 'wrong' ? 1000 : 0) + wrong * 10 + (lost ? 5 : 0);
}
