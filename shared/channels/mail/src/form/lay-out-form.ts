import { createHash } from 'node:crypto';
import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { base32, writePageCode } from '../page-code.ts';
import { checkLayout } from './check-layout.ts';
import { flow } from './flow.ts';
import { firstHead, footer, laterHead } from './form-heads.ts';
import { type FormLayout, isField, type LayoutItem, type LayoutPage } from './form-layout.ts';
import type { FormOptions } from './form-options.ts';
import { type FormSetting, formSetting } from './form-setting.ts';
import { closingUnits, howToUnit } from './notice-units.ts';
import { questionUnits } from './question-units.ts';
import { requestPages } from './request-units.ts';
import { signatureUnits } from './signature-units.ts';

/** A page before it has its foot and its code. */
type Body = Pick<LayoutPage, 'items'>;

/**
 * Lays out the paper form of a service: where each text, box, comb and code stands on each page.
 *
 * Guarantee: the places of the fields depend on the service, the language, the sheet, the print and, in a letter to one person,
 *   on the questions asked: never on names, addresses or numbers.
 * Unit:      millimetres
 * Errors:    DeskError `invalid` (`form-layout`): something runs into a code, a mark, a fold or another thing.
 */
export function layoutForm(compiled: CompiledService, language: Language, options: FormOptions): FormLayout {
  const { definition } = compiled;
  const { paper = 'letter', print = 'normal', request } = options;
  const setting = formSetting(language, { paper, print });
  const bodies = bodiesOf(compiled, setting, options);
  const geometry = fingerprint(bodies, request === undefined ? 4 : 8);
  const pages = bodies.map(({ items }, at): LayoutPage => {
    const number = at + 1;
    const code = {
      service: definition.code,
      version: definition.version,
      language,
      page: number,
      pages: bodies.length,
      serial: options.serial,
      geometry,
      paper,
      print,
      ...(request === undefined ? {} : { about: request.about }),
    };
    const foot = footer(compiled, setting, options.serial, number, bodies.length);
    return { number, code: writePageCode(code, options.sign), items: [...items, ...foot] };
  });
  const layout: FormLayout = {
    service: definition.code,
    version: definition.version,
    language,
    title: definition.name[language],
    serial: options.serial,
    geometry,
    paper,
    print,
    pages,
  };
  checkLayout(layout);
  return layout;
}

function bodiesOf(compiled: CompiledService, setting: FormSetting, options: FormOptions): Body[] {
  const { request } = options;
  const later = laterHead(compiled, setting, options);
  const asks = new Map(request?.asks.map((ask) => [ask.key, ask]));
  const questions = compiled.questions
    .filter(({ key }) => request === undefined || asks.has(key))
    .flatMap((question) => questionUnits(compiled, question, setting, asks.get(question.key)));
  const units = [
    howToUnit(options, setting),
    ...questions,
    ...signatureUnits(compiled, setting, asks),
    ...closingUnits(compiled, options, setting),
  ];
  const first = request === undefined ? firstHead(compiled, setting, options) : later;
  const form = flow(units, setting.paper, { first: first.end, others: later.end });
  const pages = form.map((items, at) => ({ items: [...(at === 0 ? first : later).items, ...items] }));
  if (request === undefined) return pages;
  // The answers begin on a page of their own: the letter is the person's to keep, and moves no field.
  return [...requestPages(compiled, setting, options, request).map((items) => ({ items })), ...pages];
}

/** The closing notices come after the last field, so their length moves nothing. */
function fingerprint(bodies: readonly { items: readonly LayoutItem[] }[], length: 4 | 8): string {
  const places = bodies.map(({ items }) =>
    items.filter(isField).map((field) => [field.kind, field.path, field.place]),
  );
  while (places.at(-1)?.length === 0) places.pop();
  return base32(createHash('sha256').update(JSON.stringify(places)).digest(), length);
}
