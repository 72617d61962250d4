import {
  assembleLetters,
  type Candidate,
  type LetterReading,
  pageText,
  type ReadPage,
  readFreePage,
  readLetter,
  readScan,
  type TextReader,
} from '@guichet/channels/mail';
import { type Paper, papers } from '../../../shared/channels/mail/src/paper.ts';
import { greyOf } from '../../../shared/channels/mail/src/read/grey-image.ts';
import { findCodes } from '../../../shared/channels/mail/src/read/find-codes.ts';
import type { GreyImage } from '../../../shared/channels/mail/src/read/grey-image.ts';
import type { Homography } from '../../../shared/channels/mail/src/read/homography.ts';
import { openScan } from '../../../shared/channels/mail/src/read/open-scan.ts';
import { registerPage } from '../../../shared/channels/mail/src/read/register-page.ts';
import { today } from '../../derivations/whole-pack.ts';
import { paperSign } from '../../support/paper/index.ts';
import { findCandidates } from '../../../workers/mailroom/src/find-candidates.ts';
import type { PackRow } from '../../derivations/whole-pack.ts';
import type { MadePage } from './make-page.ts';

export const steps = ['open', 'codes', 'marks', 'straighten', 'cut fields', 'read text'] as const;
export type Step = (typeof steps)[number];

/** What the product made of a page, and how it came by it. */
export interface PageReading {
  page: ReadPage;
  /** Nothing when the page was not known for a page of a form. */
  letter: LetterReading | undefined;
  /** The pages of forms that a person is offered when nothing names this one. */
  offered: readonly Pick<Candidate, 'service' | 'language' | 'page'>[];
  /** Where the reader believes that the sheet lies on the picture. */
  toPage: Homography | undefined;
  /** The picture as it came out of the file. */
  image: GreyImage;
  /** Unit: milliseconds; all but `straighten`, which is the rest of its stage, measured by themselves. */
  spent: Record<Step, number>;
  /** From the file to the answers. Unit: milliseconds */
  total: number;
}

/** Reads a page as the mailroom does, then goes through the first steps again to time them and to see what they saw. */
export async function readPage(
  { file, row }: MadePage,
  reader: TextReader,
  { only = 'all', rows = [] }: { only?: Only; rows?: readonly PackRow[] } = {},
): Promise<PageReading> {
  const timed = timedReader(only === 'all' ? reader : blind);
  const startedAt = performance.now();
  const scan = await readScan(file, { sign: paperSign });
  if (scan.kind === 'refused') throw new Error(`the scan was refused: ${scan.reason}`);
  const pages: ReadPage[] = [];
  for await (const page of scan.pages) pages.push(page);
  const [page] = pages;
  if (page === undefined) throw new Error('the scan has no page');
  const scannedAt = performance.now();
  const [form] = assembleLetters(pages).letters;
  const isOwn =
    only !== 'codes' &&
    form?.kind === 'form' &&
    form.service === row.service.definition.code &&
    form.version === row.service.definition.version;
  const letter = isOwn ? await readLetter(row.service, form, { reader: timed.reader, today }) : undefined;
  const readAt = performance.now();
  const again = await firstSteps(file, papers[page.code?.paper ?? 'letter']);
  const { open, codes, marks } = again.spent;
  const text = timed.spent();
  return {
    page,
    letter,
    offered:
      page.code === undefined
        ? await findCandidates(
            [page],
            [...new Set(rows.map(({ service }) => service))],
            [pageText((await readFreePage(await greyOf(await page.picture()), reader)).lines)],
          )
        : [],
    toPage: page.trust === 'none' ? undefined : again.toPage,
    image: again.image,
    spent: {
      open,
      codes,
      marks,
      straighten: Math.max(0, scannedAt - startedAt - open - codes - marks),
      'cut fields': readAt - scannedAt - text,
      'read text': text,
    },
    total: readAt - startedAt,
  };
}

/** What is read of a page: everything, all but text, or its codes and corner marks. */
export const onlyNames = ['all', 'marks', 'codes'] as const;
export type Only = (typeof onlyNames)[number];

/** Sees no text, so that check marks alone are read, in a quarter of the time. */
const blind: TextReader = {
  read: async () => ({ text: '', confidence: 0 }),
  readPage: async () => [],
  close: async () => undefined,
};

async function firstSteps(file: Buffer, paper: Paper) {
  const startedAt = performance.now();
  const scan = await openScan(file);
  if (scan.kind === 'refused') throw new Error(`the scan was refused: ${scan.reason}`);
  const { value: image } = await scan.pages().next();
  if (!image) throw new Error('the page could not be decoded');
  const openedAt = performance.now();
  const found = await findCodes(image);
  const foundAt = performance.now();
  const toPage = registerPage(image, found, paper)?.toPage;
  const registeredAt = performance.now();
  const spent = { open: openedAt - startedAt, codes: foundAt - openedAt, marks: registeredAt - foundAt };
  return { image, toPage, spent };
}

/** Counts the time that the engine takes. */
function timedReader(reader: TextReader): { reader: TextReader; spent: () => number } {
  let spent = 0;
  return {
    reader: {
      ...reader,
      async read(image, options) {
        const startedAt = performance.now();
        const reading = await reader.read(image, options);
        spent += performance.now() - startedAt;
        return reading;
      },
    },
    spent: () => spent,
  };
}
