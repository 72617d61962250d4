import { isDeskError } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import {
  paperAnswers,
  paperOptions,
  shippedService,
  testForm,
} from '../../../../../tests/support/paper/index.ts';
import { codes } from '../paper.ts';
import { checkLayout } from './check-layout.ts';
import { type FormLayout, isField, type LayoutText } from './form-layout.ts';
import { formPdf } from './form-pdf.ts';
import { layoutForm } from './lay-out-form.ts';

const services = Object.keys(paperAnswers).map((code) => [code] as const);
const places = (layout: FormLayout) =>
  layout.pages.map((page) =>
    page.items.filter(isField).map(({ kind, path, place }) => ({ kind, path, place })),
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
  it.each(services)('%s: every question that can be answered has its place, in both languages', (code) => {
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
    const texts = testForm(shippedService('permis-chien'), 'fr').pages.flatMap((page) =>
      page.items.flatMap((item) => (item.kind === 'text' ? [item.lines.join(' ')] : [])),
    );
    expect(
      texts.some((text) =>
        /^Répondez seulement si .*stérilisé|^Répondez seulement si .*rage.*\(question 11\)\.$/.test(text),
      ),
    ).toBe(true);
  });

  it('refuses a text in the quiet zone of a page code', () => {
    const layout = testForm(shippedService('nid-de-poule'), 'fr');
    const code = codes[0]?.place ?? { x: 0, y: 0, width: 0, height: 0 };
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
