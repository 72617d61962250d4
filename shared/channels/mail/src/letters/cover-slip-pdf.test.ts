import { describe, expect, it } from 'vitest';
import {
  degrade,
  paperOptions,
  paperSign,
  printed,
  type Profile,
  shippedService,
  testForm,
  toScan,
} from '../../../../../tests/support/paper/index.ts';
import { renderForm } from '../form/render-form.ts';
import { pageSigner } from '../page-code.ts';
import { paperNames, papers } from '../paper.ts';
import { readPdf } from '../../../../../tests/support/read-pdf.ts';
import { assembleLetters } from '../read/assemble-letters.ts';
import { readScan } from '../read/read-scan.ts';
import { coverSlipPdf, type CoverSlipContent } from './cover-slip-pdf.ts';

const content: CoverSlipContent = {
  language: 'fr',
  organisation: paperOptions.organisation,
  returnAddress: paperOptions.returnAddress,
  reference: '1234567890',
  service: 'Réserver une salle, un gymnase ou une patinoire',
  document: 'Preuve d’assurance responsabilité',
  sign: paperSign,
};
/** A document of two pages that knows nothing of us: pages of a form whose codes are wiped. */
async function document() {
  const sheets = await printed(await renderForm(testForm(shippedService('nid-de-poule'), 'fr')));
  return sheets.slice(0, 2).map((sheet) => {
    const wiped = sheet.data.map((value, at) => {
      const y = Math.floor(at / sheet.width);
      return y < 800 || y > 2800 ? 255 : value;
    });
    return { ...sheet, data: wiped };
  });
}

async function lettersOf(bytes: Uint8Array) {
  const scan = await readScan(bytes, { sign: paperSign });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  const pages = [];
  for await (const page of scan.pages) pages.push(page);
  return assembleLetters(pages).letters;
}

describe('coverSlipPdf', () => {
  it.each(['office', 'fax', 'photo'] satisfies Profile[])(
    'a slip scanned on top of a document (%s) makes one letter that names its case',
    async (profile) => {
      const slip = await printed(await coverSlipPdf(content));
      expect(slip).toHaveLength(1);
      const sheets = await degrade([...slip, ...(await document())], profile, 4);
      const letters = await lettersOf(await toScan(sheets, 'pdf'));
      expect(letters).toMatchObject([{ kind: 'free', reference: '1234567890' }]);
      expect(letters[0]?.pages).toHaveLength(3);
    },
    60_000,
  );

  it('two slips in one envelope keep their documents apart', async () => {
    const one = await printed(await coverSlipPdf(content));
    const other = await printed(await coverSlipPdf({ ...content, reference: '9876543210', language: 'en' }));
    const letters = await lettersOf(
      await toScan([...one, ...(await document()), ...other, ...(await document())], 'tiff'),
    );
    expect(letters).toMatchObject([{ reference: '1234567890' }, { reference: '9876543210' }]);
    expect(letters.map(({ pages }) => pages.length)).toEqual([3, 3]);
  }, 60_000);

  it('a slip that another desk signed names no case', async () => {
    const slip = await printed(await coverSlipPdf({ ...content, sign: pageSigner(Buffer.from('other')) }));
    const [letter] = await lettersOf(await toScan(slip, 'png'));
    expect(letter).not.toHaveProperty('reference');
    expect(letter?.pages[0]?.doubts).toEqual(['forged-code']);
  });

  it.each(paperNames)('prints nothing near the first fold of %s, however long its words', async (paper) => {
    const long = { ...content, service: 'Demander un permis de très longue durée '.repeat(4) };
    for (const slip of [content, long]) {
      const [sheet] = await printed(await coverSlipPdf({ ...slip, paper }));
      if (sheet === undefined) throw new Error('no sheet');
      expect(sheet.height / sheet.width).toBeCloseTo(papers[paper].height / papers[paper].width, 2);
      const at = Math.round((papers[paper].folds[0] * 300) / 25.4) * sheet.width;
      expect(sheet.data.subarray(at - 50 * sheet.width, at + 50 * sheet.width).some((ink) => ink < 250)).toBe(
        false,
      );
    }
  });

  it.each(paperNames)(
    'shows in the window of its envelope, on %s, the address alone, and all of it',
    async (paper) => {
      const [page] = (await readPdf(await coverSlipPdf({ ...content, paper }))).pages;
      const bare = (text: string) => text.replace(/\s/g, '');
      expect(page?.structure[0]?.children.map(({ text }) => bare(text))).toContain(
        bare(content.returnAddress.join('')),
      );
      const [sheet] = await printed(await coverSlipPdf({ ...content, paper }));
      if (sheet === undefined) throw new Error('no sheet');
      const mm = 300 / 25.4;
      const { window, folds } = papers[paper];
      const rowsWithInk = (from: number, to: number) =>
        Array.from({ length: Math.round((to - from) * mm) }, (_, row) => {
          const start = (Math.round(from * mm) + row) * sheet.width + Math.round(window.x * mm);
          return sheet.data.subarray(start, start + Math.round(window.width * mm)).some((ink) => ink < 128);
        });
      // Nothing comes near the window from above or from below.
      expect(rowsWithInk(window.y - 6, window.y).some(Boolean)).toBe(false);
      expect(rowsWithInk(window.y + window.height, folds[0]).some(Boolean)).toBe(false);
      expect(rowsWithInk(window.y, window.y + window.height).some(Boolean)).toBe(true);
    },
  );
});
