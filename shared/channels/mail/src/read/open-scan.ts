import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { type GreyImage, greyOf, pixelsReadMax } from './grey-image.ts';
import { type Stretch, stretchesOf } from './tiff-shapes.ts';

export type RefusalReason =
  | 'not-a-document'
  | 'encrypted'
  | 'empty'
  | 'too-many-pages'
  | 'too-large'
  | 'corrupt';

/** Why a file was not read at all. */
export interface Refused {
  kind: 'refused';
  reason: RefusalReason;
}

/** A file whose pages can be taken one at a time. */
export interface OpenScan {
  kind: 'open';
  pageCount: number;
  /** Gives the pages from a place on, counted from 0. Guarantee: one in memory at a time. One that can't be decoded is `undefined`. */
  pages: (from?: number) => AsyncGenerator<OpenPage | undefined>;
}

export interface OpenPage extends GreyImage {
  /** How many pixels of this picture stand for one that the scanner saw, along its coarser side; absent when one does. */
  readonly enlarged?: number;
}

/** Two hundred pages of grey as office scanners save them. */
export const bytesMax = 200 * 1024 * 1024;
export const pagesMax = 200;
/** What a page is brought down to before it is read: about 330 dots per inch on Letter. */
const pixelsWorked = 10_500_000;
const renderDotsPerInch = 300;

/**
 * Opens a scan by what it holds, never by its name or declared type.
 *
 * Shape:     PDF, TIFF of one or many pages, JPEG, PNG
 * Guarantee: refuses, never throws, on anything else, on locked, empty, broken, over-long and over-large files.
 */
export async function openScan(bytes: Uint8Array): Promise<OpenScan | Refused> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > bytesMax) return refused('too-large');
  const format = formatOf(bytes);
  if (format === undefined) return refused('not-a-document');
  return format === 'pdf' ? openPdf(bytes) : openImage(bytes, format);
}

type Format = 'pdf' | 'tiff' | 'jpeg' | 'png';

function formatOf(bytes: Uint8Array): Format | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*')) return 'tiff';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg';
  if (head.startsWith('\u0089PNG\r\n')) return 'png';
  return undefined;
}

function refused(reason: RefusalReason): Refused {
  return { kind: 'refused', reason };
}

type Document = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>;
let library: Promise<PDFiumLibrary> | undefined;

async function openPdf(bytes: Uint8Array): Promise<OpenScan | Refused> {
  library ??= PDFiumLibrary.init();
  const pdfium = await library;
  let document: Document;
  try {
    document = await pdfium.loadDocument(bytes);
  } catch (error) {
    return refused(/password|security/i.test(String(error)) ? 'encrypted' : 'corrupt');
  }
  const pageCount = document.getPageCount();
  if (pageCount === 0 || pageCount > pagesMax) {
    document.destroy();
    return refused(pageCount === 0 ? 'empty' : 'too-many-pages');
  }
  return { kind: 'open', pageCount, pages: (from) => pdfPages(document, pageCount, from) };
}

async function* pdfPages(
  document: Document,
  pageCount: number,
  from = 0,
): AsyncGenerator<OpenPage | undefined> {
  try {
    for (let at = from; at < pageCount; at++) yield await readPdfPage(document, at).catch(() => undefined);
  } finally {
    document.destroy();
  }
}

async function readPdfPage(document: Document, at: number): Promise<OpenPage> {
  const page = document.getPage(at);
  const own = await scannerPicture(page);
  if (own?.jpeg !== undefined) return greyOf(own.jpeg, { pixelsMax: pixelsWorked });
  const image = await renderPage(page);
  const enlarged =
    own === undefined ? 1 : Math.max(longer(image) / longer(own), shorter(image) / shorter(own));
  return enlarged > 1 ? { ...image, enlarged } : image;
}

/** A page may be stored on its side and shown upright. */
const longer = ({ width, height }: { width: number; height: number }) => Math.max(width, height);
const shorter = ({ width, height }: { width: number; height: number }) => Math.min(width, height);

/**
 * Gives the picture that a page is made of, when it is one picture and nothing else. A JPEG is taken as the scanner made
 * it: faster, and not resampled twice.
 */
async function scannerPicture(
  page: ReturnType<Document['getPage']>,
): Promise<{ width: number; height: number; jpeg?: Uint8Array } | undefined> {
  if (page.getObjectCount() !== 1) return undefined;
  const only = page.getObject(0);
  if (only.type !== 'image') return undefined;
  const { width, height, filters, data } = await only.getImageDataRaw();
  const large = width * height >= 1_000_000 && width * height <= pixelsReadMax;
  const isJpeg = large && filters.length === 1 && filters[0] === 'DCTDecode';
  return { width, height, ...(isJpeg ? { jpeg: data } : {}) };
}

/** A poster is rendered coarser rather than refused: its pixels are ours to choose. */
async function renderPage(page: ReturnType<Document['getPage']>): Promise<GreyImage> {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(
    renderDotsPerInch / 72,
    Math.sqrt(pixelsWorked / Math.max(1, originalWidth * originalHeight)),
  );
  const bitmap = await page.render({ scale, colorSpace: 'Gray', render: 'bitmap', renderFormFields: true });
  return { width: bitmap.width, height: bitmap.height, data: bitmap.data };
}

async function openImage(bytes: Uint8Array, format: Format): Promise<OpenScan | Refused> {
  try {
    const { width = 0, height = 0, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const pageCount = format === 'tiff' ? pages : 1;
    if (width === 0 || height === 0) return refused('empty');
    if (width * height > pixelsReadMax) return refused('too-large');
    if (pageCount > pagesMax) return refused('too-many-pages');
    const stretches = format === 'tiff' ? stretchesOf(bytes, pageCount) : [];
    if (pageCount === 1) {
      const only = await imagePage(bytes, 0, stretches);
      return { kind: 'open', pageCount, pages: (from) => one(only, from) };
    }
    return { kind: 'open', pageCount, pages: (from) => imagePages(bytes, pageCount, stretches, from) };
  } catch {
    return refused('corrupt');
  }
}

async function* one(image: OpenPage, from = 0): AsyncGenerator<OpenPage | undefined> {
  if (from === 0) yield image;
}

async function* imagePages(
  bytes: Uint8Array,
  pageCount: number,
  stretches: readonly Stretch[],
  from = 0,
): AsyncGenerator<OpenPage | undefined> {
  for (let page = from; page < pageCount; page++) {
    yield await imagePage(bytes, page, stretches).catch(() => undefined);
  }
}

/** A fax may have been sent with pixels twice as tall as wide. */
async function imagePage(bytes: Uint8Array, page: number, stretches: readonly Stretch[]): Promise<OpenPage> {
  const stretch = stretches[page] ?? { across: 1, down: 1 };
  const image = await greyOf(bytes, { page, pixelsMax: pixelsWorked, stretch });
  const enlarged = Math.max(stretch.across, stretch.down);
  return enlarged > 1 ? { ...image, enlarged } : image;
}
