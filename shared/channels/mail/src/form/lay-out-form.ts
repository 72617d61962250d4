import { createHash } from 'node:crypto';
import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { base32, writePageCode } from '../page-code.ts';
import { codes, frame, sheet } from '../paper.ts';
import { checkLayout } from './check-layout.ts';
import { flow } from './flow.ts';
import { type FormLayout, isField, type LayoutItem, type LayoutPage } from './form-layout.ts';
import type { FormOptions } from './form-options.ts';
import { closingUnits, howToUnit } from './notice-units.ts';
import { questionUnits } from './question-units.ts';
import { lineHeight, styles, textAt } from './rows.ts';
import { formWords } from './words.ts';

const tops = { first: 59, others: 42 } as const;

/**
 * Lays out the paper form of a service: where each text, box, comb and code stands on each page.
 *
 * Guarantee: the places of the fields depend on the service and the language alone, never on the options.
 * Unit:      millimetres on US Letter
 * Errors:    DeskError `invalid` (`form-layout`): something runs into a code, a mark, a fold or another thing.
 */
export function layoutForm(compiled: CompiledService, language: Language, options: FormOptions): FormLayout {
  const { definition } = compiled;
  const questions = compiled.questions.flatMap((question) => questionUnits(compiled, question, language));
  const bodies = flow(
    [howToUnit(options, language), ...questions, ...closingUnits(compiled, options, language)],
    tops,
  );
  const geometry = fingerprint(bodies);
  const pages = bodies.map((items, at): LayoutPage => {
    const number = at + 1;
    const code = {
      service: definition.code,
      version: definition.version,
      language,
      page: number,
      pages: bodies.length,
      serial: options.serial,
      geometry,
    };
    const head =
      number === 1 ? firstHead(compiled, language, options) : laterHead(compiled, language, options);
    const foot = footer(compiled, language, options.serial, number, bodies.length);
    return { number, code: writePageCode(code, options.sign), items: [...head, ...items, ...foot] };
  });
  const layout: FormLayout = {
    service: definition.code,
    version: definition.version,
    language,
    title: definition.name[language],
    serial: options.serial,
    geometry,
    pages,
  };
  checkLayout(layout);
  return layout;
}

/** The closing notices come after the last field, so their length moves nothing. */
function fingerprint(bodies: readonly LayoutItem[][]): string {
  const places = bodies.map((items) =>
    items.filter(isField).map((field) => [field.kind, field.path, field.place]),
  );
  while (places.at(-1)?.length === 0) places.pop();
  return base32(createHash('sha256').update(JSON.stringify(places)).digest(), 4);
}

const headWidth = (codes[0]?.place.x ?? sheet.width) - frame.x - 5;

function firstHead(compiled: CompiledService, language: Language, options: FormOptions): LayoutItem[] {
  const { definition } = compiled;
  const body = textAt(options.organisation, frame.x, 14, headWidth, {
    ...styles.body,
    size: 10,
    weight: 'bold',
  });
  const title = textAt(definition.name[language], frame.x, 20.5, headWidth, styles.title);
  const summaryY = title.place.y + title.place.height + 2;
  const room = tops.first - 4.5 - summaryY;
  const sizes = [10, 9, 8].map((size) =>
    textAt(definition.summary[language], frame.x, summaryY, headWidth, { ...styles.body, size }),
  );
  const summary = sizes.find((text) => text.place.height <= room) ?? sizes.at(-1);
  return [
    body,
    title,
    ...(summary === undefined ? [] : [summary]),
    {
      kind: 'shade',
      place: { x: frame.x, y: tops.first - 3, width: frame.width, height: 0.6 },
      fill: 'blue',
    },
  ];
}

function laterHead(compiled: CompiledService, language: Language, options: FormOptions): LayoutItem[] {
  return [
    textAt(options.organisation, frame.x, 14, headWidth, { ...styles.note, weight: 'bold' }),
    textAt(compiled.definition.name[language], frame.x, 19, headWidth, { ...styles.heading, size: 13 }),
    { kind: 'shade', place: { x: frame.x, y: 39, width: frame.width, height: 0.35 }, fill: 'line' },
  ];
}

function footer(
  compiled: CompiledService,
  language: Language,
  serial: string,
  page: number,
  pages: number,
): LayoutItem[] {
  const words = formWords[language];
  const { definition } = compiled;
  const left = frame.x + 26;
  const style = styles.part;
  const right = textAt(words.page(page, pages), 0, 0, 60, { ...styles.body, weight: 'bold' });
  const y = sheet.height - 14 - lineHeight(style.size);
  return [
    textAt(
      `${definition.code}, ${words.version(definition.version)}`,
      left,
      y - lineHeight(style.size),
      100,
      style,
    ),
    textAt(serial.replace(/(.{5})(?=.)/, '$1 '), left, y, 60, style),
    { ...right, place: { ...right.place, x: frame.x + frame.width - right.place.width - 5, y: y - 1 } },
  ];
}
