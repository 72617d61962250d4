import Pdf from 'pdfkit';
import { describe, expect, it } from 'vitest';
import {
  degrade,
  ofAnotherBody,
  paperSign,
  printed,
  seeded,
  type Sheet,
  shippedService,
  testForm,
  toScan,
  twoOnOne,
  withoutOneCode,
} from '../../../../../tests/support/paper/index.ts';
import { renderForm } from '../form/render-form.ts';
import { letterPdf } from '../letters/letter-pdf.ts';
import { bytesMax } from './open-scan.ts';
import type { ReadPage } from './read-page.ts';
import { readScan } from './read-scan.ts';

async function pagesOf(bytes: Uint8Array): Promise<ReadPage[]> {
  const scan = await readScan(bytes, { sign: paperSign });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  const pages: ReadPage[] = [];
  for await (const page of scan.pages) pages.push(page);
  return pages;
}

async function pdf(options: PDFKit.PDFDocumentOptions, pages: number): Promise<Buffer> {
  const doc = new Pdf({ ...options, autoFirstPage: false, size: 'LETTER' });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  for (let page = 0; page < pages; page++) doc.addPage();
  doc.end();
  return done;
}

function noise(width: number, height: number): Sheet {
  const random = seeded(7);
  return { width, height, data: Uint8Array.from({ length: width * height }, () => random() * 256) };
}

async function reason(bytes: Uint8Array): Promise<string> {
  const scan = await readScan(bytes, { sign: paperSign });
  return scan.kind === 'refused' ? scan.reason : scan.kind;
}

describe('readScan', () => {
  it('refuses by name what it can not read', async () => {
    const png = await toScan([noise(300, 200)], 'png');
    expect(await reason(Buffer.alloc(0))).toBe('empty');
    expect(await reason(Buffer.from('Bonjour, ceci est un texte.'))).toBe('not-a-document');
    expect(await reason(Buffer.from('PK\u0003\u0004'))).toBe('not-a-document');
    expect(await reason(Buffer.from('%PDF-1.7\nrien de bon'))).toBe('corrupt');
    expect(await reason(png.subarray(0, 400))).toBe('corrupt');
    expect(await reason(await pdf({ userPassword: 'secret' }, 1))).toBe('encrypted');
    expect(await reason(await pdf({}, 2000))).toBe('too-many-pages');
    expect(await reason(Buffer.alloc(bytesMax + 1, '%PDF-'))).toBe('too-large');
    expect(
      await reason(
        await toScan([{ width: 9000, height: 5000, data: new Uint8Array(45_000_000).fill(255) }], 'png'),
      ),
    ).toBe('too-large');
  });

  it('a photo of noise is a page without a code, not a failure', async () => {
    const [page] = await pagesOf(await toScan([noise(1200, 900)], 'jpeg'));
    expect(page).toMatchObject({ doubts: [], blank: false, trust: 'none' });
    expect(page?.code).toBeUndefined();
  });

  it('a blank back is told apart', async () => {
    const [page] = await pagesOf(await pdf({}, 1));
    expect(page?.blank).toBe(true);
  });

  it('a form is known whichever way it lies, faxed or photographed, in each format; a fax is not trusted', async () => {
    const layout = testForm(shippedService('nid-de-poule'), 'fr');
    const sheets = (await printed(await renderForm(layout))).slice(0, 1);
    const ways = [
      ['clean', 'png'],
      ['office', 'tiff'],
      ['rot180', 'pdf'],
      ['rot90', 'jpeg'],
      ['fax', 'tiff'],
      ['fax-coarse', 'tiff'],
      ['fax-flat', 'bilevel-pdf'],
      ['fax-flat', 'fax-tiff'],
      ['photo', 'jpeg'],
    ] as const;
    for (const [profile, format] of ways) {
      const [page] = await pagesOf(await toScan(await degrade(sheets, profile, 3), format));
      expect({ profile, code: page?.code?.page, trust: page?.trust }).toEqual({
        profile,
        code: 1,
        trust: profile.startsWith('fax') ? 'reduced' : 'full',
      });
    }
  });

  it('a fax of an A4 sheet in a PDF of the size of a letter is not trusted either, a scan in greys is', async () => {
    const layout = testForm(shippedService('nid-de-poule'), 'fr', undefined, { paper: 'a4' });
    const sheets = (await printed(await renderForm(layout))).slice(0, 1);
    for (const [profile, format, trust] of [
      ['fax-flat', 'bilevel-pdf', 'reduced'],
      ['office', 'pdf', 'full'],
    ] as const) {
      const [page] = await pagesOf(await toScan(await degrade(sheets, profile, 3), format));
      expect({ profile, code: page?.code?.page, trust: page?.trust }).toEqual({ profile, code: 1, trust });
    }
  });

  it('a form with one of its codes scribbled over lies as straight as with both', async () => {
    const layout = testForm(shippedService('nid-de-poule'), 'fr');
    const [sheet] = await printed(await renderForm(layout));
    if (sheet === undefined) throw new Error('no sheet');
    const scribbled = withoutOneCode(sheet, () => 0);
    for (const seed of [6, 10, 14, 28]) {
      const [page] = await pagesOf(await toScan(await degrade([scribbled], 'office', seed), 'jpeg'));
      expect({ seed, code: page?.code?.page, trust: page?.trust, marks: page?.marks }).toEqual({
        seed,
        code: 1,
        trust: 'full',
        marks: 6,
      });
    }
  });

  it('a form of which a side is torn off is not trusted', async () => {
    const layout = testForm(shippedService('nid-de-poule'), 'fr');
    const [sheet] = await printed(await renderForm(layout));
    if (sheet === undefined) throw new Error('no sheet');
    const torn = {
      ...sheet,
      data: sheet.data.map((value, at) =>
        at % sheet.width > 1750 || at > sheet.data.length * 0.7 ? 255 : value,
      ),
    };
    const [page] = await pagesOf(await toScan([torn], 'png'));
    expect(page?.trust).not.toBe('full');
  });

  it('a code signed by another desk names nothing', async () => {
    const layout = testForm(shippedService('nid-de-poule'), 'fr');
    const forged = {
      ...layout,
      pages: layout.pages.map((page) => ({ ...page, code: page.code.replace('/1-', '/2-') })),
    };
    const [page] = await pagesOf(await toScan((await printed(await renderForm(forged))).slice(0, 1), 'png'));
    expect(page?.doubts).toEqual(['forged-code']);
    expect(page?.code).toBeUndefined();
  });

  it('a letter of ours that comes back names its case', async () => {
    const { pdf } = await letterPdf({
      language: 'fr',
      sender: ['Ville', '100, rue de l’Hôtel-de-Ville'],
      recipient: { name: 'Łucja Côté', lines: ['12, rue des Érables', 'Québec (Québec)  G1S 1Y3'] },
      reference: '1234567890',
      serial: 'ABCDEFGHJK',
      date: '24 novembre 2026',
      subject: 'Votre demande',
      paragraphs: ['Bonjour,'],
      sign: paperSign,
    });
    const [page] = await pagesOf(pdf);
    expect(page?.reference).toBe('1234567890');
  });

  it('two forms on one sheet, or one form twice, are for a person; so is a form of another body', async () => {
    const sheets = await Promise.all(
      ['nid-de-poule', 'permis-chien'].map(async (code) => {
        const layout = testForm(shippedService(code), 'fr');
        const [sheet] = await printed(await renderForm({ ...layout, pages: layout.pages.slice(0, 1) }));
        if (sheet === undefined) throw new Error('no sheet');
        return sheet;
      }),
    );
    const [one, other] = sheets;
    if (one === undefined || other === undefined) throw new Error('no sheets');
    const read = async (sheet: Sheet) => {
      const [page] = await pagesOf(await toScan(await degrade([sheet], 'office', 3), 'jpeg'));
      return { code: page?.code, doubts: page?.doubts, trust: page?.trust };
    };
    const nothing = { code: undefined, trust: 'none' };
    expect(await read(twoOnOne(one, other))).toEqual({ ...nothing, doubts: ['two-codes'] });
    expect(await read(twoOnOne(one, one))).toEqual({ ...nothing, doubts: ['two-codes'] });
    expect(await read(ofAnotherBody(one, 'https://exemple.org/f/12'))).toEqual({ ...nothing, doubts: [] });
  }, 60_000);
});
