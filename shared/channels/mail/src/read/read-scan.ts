import type { Sign } from '../page-code.ts';
import { findCodes } from './find-codes.ts';
import { type GreyImage, jpegOf, percentile } from './grey-image.ts';
import { identifyPage } from './identify-page.ts';
import { type OpenPage, openScan, type Refused } from './open-scan.ts';
import { papers } from '../paper.ts';
import { type ReadPage, undecodable } from './read-page.ts';
import { rectify } from './rectify.ts';
import { registerPage } from './register-page.ts';

export interface Scan {
  kind: 'scan';
  pageCount: number;
  /** Guarantee: pages are decoded as they are asked for, one in memory at a time. */
  pages: AsyncIterable<ReadPage>;
}

/**
 * Reads a scanned file page by page: identity, straightening, picture. Fields are read afterwards, by `readLetter`.
 *
 * Guarantee: refuses by name what it can't read and never throws because of what a file holds.
 */
export async function readScan(
  bytes: Uint8Array,
  { sign, from = 0 }: { sign: Sign; from?: number },
): Promise<Scan | Refused> {
  const open = await openScan(bytes);
  if (open.kind === 'refused') return open;
  return { kind: 'scan', pageCount: open.pageCount, pages: readPages(open.pages(from), sign, from) };
}

async function* readPages(
  images: AsyncIterable<OpenPage | undefined>,
  sign: Sign,
  from: number,
): AsyncGenerator<ReadPage> {
  let index = from;
  for await (const image of images) {
    yield image === undefined ? undecodable(index) : await readPage(image, index, sign);
    index += 1;
  }
}

async function readPage(image: OpenPage, index: number, sign: Sign): Promise<ReadPage> {
  const found = await findCodes(image);
  const identity = identifyPage(
    found.map(({ text }) => text),
    sign,
  );
  const asIs = {
    index,
    blank: false,
    trust: 'none' as const,
    marks: 0,
    width: image.width,
    height: image.height,
  };
  if (identity.code === undefined) {
    const blank = found.length === 0 && isBlank(image);
    return { ...asIs, ...identity, blank, picture: given(await jpegOf(image)) };
  }
  const paper = papers[identity.code.paper];
  const registration = registerPage(image, found, paper);
  if (registration === undefined) {
    const doubts = [...identity.doubts, 'unregistered' as const];
    return { ...asIs, ...identity, doubts, picture: given(await jpegOf(image)) };
  }
  const straight = rectify(image, registration.toPage, paper);
  const { marks } = registration;
  const trust = isFax(image, registration.pixelsPerMm) ? 'reduced' : registration.trust;
  return {
    ...asIs,
    ...identity,
    trust,
    marks,
    picture: given(await jpegOf(straight)),
    width: straight.width,
    height: straight.height,
  };
}

const given = (picture: Buffer) => async () => picture;

/** A scan in greys has at most a third of its pixels as black or as white as can be, a fax enlarged twice seven in ten. */
const fewGreys = 0.5;

/** Coarse and without greys: too little is left of a mark or an accent to be sure of anything. */
function isFax(image: OpenPage, pixelsPerMm: number): boolean {
  const { enlarged = 1 } = image;
  if (pixelsPerMm / enlarged > 9.5) return false;
  // Enlarging made greys along every edge; what lies between edges is still black or white.
  return enlarged > 1 ? blackOrWhite(image) > fewGreys : greys(image) < 0.005;
}

/** Shares of a page of eight million pixels are as well known from a few hundred thousand. */
const lookedEvery = 23;

function greys(image: GreyImage): number {
  let grey = 0;
  let seen = 0;
  for (let i = 0; i < image.data.length; i += lookedEvery) {
    const value = image.data[i] ?? 255;
    if (value > 40 && value < 215) grey += 1;
    seen += 1;
  }
  return grey / seen;
}

/** Share of the dark and of the light pixels, whichever is less, that are as dark or as light as can be. */
function blackOrWhite(image: GreyImage): number {
  let [dark, black, light, white] = [0, 0, 0, 0];
  for (let i = 0; i < image.data.length; i += lookedEvery) {
    const value = image.data[i] ?? 255;
    if (value < 40) dark += 1;
    if (value === 0) black += 1;
    if (value > 215) light += 1;
    if (value === 255) white += 1;
  }
  return Math.min(black / Math.max(1, dark), white / Math.max(1, light));
}

/** The darkest thousandth of a blank sheet is still paper, unless it is at its edges. */
function isBlank(image: GreyImage): boolean {
  const paper = percentile(image, 0.5, 7);
  // All dark is no paper that we know: an open lid, or a picture.
  if (paper < 100) return false;
  const inset = Math.round(Math.min(image.width, image.height) * 0.05);
  let dark = 0;
  let seen = 0;
  for (let y = inset; y < image.height - inset; y += 2) {
    for (let x = inset; x < image.width - inset; x += 2) {
      seen += 1;
      if ((image.data[y * image.width + x] ?? 255) < paper * 0.6) dark += 1;
    }
  }
  return dark < seen * 0.0004;
}
