import type { Language } from '@guichet/kernel';
import { type Paper, type PaperName, papers, type PrintSize, type Rect } from '../paper.ts';
import { largeStyles, lineHeight, styles, type TextStyle } from './rows.ts';
import { type FormWords, formWords } from './words.ts';

/** The sheet, the language and the sizes that one form is set in. Unit: millimetres; sizes of type in points. */
export interface FormSetting {
  readonly paper: Paper;
  readonly print: PrintSize;
  readonly language: Language;
  readonly words: FormWords;
  readonly styles: Readonly<Record<keyof typeof styles, TextStyle>>;
  /** Where answers begin, under the label and right of the number, and how wide they may be. */
  readonly answer: Pick<Rect, 'x' | 'width'>;
  /** Side of a check box. */
  readonly check: number;
  /** One cell of a comb, and the gap between two groups of them; a box for a line is as high. */
  readonly cell: { readonly width: number; readonly height: number; readonly gap: number };
  /** Height of the name above a box. */
  readonly partHeight: number;
  /** Heights of a box for a few sentences, and for more. */
  readonly areas: { readonly short: number; readonly long: number };
  /** Where the first page and the others begin, at the least. */
  readonly tops: { readonly first: number; readonly others: number };
}

type Sizes = Pick<FormSetting, 'check' | 'cell' | 'areas' | 'tops'> & { numberWidth: number };

const sizes: Record<PrintSize, Sizes> = {
  normal: {
    check: 4.2,
    cell: { width: 6.4, height: 9, gap: 3 },
    areas: { short: 27, long: 44 },
    tops: { first: 59, others: 42 },
    numberWidth: 9,
  },
  large: {
    check: 6.4,
    cell: { width: 9, height: 12, gap: 5.5 },
    areas: { short: 40, long: 64 },
    tops: { first: 59, others: 42 },
    numberWidth: 15,
  },
};

/** Gives the sizes a form is set in on a sheet, in a language and a print. */
export function formSetting(
  language: Language,
  { paper: name = 'letter', print = 'normal' }: { paper?: PaperName; print?: PrintSize } = {},
): FormSetting {
  const paper = papers[name];
  const { numberWidth, ...rest } = sizes[print];
  const chosen = print === 'large' ? largeStyles : styles;
  return {
    ...rest,
    paper,
    print,
    language,
    words: formWords[language],
    styles: chosen,
    answer: { x: paper.frame.x + numberWidth, width: paper.frame.width - numberWidth },
    partHeight: lineHeight(chosen.part.size) + 0.4,
  };
}
