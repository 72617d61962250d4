import type { Found, PageSpot } from './letter-suggestions.ts';
import { lineText, type PageLine, type PageWord } from './page-text.ts';

/** One line of a letter with what is needed to say where a part of it stands. */
export interface FoundLine {
  readonly page: number;
  readonly paragraph: number;
  readonly text: string;
  readonly words: readonly PageWord[];
}

/** Lays the lines of all pages one after the other. */
export function linesOfLetter(pages: readonly (readonly PageLine[])[]): FoundLine[] {
  return pages.flatMap((lines, at) =>
    lines.map((line) => ({
      page: at + 1,
      paragraph: line.paragraph,
      text: lineText(line),
      words: line.words,
    })),
  );
}

/** Tells where a part of a line stands, by its characters; the whole line without them. */
export function foundIn<T>(line: FoundLine, value: T, from = 0, to = line.text.length): Found<T> {
  let at = 0;
  const inside = line.words.filter((word) => {
    const [start, end] = [at, at + word.text.length];
    at = end + 1;
    return start < to && end > from;
  });
  return {
    value,
    confidence: Math.min(1, ...inside.map((word) => word.confidence)),
    spot: spotOf(line.page, inside),
  };
}

/** Gives the rectangle that holds words of one page. */
export function spotOf(page: number, words: readonly PageWord[]): PageSpot {
  const left = Math.min(...words.map((word) => word.x));
  const top = Math.min(...words.map((word) => word.y));
  const right = Math.max(...words.map((word) => word.x + word.width));
  const bottom = Math.max(...words.map((word) => word.y + word.height));
  return { page, x: left, y: top, width: right - left, height: bottom - top };
}
