import type { CompiledService } from '@guichet/catalogue';
import type { PageSubject } from '../page-code.ts';
import type { Paper } from '../paper.ts';
import type { LayoutItem, LayoutText } from './form-layout.ts';
import type { FormOptions } from './form-options.ts';
import type { FormSetting } from './form-setting.ts';
import { lineHeight, textAt, type TextStyle } from './rows.ts';

/** What stands at the top of a page, and where its body begins. Unit: millimetres */
export interface PageHead {
  items: LayoutItem[];
  end: number;
}

const headTop = 14;

/** Texts beside the upper code keep clear of the white around it. */
export function headWidth({ codes: [upper], frame }: Paper): number {
  return upper.place.x - frame.x - 5;
}

/** The body's name on one line, smaller where it is long: it must move nothing below it. */
export function bodyName(
  { paper, styles }: FormSetting,
  organisation: string,
  size: number,
  width = headWidth(paper),
): LayoutText {
  const style: TextStyle = { ...styles.body, weight: 'bold' };
  const sizes = [size, size * 0.8, size * 0.65].map((one) =>
    textAt(organisation, paper.frame.x, headTop, width, { ...style, size: one }),
  );
  return (
    sizes.find((text) => text.lines.length === 1) ??
    textAt(organisation, paper.frame.x, headTop, width, { ...style, size })
  );
}

/** Draws the top of a form: whose it is, what it asks for, and what that is. */
export function firstHead(compiled: CompiledService, setting: FormSetting, options: FormOptions): PageHead {
  const { language, paper, print, styles, tops } = setting;
  const { frame } = paper;
  const width = headWidth(paper);
  const large = print === 'large';
  const body = bodyName(setting, options.organisation, large ? styles.body.size : 10);
  const titleY = large ? headTop + lineHeight(styles.body.size) + 1.5 : 20.5;
  const title = textAt(compiled.definition.name[language], frame.x, titleY, width, styles.title);
  const summary = summaryOf(compiled, setting, title.place.y + title.place.height + 2);
  const end = large ? Math.max(tops.first, summary.place.y + summary.place.height + 7) : tops.first;
  const rule = { x: frame.x, y: end - 3, width: frame.width, height: 0.6 };
  return { items: [body, title, summary, { kind: 'shade', place: rule, fill: 'blue' }], end };
}

/** In large print it goes under the code, as wide as the page; else it is set as large as there is room for. */
function summaryOf(
  compiled: CompiledService,
  { language, paper, print, styles, tops }: FormSetting,
  y: number,
): LayoutText {
  const {
    codes: [upper],
    frame,
  } = paper;
  const text = compiled.definition.summary[language];
  if (print === 'large') {
    const below = Math.max(y, upper.place.y + upper.place.height + 5);
    return textAt(text, frame.x, below, frame.width, styles.body);
  }
  const room = tops.first - 4.5 - y;
  const [whole, ...smaller] = [10, 9, 8].map((size) =>
    textAt(text, frame.x, y, headWidth(paper), { ...styles.body, size }),
  ) as [LayoutText, ...LayoutText[]];
  return [whole, ...smaller].find((set) => set.place.height <= room) ?? smaller.at(-1) ?? whole;
}

/** Draws the top of every further page. */
export function laterHead(compiled: CompiledService, setting: FormSetting, options: FormOptions): PageHead {
  const { language, paper, print, styles, tops, words } = setting;
  const { frame } = paper;
  const width = headWidth(paper);
  const large = print === 'large';
  const whose = bodyName(setting, options.organisation, large ? styles.body.size : styles.note.size);
  const body: LayoutText = { ...whose, role: 'running' };
  const nameY = large ? headTop + lineHeight(styles.body.size) + 0.5 : 19;
  const style: TextStyle = { ...styles.heading, size: large ? styles.label.size : 13, role: 'running' };
  const name = textAt(compiled.definition.name[language], frame.x, nameY, width, style);
  const { request } = options;
  const number =
    request === undefined
      ? []
      : [
          textAt(
            words.letter.number(request.about.kind, numberOf(request.about)),
            frame.x,
            endOf(name) + 1,
            width,
            {
              ...styles.note,
              weight: 'bold',
              role: 'running',
            },
          ),
        ];
  const end = Math.max(tops.others, ...[name, ...number].map((text) => endOf(text) + 3.5));
  const rule = { x: frame.x, y: end - 3, width, height: 0.35 };
  return { items: [body, name, ...number, { kind: 'shade', place: rule, fill: 'line' }], end };
}

const endOf = ({ place }: LayoutText): number => place.y + place.height;

/** Writes the number of a request as people read it: `123 456 7890`. */
export function numberOf(about: PageSubject): string {
  const digits = about.kind === 'case' ? about.reference : about.number;
  return digits.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1\u00a0$2\u00a0$3');
}

/** Draws the foot of a page: which form it is, which printing, which page. */
export function footer(
  compiled: CompiledService,
  {
    paper: {
      codes: [, lower],
      frame,
      height,
    },
    styles,
    words,
  }: FormSetting,
  serial: string,
  page: number,
  pages: number,
): LayoutItem[] {
  const { definition } = compiled;
  const left = lower.place.x + lower.place.width + 4;
  // What only the desk reads stays small in large print too.
  const style: TextStyle = { ...styles.part, size: 8, role: 'running' };
  const right = textAt(words.page(page, pages), 0, 0, 60, {
    ...styles.body,
    weight: 'bold',
    role: 'running',
  });
  const y = height - 14 - lineHeight(style.size);
  const rightY = height - 14 - right.place.height;
  return [
    textAt(
      `${definition.code}, ${words.version(definition.version)}`,
      left,
      y - lineHeight(style.size),
      100,
      style,
    ),
    textAt(serial.replace(/(.{5})(?=.)/, '$1 '), left, y, 60, style),
    { ...right, place: { ...right.place, x: frame.x + frame.width - right.place.width - 5, y: rightY } },
  ];
}
