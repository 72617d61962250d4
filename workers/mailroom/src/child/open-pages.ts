import {
  type PageDoubt,
  pagesMax,
  provePage,
  type ReadPage,
  type Sign,
  undecodable,
} from '@guichet/channels/mail';
import { z } from 'zod';
import type { Frame } from './frames.ts';
import { ChildEnded, type ScanChild } from './hold-child.ts';
import type { Spool } from '../open-spool.ts';
import type { Scanner } from './open-scanner.ts';

/** A page of a batch, with a picture to find its sheet by. */
export type SeenPage = ReadPage & { small?: Buffer };

export interface OpenedPages {
  kind: 'open';
  pageCount: number;
  pages: AsyncGenerator<SeenPage>;
}

export interface NotOpened {
  kind: 'refused';
  reason: string;
}

/** Unit: milliseconds of the processor. What a file may cost that can't be read: a minute at most, beside the pages that can. */
export const limits: Costs = { openingMs: 20_000, pageMs: 30_000, lostMs: 40_000 };

export interface Costs {
  openingMs: number;
  pageMs: number;
  /** Over all pages that were lost. */
  lostMs: number;
}

const openedShape = z.union([
  z.object({ kind: z.literal('refused'), reason: z.string().regex(/^[a-z-]{1,40}$/) }),
  z.object({ kind: z.literal('opened'), pageCount: z.number().int().min(1).max(pagesMax) }),
]);
/** Loose: what reading a page finds out grows, and none of it is believed to say whose page it is. */
const pageShape = z.object({
  kind: z.literal('page'),
  imageBytes: z.number().int().min(0),
  page: z.looseObject({
    index: z.number().int(),
    codeText: z.string().max(400).optional(),
    doubts: z.array(z.string()),
    blank: z.boolean(),
    trust: z.string(),
    marks: z.number(),
    width: z.number(),
    height: z.number(),
  }),
});

/**
 * Opens a file in a child process and gives its pages as they are read.
 *
 * Guarantee: never throws because of what the file holds. A child that dies, or takes too long or too much, costs the page
 *   it was at, which goes to a person; at opening, the file. Codes are proven here, where the key is.
 * Shape: `read` gives the bytes, and again for a child started after one that died; `put` takes each picture
 */
export async function openPages(
  scanner: Pick<Scanner, 'start'>,
  read: () => Promise<Uint8Array>,
  options: { sign: Sign; put: Spool['put']; costs?: Costs },
): Promise<OpenedPages | NotOpened> {
  const { sign, put, costs = limits } = options;
  const child = await scanner.start();
  try {
    const answer = await child.ask({ kind: 'open', from: 0 }, costs.openingMs, await read());
    const opened = openedShape.parse(answer.head);
    if (opened.kind === 'opened') {
      const pages = givePages({ scanner, sign, read, put, costs, pageCount: opened.pageCount }, child);
      return { kind: 'open', pageCount: opened.pageCount, pages };
    }
    child.end();
    return opened;
  } catch (error) {
    child.end();
    if (!isOfTheFile(error)) throw error;
    const why = error instanceof ChildEnded ? error.why : 'crash';
    return { kind: 'refused', reason: `ended-by-${why}` };
  }
}

interface Reading {
  scanner: Pick<Scanner, 'start'>;
  sign: Sign;
  read: () => Promise<Uint8Array>;
  put: Spool['put'];
  costs: Costs;
  pageCount: number;
}

async function* givePages(reading: Reading, first: ScanChild): AsyncGenerator<SeenPage> {
  const { sign, costs, pageCount } = reading;
  let child: ScanChild | undefined = first;
  let lostMs = 0;
  try {
    for (let index = 0; index < pageCount; index++) {
      const leftMs = costs.lostMs - lostMs;
      // Enough time was lost over this file: whatever is left of it a person looks at.
      if (leftMs <= 0) {
        yield undecodable(index);
        continue;
      }
      const { page, lost }: PageRead = await readPage(reading, child, index, Math.min(costs.pageMs, leftMs));
      lostMs += lost?.costMs ?? 0;
      child = page?.child;
      yield page === undefined ? undecodable(index) : provePage(page.seen, sign);
    }
  } finally {
    child?.end();
  }
}

interface PageRead {
  page?: { seen: SeenPage; child: ScanChild };
  lost?: { costMs: number };
}

/** Gives one page with the child that read it, or what it cost to lose it. */
async function readPage(
  { scanner, read, put, costs }: Reading,
  held: ScanChild | undefined,
  index: number,
  withinMs: number,
): Promise<PageRead> {
  const child = held ?? (await scanner.start());
  const from = child.usedMs();
  // What costs nothing would be tried for ever.
  const lost = () => ({ lost: { costMs: Math.max(lostMsMin, child.usedMs() - from) } });
  try {
    if (held === undefined) {
      const openingMs = Math.min(costs.openingMs, withinMs);
      const answer = await child.ask({ kind: 'open', from: index }, openingMs, await read());
      if (openedShape.parse(answer.head).kind === 'refused') throw new ChildEnded('crash');
    }
    const seen = await pageOf(await child.ask({ kind: 'next' }, withinMs), index, put);
    if (!seen.doubts.includes('undecodable')) return { page: { seen, child } };
    // What broke over one page may stay broken: the pages after it get a child of their own.
    child.end();
    return lost();
  } catch (error) {
    child.end();
    if (!isOfTheFile(error)) throw error;
    return lost();
  }
}

/** A database or a disk that is away is not the file's fault: the batch is read again later. */
function isOfTheFile(error: unknown): boolean {
  return error instanceof ChildEnded || error instanceof z.ZodError;
}

/** Unit: milliseconds. */
const lostMsMin = 200;

const jpegMark = 0xffd8;

async function pageOf({ head, body }: Frame, index: number, put: Spool['put']): Promise<SeenPage> {
  const { page, imageBytes } = pageShape.parse(head);
  const image = body.subarray(0, imageBytes);
  const small = body.subarray(imageBytes);
  // Pictures are read again outside the child: as JPEG only, which is what it makes.
  if (image.length > 0 && image.readUInt16BE(0) !== jpegMark) throw new ChildEnded('crash');
  // The shape is checked above as far as anything here rests on it; reasons are shown, or told by their name.
  const facts = { ...page, index, doubts: page.doubts as PageDoubt[] };
  const seen = { ...facts, picture: await put(image) } as unknown as SeenPage;
  // A piece of the frame would hold the whole of it.
  return small.length === 0 ? seen : { ...seen, small: Buffer.from(small) };
}
