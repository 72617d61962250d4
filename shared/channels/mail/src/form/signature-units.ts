import type { CompiledService } from '@guichet/catalogue';
import type { LayoutItem } from './form-layout.ts';
import type { AskedAgain } from './form-options.ts';
import type { FormSetting } from './form-setting.ts';
import { textAt, type Unit } from './rows.ts';

/**
 * Makes a place to sign and to date, on forms that ask for a consent or a declaration.
 *
 * Guarantee: no field: a signature is looked at by a person, who is told whether there is ink, and the postmark's day counts; neither
 *   moves anything.
 */
export function signatureUnits(
  compiled: CompiledService,
  { cell, paper: { frame }, styles, words }: FormSetting,
  asks: ReadonlyMap<string, AskedAgain>,
): Unit[] {
  const signed = compiled.questions.some(
    ({ key, type }) => type === 'consent' && (asks.size === 0 || asks.has(key)),
  );
  if (!signed) return [];
  const wide = frame.width * 0.62;
  const dateX = frame.x + wide + 5;
  const dateWidth = frame.width - wide - 5;
  const heading = textAt(words.signature.title, frame.x, 0, frame.width, styles.heading);
  const names = [
    textAt(words.signature.sign, frame.x, 0, wide, styles.part),
    textAt(words.signature.date, dateX, 0, dateWidth, styles.part),
  ];
  const top = Math.max(...names.map(({ place }) => place.height)) + 0.4;
  const height = cell.height * 1.6;
  const boxes: LayoutItem[] = [
    { kind: 'signature', of: 'name', place: { x: frame.x, y: top, width: wide, height } },
    { kind: 'signature', of: 'day', place: { x: dateX, y: top, width: dateWidth, height } },
  ];
  return [
    {
      rows: [
        { height: heading.place.height + 1.5, items: [heading] },
        { height: top + height + 2, items: [...names, ...boxes], criticalFrom: top },
      ],
      after: 5,
    },
  ];
}
