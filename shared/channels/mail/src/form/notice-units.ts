import type { CompiledService } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { frame, grown } from '../paper.ts';
import type { LayoutItem } from './form-layout.ts';
import { questionNumbers } from './condition-words.ts';
import type { FormOptions } from './form-options.ts';
import { feeRows } from './fee-rows.ts';
import { proseRow } from './prose-row.ts';
import { referralRows } from './referral-rows.ts';
import { type Row, styles, textAt, type Unit } from './rows.ts';
import { formWords } from './words.ts';

/** Says how to fill in the form, in a pale panel. */
export function howToUnit(options: FormOptions, language: Language): Unit {
  const words = formWords[language];
  const ways = [
    ...(options.online === undefined ? [] : [words.online(options.online)]),
    ...(options.phone === undefined ? [] : [words.byPhone(options.phone)]),
  ].join(words.orJoin);
  const bullets = [words.ink, words.mark, words.cancel, words.optionalNote];
  const style = { ...styles.body, size: 9 };
  const items: LayoutItem[] = [
    textAt(words.howTo, frame.x + 4, 3, frame.width - 8, { ...styles.heading, size: 10.5 }),
  ];
  let y = 8.4;
  for (const bullet of bullets) {
    const text = textAt(bullet, frame.x + 8, y, frame.width - 12, style);
    items.push(textAt('•', frame.x + 4.5, y, 3, style), text);
    y += text.place.height + 0.5;
  }
  if (ways !== '') {
    const text = textAt(words.otherDoors(ways), frame.x + 4, y + 0.8, frame.width - 8, style);
    if (text.lines.length > 2) return { rows: [panel(items, howToHeight)], after: 5 };
    items.push(text);
  }
  return { rows: [panel(items, howToHeight)], after: 5 };
}

/** Fixed, so that an address or a number in it never moves a field. */
const howToHeight = 35;

function panel(items: LayoutItem[], height: number): Row {
  const place = { x: frame.x, y: 0, width: frame.width, height };
  return { height, items: [{ kind: 'shade', place, fill: 'pale' }, ...items] };
}

/** Says what it costs, where to send the form, what happens next, who is told of it, and what becomes of the information. */
export function closingUnits(compiled: CompiledService, options: FormOptions, language: Language): Unit[] {
  const words = formWords[language];
  const { definition } = compiled;
  const units: Unit[] = [];
  const section = (title: string, rows: Row[], after = 4) =>
    units.push({ rows: [ruledHeading(title), ...rows], after });
  const fee = feeRows(compiled, language);
  if (fee.length > 0) section(words.fee, fee);
  section(words.returnIt, [
    proseRow(words.returnBy),
    addressRow(options.returnAddress),
    proseRow(words.orCounter),
    proseRow(words.fold, 'note'),
  ]);
  section(words.next, [proseRow(definition.next[language])]);
  const told = referralRows(compiled, language);
  if (told.length > 0) section(words.told, told);
  const notices = [
    words.privacyNotice(options.organisation, definition.legalBasis[language]),
    ...purposeLines(compiled, language),
    words.privacyRights,
  ];
  section(
    words.privacy,
    notices.map((text) => proseRow(text, 'note')),
  );
  return units;
}

function ruledHeading(title: string): Row {
  const text = textAt(title, frame.x, 1.6, frame.width, styles.heading);
  const rule = { x: frame.x, y: 0, width: frame.width, height: 0.35 };
  return { height: text.place.height + 2.6, items: [{ kind: 'shade', place: rule, fill: 'line' }, text] };
}

function addressRow(lines: readonly string[]): Row {
  const text = textAt(lines.join('\n'), frame.x + 4, 2.2, frame.width - 8, {
    ...styles.body,
    size: 10.5,
    weight: 'bold',
  });
  const place = grown({ ...text.place, width: Math.max(text.place.width, 60) }, 2.2);
  return { height: place.height + 2, items: [{ kind: 'shade', place, fill: 'pale' }, text] };
}

/** Groups the purposes of the questions by their words, each with its numbers. */
function purposeLines(compiled: CompiledService, language: Language): string[] {
  const words = formWords[language];
  const numbers = questionNumbers(compiled);
  const purposes = new Map<string, number[]>();
  for (const question of compiled.questions) {
    const why = question.purpose?.[language];
    const number = numbers.get(question.key);
    if (why !== undefined && number !== undefined) purposes.set(why, [...(purposes.get(why) ?? []), number]);
  }
  if (purposes.size === 0) return [];
  const reasons = [...purposes].map(
    ([why, asked]) => `${why.replace(/\.$/, '')} (${words.see(asked.join(', '))})`,
  );
  return [`${words.whyAsked}${words.colon} ${reasons.join('; ')}.`];
}
