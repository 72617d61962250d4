import type { Language } from '@guichet/kernel';

/** One word of a page as read. Unit: pixels of the upright page picture, from its top left corner. */
export interface PageWord {
  readonly text: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of a page; lines of one paragraph carry one number. */
export interface PageLine {
  readonly paragraph: number;
  readonly words: readonly PageWord[];
}

/** Gives the words of a line as they are read aloud. */
export function lineText(line: PageLine): string {
  return line.words.map(({ text }) => text).join(' ');
}

/** Gives a page's text: a line break after each line, an empty line between paragraphs. */
export function pageText(lines: readonly PageLine[]): string {
  let text = '';
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before !== undefined) text += before.paragraph === line.paragraph ? '\n' : '\n\n';
    text += lineText(line);
  }
  return text;
}

/** Brings lines to the size of another picture of the page, and mends what the engine confuses in a language. */
export function scaledLines(lines: readonly PageLine[], factor: number, language: Language): PageLine[] {
  return lines.map(({ paragraph, words }) => ({
    paragraph,
    words: words.map((word, at) => ({
      text: mended(word.text, words[at + 1]?.text ?? '', language),
      confidence: word.confidence,
      x: Math.round(word.x * factor),
      y: Math.round(word.y * factor),
      width: Math.round(word.width * factor),
      height: Math.round(word.height * factor),
    })),
  }));
}

const frenchMonth =
  /^(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)/i;

/** The first of a month is no word of letters, and an English I is no bar. */
function mended(text: string, next: string, language: Language): string {
  if (language === 'fr') return text === 'ler' && frenchMonth.test(next) ? '1er' : text;
  return text === '|' ? 'I' : text;
}

interface EngineWord {
  text: string;
  confidence: number;
  bbox: { x0: number; y0: number; x1: number; y1: number };
}

interface EngineBlock {
  paragraphs: { lines: { words: EngineWord[] }[] }[];
}

/**
 * Takes the lines out of what the engine answers.
 *
 * Guarantee: specks read as a doubtful sign are left out; apostrophes are the typographer's; an e-mail address is one word.
 */
export function linesOf(blocks: readonly EngineBlock[]): PageLine[] {
  const lines: PageLine[] = [];
  let paragraph = 0;
  for (const block of blocks) {
    for (const part of block.paragraphs) {
      paragraph += 1;
      for (const line of part.lines) {
        const words = joinedAddresses(line.words.filter((word) => !isSpeck(word)).map(wordOf));
        if (words.length > 0) lines.push({ paragraph, words });
      }
    }
  }
  return lines;
}

function wordOf({ text, confidence, bbox }: EngineWord): PageWord {
  return {
    text: text.trim().replace(/(?<=[\p{L}\d])['´`](?=\p{L})/gu, '’'),
    confidence: Math.max(0, confidence / 100),
    x: bbox.x0,
    y: bbox.y0,
    width: bbox.x1 - bbox.x0,
    height: bbox.y1 - bbox.y0,
  };
}

/** Dust and the edges of a sheet come as a lone sign that the engine itself does not believe. */
function isSpeck({ text, confidence }: EngineWord): boolean {
  const said = text.trim();
  return said === '' || (confidence < 50 && !/[\p{L}\p{N}]/u.test(said));
}

/** The engine sees a gap beside the sign @ or a stop inside an address: `g.lachance @exemple.ca`. */
function joinedAddresses(words: readonly PageWord[]): PageWord[] {
  const joined: PageWord[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isRest = /^\.?[\w.-]*@[\w.-]*/.test(word.text) && /^[@.]/.test(word.text);
    const isStart = last !== undefined && /^[\w.-]+@$/.test(last.text);
    if (last !== undefined && (isStart || (isRest && /^[\w.-]+$/.test(last.text))))
      joined[joined.length - 1] = together(last, word);
    else joined.push(word);
  }
  return joined;
}

function together(one: PageWord, other: PageWord): PageWord {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return {
    text: one.text + other.text,
    confidence: Math.min(one.confidence, other.confidence),
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}
