import { type LetterReading, todayOf } from '@guichet/casework';
import {
  type FreeLetter,
  type FreePage,
  greyOf,
  jpegOf,
  type PageLine,
  pageText,
  readFreePage,
  suggest,
} from '@guichet/channels/mail';
import { findCandidates } from './find-candidates.ts';
import type { ReadingContext } from './mailroom-context.ts';
import { pageOf } from './page-of.ts';

/**
 * Reads a letter without a form of ours: its pages upright, their text, and what in it may help a person.
 *
 * Guarantee: a page whose text can't be read is kept as it was scanned, and the others are read.
 */
export async function readFreeLetter(
  { pages, reference }: Pick<FreeLetter, 'pages' | 'reference'>,
  ctx: ReadingContext,
): Promise<LetterReading> {
  const kept: LetterReading['pages'] = [];
  const text: (readonly PageLine[])[] = [];
  const sizes: ({ width: number; height: number } | null)[] = [];
  for (const page of pages) {
    const read = page.width === 0 ? undefined : await readPicture(await page.picture(), ctx);
    // Not among what may fail quietly: while the disk is full the batch waits, and no page loses its text.
    const upright = read === undefined ? undefined : await ctx.put(read.jpeg);
    kept.push({ ...pageOf(page), ...(upright === undefined ? {} : { bytes: upright }) });
    text.push(read?.lines ?? []);
    sizes.push(read === undefined ? null : { width: read.image.width, height: read.image.height });
  }
  const candidates = await findCandidates(pages, ctx.catalogue.services, text.map(pageText)).catch(
    (error: unknown) => {
      ctx.log?.error({ event: 'letter.layout-not-found', err: error });
      return [];
    },
  );
  return {
    form: undefined,
    ...(reference === undefined ? {} : { reference }),
    missingPages: [],
    answers: {},
    fields: [],
    text,
    sizes,
    suggestions: suggest(text, todayOf(ctx.clock.now())),
    ...(candidates.length === 0 ? {} : { candidates }),
    pages: kept,
  };
}

async function readPicture(
  bytes: Buffer,
  ctx: ReadingContext,
): Promise<(FreePage & { jpeg: Buffer }) | undefined> {
  try {
    const page = await readFreePage(await greyOf(bytes), ctx.reader);
    return { ...page, jpeg: await jpegOf(page.image) };
  } catch (error) {
    ctx.log?.error({ event: 'page.text-not-read', err: error });
    return undefined;
  }
}
