import { type LetterReading, todayOf } from '@guichet/casework';
import {
  type FreeLetter,
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
    kept.push({ ...pageOf(page), ...(read === undefined ? {} : { bytes: read.picture }) });
    text.push(read?.lines ?? []);
    sizes.push(read?.size ?? null);
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

interface PictureRead {
  picture: () => Promise<Buffer>;
  lines: readonly PageLine[];
  size: { width: number; height: number };
}

async function readPicture(bytes: Buffer, ctx: ReadingContext): Promise<PictureRead | undefined> {
  try {
    const { image, lines } = await readFreePage(await greyOf(bytes), ctx.reader);
    const { width, height } = image;
    return { picture: await ctx.put(await jpegOf(image)), lines, size: { width, height } };
  } catch (error) {
    ctx.log?.error({ event: 'page.text-not-read', err: error });
    return undefined;
  }
}
