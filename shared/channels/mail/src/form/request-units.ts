import { type CompiledService, wording } from '@guichet/catalogue';
import { foldClearance } from '../paper.ts';
import { conditionWords, questionNumbers } from './condition-words.ts';
import { flow } from './flow.ts';
import { bodyName, headWidth, numberOf } from './form-heads.ts';
import type { LayoutItem, LayoutText } from './form-layout.ts';
import type { FormOptions, FormRequest } from './form-options.ts';
import type { FormSetting } from './form-setting.ts';
import { lineHeight, type Row, textAt, textRow, type TextStyle, type Unit } from './rows.ts';

/**
 * Sets the letter that goes on top of the questions still to be answered: to whom, about which request, what is missing, by when.
 *
 * Guarantee: the window of the envelope shows the name and the address and nothing else.
 */
export function requestPages(
  compiled: CompiledService,
  setting: FormSetting,
  options: FormOptions,
  request: FormRequest,
): LayoutItem[][] {
  const { paper, tops } = setting;
  const { recipient } = request;
  const to = recipient === undefined ? [] : [recipientOf(setting, recipient)];
  const head = [...senderOf(setting, options), ...to];
  // Below the window and the fold: what stands there would slide into view.
  const first = Math.max(paper.window.y + paper.window.height, paper.folds[0]) + foldClearance;
  const pages = flow(unitsOf(compiled, setting, options, request), paper, { first, others: tops.others });
  return pages.map((items, at) => (at === 0 ? [...head, ...items] : items));
}

function senderOf(setting: FormSetting, options: FormOptions): LayoutText[] {
  const { paper, print, styles } = setting;
  const name = bodyName(setting, options.organisation, print === 'large' ? styles.body.size : 12);
  const lines = options.returnAddress.filter((line) => line !== options.organisation);
  const y = name.place.y + name.place.height + 0.5;
  const room = paper.window.y - foldClearance - y;
  const address = fitting(
    lines,
    [styles.note.size, 10, 8.5, 7],
    (size) => textAt(lines.join('\n'), paper.frame.x, y, headWidth(paper), { ...styles.note, size }),
    room,
  );
  return lines.length === 0 ? [name] : [name, address];
}

/** An address is read by the post too: in every print it is as large as the window takes, up to 12 points. */
function recipientOf(
  { paper: { window }, styles }: FormSetting,
  recipient: NonNullable<FormRequest['recipient']>,
): LayoutText {
  const lines = [recipient.name, ...recipient.lines];
  const style: TextStyle = { ...styles.body, ink: 'black' };
  return fitting(
    lines,
    [12, 11, 10, 9, 8, 7],
    (size) => textAt(lines.join('\n'), window.x + 3, window.y + 2, window.width - 6, { ...style, size }),
    window.height - 4,
  );
}

function fitting(
  lines: readonly string[],
  sizes: readonly number[],
  set: (size: number) => LayoutText,
  room: number,
): LayoutText {
  const tries = sizes.map(set);
  const whole = tries.find((text) => text.lines.length <= lines.length && text.place.height <= room);
  return whole ?? tries.find((text) => text.place.height <= room) ?? set(sizes.at(-1) ?? 7);
}

function unitsOf(
  compiled: CompiledService,
  setting: FormSetting,
  options: FormOptions,
  request: FormRequest,
): Unit[] {
  const { language, paper, print, styles, words } = setting;
  const { frame } = paper;
  const prose: TextStyle = print === 'large' ? styles.body : { ...styles.body, size: 11 };
  const line = lineHeight(prose.size);
  const say = (text: string, style: TextStyle = prose, gap = line * 0.55): Unit => ({
    rows: [textRow(text, frame.x, frame.width, style, 0)],
    after: gap,
  });
  const { letter } = words;
  const ways = [
    ...(options.online === undefined ? [] : [words.online(options.online)]),
    ...(options.phone === undefined ? [] : [words.byPhone(options.phone)]),
  ].join(words.orJoin);
  return [
    say(request.date),
    say(letter.number(request.about.kind, numberOf(request.about)), { ...prose, weight: 'bold' }, 0.5),
    say(`${letter.service}${words.colon} ${compiled.definition.name[language]}`),
    say(letter.title, { ...styles.title, size: print === 'large' ? styles.title.size : 15 }),
    ...(request.paragraphs.length > 0 ? request.paragraphs : [letter.lead(request.about.kind)]).map((text) =>
      say(text),
    ),
    say(letter.missing, { ...styles.heading, size: prose.size + 0.5 }, 0.8),
    ...askedUnits(compiled, setting, request, prose),
    say(letter.howTo, prose),
    say(letter.replyBy(request.replyBy), { ...prose, weight: 'bold' }),
    ...(ways === '' ? [] : [say(letter.otherDoors(ways))]),
  ];
}

/** Names what is missing, each with the number it has on the pages that follow. */
function askedUnits(
  compiled: CompiledService,
  { language, paper: { frame } }: FormSetting,
  { asks }: FormRequest,
  prose: TextStyle,
): Unit[] {
  const numbers = questionNumbers(compiled);
  const indent = prose.size;
  return asks.flatMap(({ key, conditional }, at): Unit[] => {
    const question = compiled.question(key);
    if (question === undefined) return [];
    const when =
      conditional && question.when !== undefined
        ? { when: question.when, whenWords: question.whenWords }
        : undefined;
    const only =
      when === undefined
        ? ''
        : `, ${conditionWords(compiled, when, language, 'only')
            .replace(/\.$/, '')
            .replace(/^./, (first) => first.toLowerCase())}`;
    const text = textAt(
      `${wording(question, 'mail', language).label}${only}`,
      frame.x + indent,
      0,
      frame.width - indent,
      prose,
    );
    const number = textAt(`${numbers.get(key) ?? ''}.`, frame.x, 0, indent, prose);
    const row: Row = { height: text.place.height, items: [number, text] };
    return [{ rows: [row], after: at === asks.length - 1 ? lineHeight(prose.size) * 0.55 : 1 }];
  });
}
