import { formatReference, type Language } from '@guichet/kernel';
import { type Sign, writeLetterCode } from '../page-code.ts';
import { PageCanvas } from '../page-canvas.ts';
import { sheet } from '../paper.ts';
import { lineHeight, styles, textAt, type TextStyle } from '../form/rows.ts';
import type { LayoutText } from '../form/form-layout.ts';
import { letterWindow } from './letter-window.ts';
import { letterWords } from './letter-words.ts';

/** A reply as it is posted. */
export interface LetterContent {
  language: Language;
  /** The public body and its address, line by line, the name first. */
  sender: readonly string[];
  recipient: { name: string; lines: readonly string[] };
  /** Case reference, digits only. */
  reference: string;
  /** As it is to be read: `24 novembre 2026`. */
  date: string;
  subject: string;
  paragraphs: readonly string[];
  /** Makes the code by which what comes back finds its case. */
  sign: Sign;
}

const margin = 25;
const width = sheet.width - 2 * margin;
const bottom = 250;
const codeSide = 18;

/**
 * Draws a letter: tagged PDF on Letter paper, the recipient where the window of the envelope is.
 *
 * Guarantee: the window shows the name and the address and nothing else; each page carries the code of its case.
 */
export async function letterPdf(content: LetterContent): Promise<Buffer> {
  const words = letterWords[content.language];
  const title = `${content.subject} (${formatReference(content.reference)})`;
  const canvas = new PageCanvas(title, content.language);
  const pages = paginate(content);
  for (const [at, texts] of pages.entries()) {
    canvas.addPage();
    for (const { tag, text } of texts)
      canvas.text(text.lines, text.place, text.size, text.weight, text.ink, tag);
    const code = writeLetterCode(content.reference, content.sign);
    const place = {
      x: sheet.width - margin - codeSide,
      y: sheet.height - 12 - codeSide,
      width: codeSide,
      height: codeSide,
    };
    canvas.decoration(() => canvas.qr(code, 'M', place));
    const foot = textAt(
      words.keep(formatReference(content.reference)),
      margin,
      place.y + 6,
      width - codeSide - 8,
      styles.note,
    );
    canvas.text(foot.lines, foot.place, foot.size, foot.weight, foot.ink, 'P');
    if (pages.length > 1) {
      const number = textAt(words.page(at + 1, pages.length), margin, place.y + 11, 60, styles.note);
      canvas.text(number.lines, number.place, number.size, number.weight, number.ink, 'P');
    }
  }
  return canvas.finish();
}

interface Placed {
  text: LayoutText;
  tag: 'H1' | 'H2' | 'P';
}

function paginate(content: LetterContent): Placed[][] {
  const first = heading(content);
  const pages: Placed[][] = [first.placed];
  let y = first.end;
  for (const paragraph of content.paragraphs) {
    for (const piece of pieces(paragraph)) {
      if (y + piece.place.height > bottom) {
        pages.push([]);
        y = margin;
      }
      pages.at(-1)?.push({ text: { ...piece, place: { ...piece.place, y } }, tag: 'P' });
      y += piece.place.height + 3;
    }
  }
  return pages;
}

const prose: TextStyle = { ...styles.body, size: 11 };

/** A paragraph longer than a page goes on overleaf. */
function pieces(paragraph: string): LayoutText[] {
  const whole = textAt(paragraph, margin, 0, width, prose);
  const linesMax = Math.floor((bottom - margin) / lineHeight(prose.size));
  const parts: LayoutText[] = [];
  for (let from = 0; from < whole.lines.length; from += linesMax) {
    const lines = whole.lines.slice(from, from + linesMax);
    parts.push({ ...whole, lines, place: { ...whole.place, height: lines.length * lineHeight(prose.size) } });
  }
  return parts;
}

function heading(content: LetterContent): { placed: Placed[]; end: number } {
  const words = letterWords[content.language];
  const [name = '', ...address] = content.sender;
  const sender = textAt(name, margin, 16, width, { ...styles.heading, size: 13 });
  const from = textAt(
    address.join('\n'),
    margin,
    sender.place.y + sender.place.height + 1,
    width,
    styles.note,
  );
  const lines = [content.recipient.name, ...content.recipient.lines];
  const size = [11, 10, 9, 8, 7].find((one) => fits(lines, one)) ?? 7;
  const to = textAt(lines.join('\n'), letterWindow.x + 3, letterWindow.y + 3, letterWindow.width - 6, {
    ...prose,
    size,
  });
  const dateline = textAt(content.date, margin, 92, width, prose);
  const file = textAt(
    `${words.reference}${formatReference(content.reference)}`,
    margin,
    dateline.place.y + 6,
    width,
    prose,
  );
  const subject = textAt(content.subject, margin, file.place.y + 10, width, {
    ...prose,
    weight: 'bold',
    size: 12,
  });
  const tags = ['P', 'P', 'P', 'P', 'P', 'H1'] as const;
  const texts = [sender, from, to, dateline, file, subject];
  return {
    placed: texts.map((text, at) => ({ text, tag: tags[at] ?? 'P' })),
    end: subject.place.y + subject.place.height + 4,
  };
}

function fits(lines: readonly string[], size: number): boolean {
  const text = textAt(lines.join('\n'), 0, 0, letterWindow.width - 6, { ...prose, size });
  return text.place.height <= letterWindow.height - 6 && text.lines.length === lines.length;
}
