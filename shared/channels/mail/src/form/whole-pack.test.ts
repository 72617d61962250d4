import { isDeskError, languages } from '@guichet/kernel';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { packRows } from '../../../../../tests/derivations/whole-pack.ts';
import { paperOptions } from '../../../../../tests/support/paper/index.ts';
import { papers, type Rect } from '../paper.ts';
import { checkLayout } from './check-layout.ts';
import { type FormLayout, isField, type LayoutField } from './form-layout.ts';
import { printingsIn } from './known-layout.ts';
import { layoutForm } from './lay-out-form.ts';

/** Every version of every service in every language, on both sheets, in both prints. */
const layouts: FormLayout[] = [];

beforeAll(() => {
  // A layout that can not be read back is refused here.
  for (const { service, language } of packRows())
    for (const printing of printingsIn(language))
      layouts.push(layoutForm(service, language, { ...paperOptions, ...printing }));
}, 120_000);

const fieldsOf = (layout: FormLayout): LayoutField[] =>
  layout.pages.flatMap(({ items }) => items.filter(isField));
const answersOf = (layout: FormLayout) => fieldsOf(layout).map(answerOf).sort();
const answerOf = (field: LayoutField): string => {
  if (field.kind === 'check') return `${field.path} ${field.option}`;
  return `${field.path} ${field.kind === 'comb' ? field.classes : field.content}`;
};
const nameOf = ({ service, version, language, paper, print }: FormLayout) =>
  `${service} v${version} ${language} ${paper} ${print}`;

function refusal(layout: FormLayout): string {
  try {
    checkLayout(layout);
    return '';
  } catch (error) {
    if (isDeskError(error) && error.publicKey === 'form-layout') return error.message;
    throw error;
  }
}

describe('the forms of the whole pack', () => {
  it('all are laid out: four printings of each version in each language', () => {
    expect(layouts.length).toBe(packRows().length * 4);
    expect(languages.every((language) => layouts.some((layout) => layout.language === language))).toBe(true);
  });

  it('every printing of a form takes the same answers', () => {
    const first = new Map<string, string[]>();
    for (const layout of layouts) {
      const key = `${layout.service} ${layout.version} ${layout.language}`;
      const answers = answersOf(layout);
      const known = first.get(key) ?? answers;
      first.set(key, known);
      expect({ name: nameOf(layout), answers }).toEqual({ name: nameOf(layout), answers: known });
    }
  });

  it('large print has nothing under 16 points but what the desk alone reads, and larger boxes', () => {
    for (const layout of layouts.filter(({ print }) => print === 'large')) {
      const texts = layout.pages.flatMap(({ items }) =>
        items.flatMap((item) => (item.kind === 'text' ? [item] : [])),
      );
      const small = texts.filter(({ size, role }) => size < 16 && role !== 'running');
      expect({ name: nameOf(layout), small: small.map(({ lines }) => lines[0]) }).toEqual({
        name: nameOf(layout),
        small: [],
      });
      const cramped = fieldsOf(layout).filter(({ kind, place }) =>
        kind === 'check' ? place.width < 6 : place.height < 11.9,
      );
      expect({ name: nameOf(layout), cramped }).toEqual({ name: nameOf(layout), cramped: [] });
    }
  });

  it('on A4 and on Letter, in normal and in large print, one fingerprint stands for one layout', () => {
    const known = new Map<string, string>();
    for (const layout of layouts) {
      const key = `${nameOf(layout)} ${layout.geometry}`;
      const places = JSON.stringify(fieldsOf(layout).map(({ place }) => place));
      expect(known.get(key) ?? places).toBe(places);
      known.set(key, places);
    }
  });

  it('a field moved on to a mark, a fold, an edge or into the white around a code is refused, wherever it stood', () => {
    const withFields = layouts.filter((layout) => fieldsOf(layout).length > 0);
    const anywhere = fc.record({
      layout: fc.constantFrom(...withFields),
      field: fc.nat(),
      target: fc.nat(),
      x: fc.double({ min: 0, max: 1, noNaN: true }),
      y: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, ({ layout, field: pick, target, x, y }) => {
        const all = fieldsOf(layout);
        const field = all[pick % all.length];
        if (field === undefined) throw new Error('no field');
        const { codes, folds, frame, height, marks, width } = papers[layout.paper];
        const around = (place: Rect, by: number): Rect => ({
          x: place.x - by,
          y: place.y - by,
          width: place.width + 2 * by,
          height: place.height + 2 * by,
        });
        const forbidden: Rect[] = [
          ...marks.map((mark) => around(mark, 1)),
          ...codes.map(({ place }) => around(place, (place.width * 3) / 29)),
          ...folds.map((fold) => ({ x: frame.x, y: fold - 4, width: frame.width, height: 8 })),
          { x: 0, y: 0, width, height: 4 },
          { x: 0, y: height - 4, width, height: 4 },
        ];
        const zone = forbidden[target % forbidden.length];
        if (zone === undefined) throw new Error('no zone');
        // Some point of the field lies on some point of the zone.
        const place = {
          ...field.place,
          x: zone.x + zone.width * x - field.place.width * y,
          y: zone.y + zone.height * y - field.place.height * x,
        };
        const moved = field.kind === 'comb' ? { ...field, place, cells: [place] } : { ...field, place };
        const [page] = layout.pages;
        if (page === undefined) throw new Error('no page');
        expect(refusal({ ...layout, pages: [{ ...page, items: [moved] }] })).not.toBe('');
      }),
      { numRuns: 400 },
    );
  });
});
