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

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

interface EngineBlock {
  paragraphs: { lines: { words: { text: string; confidence: number; bbox: Box }[] }[] }[];
}

/** Takes the lines out of what the engine answers; specks read as a word of doubtful strokes are left out. */
export function linesOf(blocks: readonly EngineBlock[]): PageLine[] {
  const lines: PageLine[] = [];
  let paragraph = 0;
  for (const block of blocks) {
    for (const part of block.paragraphs) {
      paragraph += 1;
      for (const line of part.lines) {
        const words = line.words.filter((word) => !isSpeck(word)).map(wordOf);
        if (words.length > 0) lines.push({ paragraph, words });
      }
    }
  }
  return lines;
}

function wordOf({ text, confidence, bbox }: { text: string; confidence: number; bbox: Box }): PageWord {
  return {
    text: text.trim(),
    confidence: Math.max(0, confidence / 100),
    x: bbox.x0,
    y: bbox.y0,
    width: bbox.x1 - bbox.x0,
    height: bbox.y1 - bbox.y0,
  };
}

/** Dust and the edges of a sheet come as a lone sign that the engine itself does not believe. */
function isSpeck({ text, confidence }: { text: string; confidence: number }): boolean {
  const said = text.trim();
  return said === '' || (confidence < 50 && !/[\p{L}\p{N}]/u.test(said));
}
