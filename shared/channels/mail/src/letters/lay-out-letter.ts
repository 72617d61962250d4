import { formatReference, type Language } from '@guichet/kernel';
import type { LayoutText } from '../form/form-layout.ts';
import { lineHeight, styles, textAt, type TextStyle } from '../form/rows.ts';
import type { Sign } from '../page-code.ts';
import { foldClearance, type Paper, type PaperName, papers, type Rect } from '../paper.ts';
import { addressInWindow } from './letter-window.ts';
import { letterWords } from './letter-words.ts';

/** A reply as it is posted. */
export interface LetterContent {
  language: Language;
  /** The public body and its address, line by line, the name first. */
  sender: readonly string[];
  /** As `addressBlock` writes it. */
  recipient: { name: string; lines: readonly string[] };
  /** Case reference, digits only; absent when no case is there. */
  reference?: string;
  /** This posting's own, from `newSerial`: by it the envelope is known when it comes back. */
  serial: string;
  /** As it is to be read: `24 novembre 2026`. */
  date: string;
  subject: string;
  paragraphs: readonly string[];
  /** Makes the code by which what comes back finds its case. */
  sign: Sign;
  /** Letter when absent. */
  paper?: PaperName;
}

/** One text of a page, in the order it is heard; `running` is said on every page and heard on the first. */
export interface PlacedText {
  text: LayoutText;
  tag: 'H1' | 'P' | 'running';
}

export interface LetterPage {
  texts: PlacedText[];
  /** Where the code of the page stands. */
  code: Rect;
}

const margin = 25;
const codeSide = 18;
const senderTop = 16;
const prose: TextStyle = { ...styles.body, size: 11 };

/**
 * Places the texts of a letter on as many pages as they take. Unit: millimetres.
 *
 * Guarantee: the window shows the name and the address and nothing else, however the sheet slides in its envelope: what is near
 *   it keeps a fold's clearance away.
 */
export function layOutLetter(content: LetterContent): LetterPage[] {
  const paper = papers[content.paper ?? 'letter'];
  const width = paper.width - 2 * margin;
  const code: Rect = {
    x: paper.width - margin - codeSide,
    y: paper.height - 12 - codeSide,
    width: codeSide,
    height: codeSide,
  };
  const bottom = code.y - 4;
  const top = heading(content, paper, width);
  const pages: PlacedText[][] = [top.texts];
  let y = top.end;
  for (const paragraph of content.paragraphs) {
    for (const piece of pieces(paragraph, width, bottom - margin)) {
      if (y + piece.place.height > bottom) {
        pages.push([]);
        y = margin;
      }
      pages.at(-1)?.push({ text: { ...piece, place: { ...piece.place, y } }, tag: 'P' });
      y += piece.place.height + 3;
    }
  }
  return pages.map((texts, at) => ({
    texts: [...texts, ...foot(content, code, width, at, pages.length)],
    code,
  }));
}

/** A paragraph longer than a page goes on overleaf. */
function pieces(paragraph: string, width: number, room: number): LayoutText[] {
  const whole = textAt(paragraph, margin, 0, width, prose);
  const linesMax = Math.floor(room / lineHeight(prose.size));
  const parts: LayoutText[] = [];
  for (let from = 0; from < whole.lines.length; from += linesMax) {
    const lines = whole.lines.slice(from, from + linesMax);
    parts.push({ ...whole, lines, place: { ...whole.place, height: lines.length * lineHeight(prose.size) } });
  }
  return parts;
}

function heading(content: LetterContent, paper: Paper, width: number): { texts: PlacedText[]; end: number } {
  const words = letterWords[content.language];
  const { window, folds } = paper;
  const from = senderLines(content.sender, width, window.y - foldClearance - senderTop);
  const to = addressInWindow(paper, [content.recipient.name, ...content.recipient.lines]);
  const below = Math.max(window.y + window.height, folds[0]) + foldClearance;
  const date = textAt(content.date, margin, below, width, prose);
  const { reference } = content;
  const file =
    reference === undefined
      ? []
      : [textAt(`${words.reference}${formatReference(reference)}`, margin, date.place.y + 6, width, prose)];
  const subject = textAt(content.subject, margin, (file[0] ?? date).place.y + 10, width, {
    ...prose,
    weight: 'bold',
    size: 12,
  });
  return {
    texts: [
      ...[...from, to, date, ...file].map((text) => ({ text, tag: 'P' as const })),
      { text: subject, tag: 'H1' },
    ],
    end: subject.place.y + subject.place.height + 4,
  };
}

/** As large as they fit above the window; the name stands out. */
function senderLines([name = '', ...address]: readonly string[], width: number, room: number): LayoutText[] {
  const set = (scale: number): LayoutText[] => {
    const head = textAt(name, margin, senderTop, width, { ...styles.heading, size: 13 * scale });
    if (address.length === 0) return [head];
    const y = head.place.y + head.place.height + 1;
    return [
      head,
      textAt(address.join('\n'), margin, y, width, { ...styles.note, size: styles.note.size * scale }),
    ];
  };
  const fits = (texts: LayoutText[]) =>
    texts.every(({ place }) => place.y + place.height <= senderTop + room);
  return [1, 0.85, 0.7, 0.55, 0.4].map(set).find(fits) ?? set(0.3).slice(0, 1);
}

function foot(
  { language, reference, serial }: LetterContent,
  code: Rect,
  width: number,
  at: number,
  pages: number,
): PlacedText[] {
  const words = letterWords[language];
  const keep = textAt(
    reference === undefined ? words.enclose : words.keep(formatReference(reference)),
    margin,
    code.y + 6,
    width - codeSide - 8,
    styles.note,
  );
  // Beside the code, to be typed where it can't be scanned.
  const posting = words.posting(serial.replace(/(.{5})(?=.)/gu, '$1 '));
  const line = pages > 1 ? `${posting}, ${words.page(at + 1, pages).toLocaleLowerCase()}` : posting;
  const number = textAt(line, margin, code.y + 11, width - codeSide - 8, styles.note);
  return [
    { text: keep, tag: at === 0 ? 'P' : 'running' },
    { text: number, tag: 'running' },
  ];
}
