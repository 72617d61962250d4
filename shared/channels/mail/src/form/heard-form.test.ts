import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  opinionPoll,
  paperOptions,
  shippedService,
  testForm,
} from '../../../../../tests/support/paper/index.ts';
import { type PdfElement, readPdf } from '../../../../../tests/support/read-pdf.ts';
import { coverSlipPdf } from '../letters/cover-slip-pdf.ts';
import { renderForm } from './render-form.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\n', ' ').trim();

/** What a screen reader comes across on the pages of a form, in order. */
async function heard(pdf: Uint8Array): Promise<PdfElement[]> {
  const { pages } = await readPdf(pdf);
  return pages.flatMap(({ structure }) =>
    structure.flatMap((top) => (top.children.length > 0 ? top.children : [top])),
  );
}

/** The operators that paint while no structure and no artifact is open. */
function paintedOutside(pdf: Buffer): { pages: number; outside: string[] } {
  const source = pdf.toString('latin1');
  let pages = 0;
  const outside = [...source.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
    let text: string;
    try {
      text = inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
    } catch {
      return [];
    }
    if (!text.includes(' BDC')) return [];
    pages += 1;
    let depth = 0;
    return text.split('\n').filter((line) => {
      if (/ (BDC|BMC)$/.test(line)) depth += 1;
      if (/^EMC$/.test(line)) depth -= 1;
      return depth === 0 && /(^| )(f|S|B|Tj|TJ|Do)$/.test(line);
    });
  });
  return { pages, outside };
}

const form = (more = {}) => renderForm(testForm(shippedService('permis-chien'), 'fr', undefined, more));
const request = {
  about: { kind: 'case', reference: '8440608922' },
  recipient: { name: 'JEANNE TREMBLAY', lines: ['12 RUE DES ÉRABLES', 'QUÉBEC QC  G1R 4S9'] },
  date: '24 novembre 2026',
  replyBy: '24 décembre 2026',
  paragraphs: [],
  asks: [{ key: 'weight', conditional: false }],
} as const;

describe('a form heard on a screen', () => {
  it.each([
    ['fr', 'fr-CA', 'Enregistrer un chien'],
    ['en', 'en-CA', 'Register a dog'],
  ] as const)(
    'in %s: it is tagged, says its language and its title, and begins with whose it is and what it asks for',
    async (language, tag, title) => {
      const pdf = await renderForm(testForm(shippedService('permis-chien'), language));
      const read = await readPdf(pdf);
      expect(read).toMatchObject({ isTagged: true, language: tag, title });
      const [whose, heading, summary, how] = await heard(pdf);
      expect([whose?.type, heading?.type, summary?.type, how?.type]).toEqual(['P', 'H1', 'P', 'H2']);
      expect(whose?.text).toBe(paperOptions.organisation);
      expect(heading?.text).toBe(title);
    },
  );

  it('each question is a heading, followed by its boxes, each by its own name; none is heard twice', async () => {
    const elements = await heard(await form());
    const at = elements.findIndex(({ type, text }) => type === 'H2' && plain(text) === 'Sexe du chien');
    expect(elements.slice(at, at + 6).map(({ type, alt, text }) => `${type} ${plain(alt || text)}`)).toEqual([
      'H2 Sexe du chien',
      'P Cochez une seule case.',
      'Form Case à cocher : Femelle',
      'P Femelle',
      'Form Case à cocher : Mâle',
      'P Mâle',
    ]);
    const names = elements.filter(({ type }) => type === 'Form').map(({ alt }) => plain(alt));
    expect(names).toContain('Espace à remplir : Qui est propriétaire ou gardien du chien?, Prénom');
    expect(names).toContain('Espace à remplir : Adresse où vit le chien, Code postal');
    expect(names).toContain('Espace pour signer');
    expect(names.every((name) => name !== '')).toBe(true);
    expect(elements.filter(({ type }) => type === 'H1')).toHaveLength(1);
  });

  it('options set in columns are heard down each column, in the order of the definition', async () => {
    const ranking = opinionPoll.questions.find(
      (question) => question.type === 'ranking' && question.options.length > 3,
    );
    if (ranking?.type !== 'ranking') throw new Error('no ranking');
    const elements = await heard(await renderForm(testForm(opinionPoll, 'fr')));
    const labels = ranking.options.map(({ label }) => label.fr);
    const order = elements.map(({ text }) => plain(text)).filter((text) => labels.includes(text));
    expect(order.slice(0, labels.length)).toEqual(labels);
  });

  it.each([
    ['a form', () => form()],
    ['a form on A4 in large print', () => form({ paper: 'a4', print: 'large' })],
    ['a letter that asks for what is missing', () => form({ request })],
    [
      'a cover slip',
      () =>
        coverSlipPdf({
          language: 'fr',
          organisation: paperOptions.organisation,
          returnAddress: paperOptions.returnAddress,
          reference: '8440608922',
          service: 'Enregistrer un chien',
          document: 'Preuve de vaccination',
          sign: paperOptions.sign,
          paper: 'a4',
        }),
    ],
  ] as const)(
    '%s: marks, codes, running heads and feet are passed over, and nothing is painted outside the structure',
    async (_, make) => {
      const pdf = await make();
      const read = await readPdf(pdf);
      expect(paintedOutside(pdf)).toEqual({ pages: read.pages.length, outside: [] });
      const said = (await heard(pdf)).map(({ text }) => plain(text)).join('\n');
      expect(said).not.toMatch(/T3STP|version 1|Page \d/);
      const feet = read.pages.slice(1).map(({ artifacts }) => plain(artifacts.join(' ')));
      expect(feet.every((foot) => /Page \d de/.test(foot))).toBe(true);
    },
  );

  it('what a box is for a reader is written as the standard has it for paper', async () => {
    const source = (await form()).toString('latin1');
    expect(source).toMatch(/\/O \/PrintField\s+\/Role \/cb/);
    expect(source).toMatch(/\/O \/PrintField\s+\/Role \/tv/);
  });
});
