import { isDeskError } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import {
  opinionPoll,
  paperOptions,
  shippedCodes,
  shippedService,
  testForm,
} from '../../../../../tests/support/paper/index.ts';
import { papers } from '../paper.ts';
import { checkLayout } from './check-layout.ts';
import { type FormLayout, isField, type LayoutText } from './form-layout.ts';
import { formPdf } from './form-pdf.ts';
import { layoutForm } from './lay-out-form.ts';

const places = (layout: FormLayout) =>
  layout.pages.map((page) =>
    page.items.filter(isField).map(({ kind, path, place }) => ({ kind, path, place })),
  );

const textsOf = (layout: FormLayout) =>
  layout.pages.flatMap((page) =>
    page.items.flatMap((item) =>
      item.kind === 'text' ? [item.lines.join(' ').replaceAll('\u00a0', ' ')] : [],
    ),
  );

function refusal(layout: () => void): string {
  try {
    layout();
  } catch (error) {
    if (isDeskError(error) && error.publicKey === 'form-layout') return error.message;
    throw error;
  }
  return '';
}

const field = (x: number, y: number) => ({
  kind: 'line' as const,
  path: 'intruder',
  content: 'prose' as const,
  place: { x, y, width: 30, height: 9 },
});

describe('layoutForm', () => {
  it.each(shippedCodes().map((code) => [code] as const))(
    '%s: every question that can be answered has its place, in both languages',
    (code) => {
      const compiled = shippedService(code);
      for (const language of ['fr', 'en'] as const) {
        const paths = new Set(
          places(testForm(compiled, language))
            .flat()
            .map((field) => field.path.split('.')[0]),
        );
        const asked = compiled.questions
          .filter((question) => question.type !== 'information')
          .map((question) => question.key);
        expect([...paths]).toEqual(asked);
      }
    },
  );

  it.each([
    ['nid-de-poule', 'fr', '30T4'],
    ['nid-de-poule', 'en', 'XHZ4'],
    ['changement-adresse', 'fr', 'FRXX'],
    ['changement-adresse', 'en', 'G6P4'],
    ['permis-chien', 'fr', 'S3R5'],
    ['permis-chien', 'en', '3DCF'],
  ] as const)('a form of %s in %s that was handed out is still read', (code, language, geometry) => {
    expect(testForm(shippedService(code, 1), language).geometry).toBe(geometry);
  });

  it('the places of the fields and their fingerprint do not depend on the options', () => {
    const compiled = shippedService('permis-chien');
    const one = testForm(compiled, 'fr');
    const other = layoutForm(compiled, 'fr', {
      organisation: 'MRC',
      returnAddress: ['MRC', '1, rue'],
      serial: 'ZZZZZZZZZZ',
      sign: () => 'X',
    });
    expect(other.geometry).toBe(one.geometry);
    expect(places(other).flat()).toEqual(places(one).flat());
  });

  it('says a condition in words with the number of the question it depends on', () => {
    const texts = textsOf(testForm(shippedService('permis-chien'), 'fr'));
    expect(
      texts.some((text) =>
        /^Répondez seulement si .*stérilisé|^Répondez seulement si .*rage.*\(question 11\)\.$/.test(text),
      ),
    ).toBe(true);
  });

  it('says a condition in its own words where the definition gives some, still with the number', () => {
    expect(textsOf(testForm(opinionPoll, 'fr'))).toContain(
      'Répondez seulement si vous aimez un peu la piscine (question 5).',
    );
  });

  it('prints the help written for paper', () => {
    expect(textsOf(testForm(opinionPoll, 'fr'))).toContain('Pensez à l’été.');
  });

  it('prints the hours of a slot in words, and names its only place', () => {
    const texts = textsOf(testForm(opinionPoll, 'en')).join('\n');
    expect(texts).toContain(
      'Possible hours: Monday, Tuesday and Thursday, from 9:00 a.m. to 4:30 p.m.; Wednesday, from 10:00 a.m. to 7:00 p.m. A slot lasts 30 min',
    );
    expect(texts).toContain('Place: By telephone.');
  });

  it('says how many options to rank', () => {
    const texts = textsOf(testForm(opinionPoll, 'en'));
    expect(texts).toContain('Write 1 beside your first choice, 2 beside the next, up to 3.');
    expect(texts).toContain(
      'Write 1 beside your first choice, 2 beside the next, up to 3. Leave the other boxes empty.',
    );
  });

  it('states a fee that is a plain amount, and says of one worked out that it depends on the answers', () => {
    const texts = textsOf(testForm(opinionPoll, 'fr'));
    expect(texts).toContain('Gratuit');
    expect(texts).toContain('Forfait : 1 234,50 $');
    expect(texts).toContain('Tarif : selon vos réponses');
    expect(texts.some((text) => /versements égaux, un tous les 30 jours; .* question 10\./.test(text))).toBe(
      true,
    );
  });

  it('says who is told of the request, of what, why, and by which consent or law', () => {
    const texts = textsOf(testForm(opinionPoll, 'en')).join('\n');
    for (const said of [
      'Who we tell',
      'Department of Participation\nFor its yearly report.',
      'We pass on your answers (questions 4, 5), and only if you agree (question 11).',
      'Only if “Price of the instalments” is at least $10.00 (question 10).',
      'We pass on your answers (question 4). The law requires it: Polls Act, section 4.',
    ])
      expect(texts).toContain(said);
  });

  it('asks no computed amount', () => {
    expect(
      places(testForm(opinionPoll, 'fr'))
        .flat()
        .map(({ path }) => path),
    ).not.toContain('total');
  });

  it('refuses a text in the quiet zone of a page code', () => {
    const layout = testForm(shippedService('nid-de-poule'), 'fr');
    const [{ place: code }] = papers.letter.codes;
    const intruder: LayoutText = {
      kind: 'text',
      place: { x: code.x - 12, y: code.y + 4, width: 10, height: 4 },
      lines: ['Titre'],
      size: 10,
      weight: 'bold',
      ink: 'black',
      role: 'title',
    };
    const spoilt = {
      ...layout,
      pages: layout.pages.map((page) => ({ ...page, items: [...page.items, intruder] })),
    };
    expect(refusal(() => checkLayout(spoilt))).toContain('quiet zone');
  });

  it('refuses what runs into a mark, a fold or another field', () => {
    const layout = testForm(shippedService('nid-de-poule'), 'fr');
    const withField = (x: number, y: number) => ({
      ...layout,
      pages: layout.pages.slice(0, 1).map((page) => ({ ...page, items: [field(x, y)] })),
    });
    expect(refusal(() => checkLayout(withField(12, 12)))).toContain('a mark');
    expect(refusal(() => checkLayout(withField(60, 88)))).toContain('a fold');
    const twice = withField(60, 110);
    const page = twice.pages[0];
    const doubled = {
      ...twice,
      pages: page === undefined ? [] : [{ ...page, items: [...page.items, field(70, 112)] }],
    };
    expect(refusal(() => checkLayout(doubled))).toContain('the field intruder');
  });

  it('refuses an organisation whose name runs down into the title', () => {
    const organisation = 'Municipalité régionale de comté '.repeat(8);
    expect(
      refusal(() => layoutForm(shippedService('nid-de-poule'), 'fr', { ...paperOptions, organisation })),
    ).not.toBe('');
  });

  it('prints a tagged PDF in the language of the form', async () => {
    const pdf = (await formPdf(shippedService('nid-de-poule'), 'en', paperOptions)).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toMatch(/\/MarkInfo|\/StructTreeRoot/);
    expect(pdf).toContain('/Lang (en-CA)');
  });
});
