import { describe, expect, it } from 'vitest';
import { paperSign, printed } from '../../../../../tests/support/paper/index.ts';
import { readPdf } from '../../../../../tests/support/read-pdf.ts';
import { readPostedCode } from '../page-code.ts';
import { grown, overlaps, type PaperName, paperNames, papers } from '../paper.ts';
import { findCodes } from '../read/find-codes.ts';
import { addressBlock } from './address-lines.ts';
import { type LetterContent, layOutLetter } from './lay-out-letter.ts';
import { letterPdf } from './letter-pdf.ts';

const address = {
  street: '12, rue des Érables',
  municipality: 'Québec',
  province: 'QC',
  postalCode: 'G1R 4S9',
};
const content: LetterContent = {
  language: 'fr',
  sender: ['Ville de Saint-Exemple', '1, rue de l’Hôtel-de-Ville', 'Saint-Exemple (Québec) G0A 1A0'],
  recipient: addressBlock('Jeanne Tremblay', address, 'fr'),
  reference: '1234567890',
  serial: 'ABCDEFGHJK',
  date: '24 novembre 2026',
  subject: 'Signaler un nid-de-poule',
  paragraphs: ['Nous avons réparé la rue.', 'Merci de nous avoir écrit.'],
  sign: paperSign,
};
const long = {
  ...content,
  paragraphs: Array.from({ length: 24 }, () => 'Une phrase qui remplit la page. '.repeat(12)),
};
/** Line ends and spaces that do not break are as any space to the ear. */
const plain = (text: string) => text.replace(/\s+/g, ' ');

describe('a letter read on a screen', () => {
  it('is tagged, says its language and its title, and is heard in the order it is read', async () => {
    const { pdf } = await letterPdf(content);
    const read = await readPdf(pdf);
    expect(read).toMatchObject({
      isTagged: true,
      language: 'fr-CA',
      title: 'Signaler un nid-de-poule (123 456 7890)',
    });
    const [whole] = read.pages[0]?.structure ?? [];
    expect(whole?.type).toBe('Document');
    expect(whole?.children.map(({ type }) => type)).toEqual(['P', 'P', 'P', 'P', 'P', 'H1', 'P', 'P', 'P']);
    expect(whole?.children.map(({ text }) => plain(text))).toEqual([
      'Ville de Saint-Exemple',
      '1, rue de l’Hôtel-de-Ville Saint-Exemple (Québec) G0A 1A0',
      'JEANNE TREMBLAY 12 RUE DES ÉRABLES QUÉBEC QC G1R 4S9',
      '24 novembre 2026',
      'Numéro de référence : 123 456 7890',
      'Signaler un nid-de-poule',
      'Nous avons réparé la rue.',
      'Merci de nous avoir écrit.',
      'Pour nous répondre, rappelez le dossier 123 456 7890 ou joignez cette page.',
    ]);
  });

  it('passes over what is said again on each page', async () => {
    const { pdf, pages } = await letterPdf(long);
    const read = await readPdf(pdf);
    expect(read.pages).toHaveLength(pages);
    expect(pages).toBeGreaterThan(2);
    const [first, second] = read.pages.map(({ artifacts }) => artifacts.map(plain));
    expect(first).toEqual([`Envoi ABCDE FGHJK, page 1 de ${pages}`]);
    expect(second).toEqual([
      'Pour nous répondre, rappelez le dossier 123 456 7890 ou joignez cette page.',
      `Envoi ABCDE FGHJK, page 2 de ${pages}`,
    ]);
    const heard = read.pages.flatMap(({ structure }) => structure.flatMap(({ children }) => children));
    expect(heard.filter(({ text }) => text.startsWith('Une phrase'))).toHaveLength(24);
  });

  it('says in English that it is English', async () => {
    const read = await readPdf((await letterPdf({ ...content, language: 'en' })).pdf);
    expect(read.language).toBe('en-CA');
  });
});

describe('a letter in its envelope', () => {
  it.each(paperNames)(
    'prints on %s, with the code of its posting on every page',
    async (paper) => {
      const { pdf, pages } = await letterPdf({ ...long, paper });
      const read = await readPdf(pdf);
      for (const { width, height } of read.pages) {
        expect((width * 25.4) / 72).toBeCloseTo(papers[paper].width, 0);
        expect((height * 25.4) / 72).toBeCloseTo(papers[paper].height, 0);
      }
      const sheets = await printed(pdf);
      expect(sheets).toHaveLength(pages);
      for (const sheet of [sheets[0], sheets.at(-1)]) {
        if (sheet === undefined) throw new Error('no sheet');
        const [code] = await findCodes(sheet);
        expect(readPostedCode(code?.text ?? '', paperSign)).toEqual({ code: 'ABCDEFGHJK' });
      }
    },
    60_000,
  );

  it('shows the name and the address in its window and nothing else, whatever their length and however the sheet slides', () => {
    let seed = 11;
    const next = (max: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % max;
    };
    const words = (max: number) =>
      Array.from({ length: 1 + next(max) }, () => 'WÉmlgé-'.repeat(1 + next(3)).slice(0, 1 + next(18))).join(
        ' ',
      );
    for (let round = 0; round < 400; round++) {
      const paper: PaperName = next(2) === 0 ? 'letter' : 'a4';
      const foreign = next(3) === 0 ? { country: 'US' } : {};
      const recipient = addressBlock(
        words(9),
        {
          street: words(9),
          unit: words(3),
          municipality: words(6),
          province: 'QC',
          postalCode: 'G1R 4S9',
          ...foreign,
        },
        'fr',
      );
      const pages = layOutLetter({
        ...content,
        paper,
        recipient,
        sender: Array.from({ length: 1 + next(8) }, () => words(6)),
        subject: words(40),
        paragraphs: Array.from({ length: next(20) }, () => words(80)),
      });
      const { window } = papers[paper];
      const [first] = pages;
      const shown = first?.texts.filter(({ text }) => overlaps(text.place, grown(window, 5)));
      expect(shown?.map(({ text }) => text.lines)).toEqual([
        [recipient.name, ...recipient.lines].filter((line) => line !== ''),
      ]);
      const block = shown?.[0]?.text;
      if (block === undefined) throw new Error('no address');
      const { place } = block;
      expect(place.x).toBeGreaterThanOrEqual(window.x + 2.9);
      expect(place.y).toBeGreaterThanOrEqual(window.y + 2.9);
      expect(place.x + place.width).toBeLessThanOrEqual(window.x + window.width - 2.9);
      expect(place.y + place.height).toBeLessThanOrEqual(window.y + window.height - 2.9);
      for (const { texts, code } of pages) {
        for (const { text } of texts) {
          expect(text.place.y + text.place.height).toBeLessThanOrEqual(papers[paper].height - 5);
          expect(overlaps(text.place, code)).toBe(false);
        }
      }
    }
  });
});
