import type { CompiledService } from '@guichet/catalogue';
import { grown } from '../paper.ts';
import type { LayoutItem } from './form-layout.ts';
import { questionNumbers } from './condition-words.ts';
import type { FormOptions } from './form-options.ts';
import type { FormSetting } from './form-setting.ts';
import { feeRows } from './fee-rows.ts';
import { proseRow } from './prose-row.ts';
import { referralRows } from './referral-rows.ts';
import { lineHeight, type Row, textAt, type Unit } from './rows.ts';

/**
 * Says how to fill in the form, in a pale panel.
 *
 * Guarantee: as high whatever the addresses and numbers in it, so that they never move a field.
 */
export function howToUnit(options: FormOptions, setting: FormSetting): Unit {
  const { paper, print, styles, words } = setting;
  const { frame } = paper;
  // A letter has said so already, of the answer and not of the request.
  const isLetter = options.request !== undefined;
  const ways = [
    ...(isLetter || options.online === undefined ? [] : [words.online(options.online)]),
    ...(isLetter || options.phone === undefined ? [] : [words.byPhone(options.phone)]),
  ].join(words.orJoin);
  const large = print === 'large';
  const style = large ? styles.body : { ...styles.body, size: 9 };
  const heading = large ? styles.heading : { ...styles.heading, size: 10.5 };
  const items: LayoutItem[] = [textAt(words.howTo, frame.x + 4, 3, frame.width - 8, heading)];
  let y = large ? 3 + lineHeight(heading.size) + 0.8 : 8.4;
  for (const bullet of [words.ink, words.mark, words.cancel, words.optionalNote]) {
    const text = textAt(bullet, frame.x + 8, y, frame.width - 12, style);
    items.push(textAt('•', frame.x + 4.5, y, 3, style), text);
    y += text.place.height + 0.5;
  }
  const waysLines = large ? 3 : 2;
  const height = large ? y + waysLines * lineHeight(style.size) + 3 : 35;
  if (ways !== '') {
    const text = textAt(words.otherDoors(ways), frame.x + 4, y + 0.8, frame.width - 8, style);
    if (text.lines.length <= waysLines) items.push(text);
  }
  const place = { x: frame.x, y: 0, width: frame.width, height };
  return { rows: [{ height, items: [{ kind: 'shade', place, fill: 'pale' }, ...items] }], after: 5 };
}

/**
 * Says what it costs, where to send the form, what happens next, who is told of it, and what becomes of the information; to one
 * person who was told the rest before, only where to send it and what becomes of what is asked.
 */
export function closingUnits(compiled: CompiledService, options: FormOptions, setting: FormSetting): Unit[] {
  const { language, words } = setting;
  const { definition } = compiled;
  const units: Unit[] = [];
  const section = (title: string, rows: Row[], after = 4) =>
    units.push({ rows: [ruledHeading(title, setting), ...rows], after });
  const { request } = options;
  const fee = request === undefined ? feeRows(compiled, setting) : [];
  if (fee.length > 0) section(words.fee, fee);
  section(words.returnIt, [
    proseRow(request === undefined ? words.returnBy : words.letter.returnBy, setting),
    addressRow(options.returnAddress, setting),
    proseRow(words.orCounter, setting),
    proseRow(request === undefined ? words.postmark : words.letter.replyBy(request.replyBy), setting),
    proseRow(words.fold, setting, 'note'),
  ]);
  if (request === undefined) section(words.next, [proseRow(definition.next[language], setting)]);
  const told = request === undefined ? referralRows(compiled, setting) : [];
  if (told.length > 0) section(words.told, told);
  const notices = [
    words.privacyNotice(options.organisation, definition.legalBasis[language].replace(/\.$/, '')),
    ...purposeLines(compiled, setting, request && new Set(request.asks.map(({ key }) => key))),
    words.privacyRights,
  ];
  section(
    words.privacy,
    notices.map((text) => proseRow(text, setting, 'note')),
  );
  return units;
}

function ruledHeading(title: string, { paper: { frame }, styles }: FormSetting): Row {
  const text = textAt(title, frame.x, 1.6, frame.width, styles.heading);
  const rule = { x: frame.x, y: 0, width: frame.width, height: 0.35 };
  return { height: text.place.height + 2.6, items: [{ kind: 'shade', place: rule, fill: 'line' }, text] };
}

function addressRow(lines: readonly string[], { paper: { frame }, print, styles }: FormSetting): Row {
  const text = textAt(lines.join('\n'), frame.x + 4, 2.2, frame.width - 8, {
    ...styles.body,
    size: print === 'large' ? styles.body.size : 10.5,
    weight: 'bold',
  });
  const place = grown({ ...text.place, width: Math.max(text.place.width, 60) }, 2.2);
  return { height: place.height + 2, items: [{ kind: 'shade', place, fill: 'pale' }, text] };
}

/** Groups the purposes of the questions by their words, each with its numbers. */
function purposeLines(
  compiled: CompiledService,
  { language, words }: FormSetting,
  asked?: ReadonlySet<string>,
): string[] {
  const numbers = questionNumbers(compiled);
  const purposes = new Map<string, number[]>();
  for (const question of compiled.questions) {
    if (asked?.has(question.key) === false) continue;
    const why = question.purpose?.[language];
    const number = numbers.get(question.key);
    if (why !== undefined && number !== undefined) purposes.set(why, [...(purposes.get(why) ?? []), number]);
  }
  if (purposes.size === 0) return [];
  const reasons = [...purposes].map(
    ([why, numbered]) => `${lowered(why.replace(/\.$/, ''))} (${words.see(numbered.join(', '))})`,
  );
  return [`${words.whyAsked}${words.colon} ${reasons.join('; ')}.`];
}

/** After a colon a sentence goes on; an abbreviation keeps its capitals. */
function lowered(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
}
