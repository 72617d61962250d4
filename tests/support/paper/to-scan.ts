import Pdf from 'pdfkit';
import sharp, { type Sharp } from 'sharp';
import type { Sheet } from './sheet.ts';

export type ScanFormat = 'pdf' | 'bilevel-pdf' | 'tiff' | 'fax-tiff' | 'jpeg' | 'png';

/**
 * Saves sheets as a scanner would: one file of many pages (PDF, TIFF), or the first sheet alone (JPEG, PNG).
 * A fax comes as a `bilevel-pdf`, its own pixels spread over pages of the size of a letter, or as a `fax-tiff`: black and
 * white alone, of 204 dots by 98 lines an inch as it says.
 */
export async function toScan(sheets: readonly Sheet[], format: ScanFormat): Promise<Buffer> {
  if (format === 'pdf' || format === 'bilevel-pdf') return toPdf(sheets, format);
  if (format === 'tiff') return (await joined(sheets)).tiff({ compression: 'lzw' }).toBuffer();
  if (format === 'fax-tiff') return toFax(sheets);
  const [first] = sheets;
  if (first === undefined) return Buffer.alloc(0);
  return format === 'jpeg' ? jpeg(first) : image(first).png().toBuffer();
}

const image = (sheet: Sheet) =>
  sharp(sheet.data, { raw: { width: sheet.width, height: sheet.height, channels: 1 } });
const jpeg = (sheet: Sheet) => image(sheet).jpeg({ quality: 75 }).toBuffer();

async function toPdf(sheets: readonly Sheet[], format: 'pdf' | 'bilevel-pdf'): Promise<Buffer> {
  const saved = format === 'pdf' ? jpeg : (sheet: Sheet) => image(sheet).png().toBuffer();
  const pictures = await Promise.all(sheets.map(saved));
  const doc = new Pdf({ autoFirstPage: false, margin: 0 });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  for (const [at, picture] of pictures.entries()) {
    const { width = 2550, height = 3300 } = sheets[at] ?? {};
    const size: [number, number] = format === 'pdf' ? [(width * 72) / 300, (height * 72) / 300] : [612, 792];
    doc.addPage({ size, margin: 0 }).image(picture, 0, 0, { width: size[0], height: size[1] });
  }
  doc.end();
  return done;
}

/** A file of several pages is one tall picture cut into pages, so all must be of one size. */
async function joined(sheets: readonly Sheet[]): Promise<Sharp> {
  const width = Math.max(...sheets.map((sheet) => sheet.width));
  const height = Math.max(...sheets.map((sheet) => sheet.height));
  const pages = await Promise.all(
    sheets.map((sheet) =>
      image(sheet).resize({ width, height, fit: 'contain', background: '#ffffff' }).png().toBuffer(),
    ),
  );
  const [only, next] = pages;
  return only !== undefined && next === undefined
    ? sharp(only)
    : sharp(pages, { join: { across: 1, animated: true } });
}

/** As the class 2 fax modems of offices save it. Unit: `xres` and `yres` are dots a millimetre. */
async function toFax(sheets: readonly Sheet[]): Promise<Buffer> {
  return (await joined(sheets))
    .toColourspace('b-w')
    .threshold(128)
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 204 / 25.4, yres: 98 / 25.4 })
    .toBuffer();
}
