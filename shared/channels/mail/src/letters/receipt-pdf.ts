import { formatReference, type Language } from '@guichet/kernel';
import { styles, textAt, type TextStyle } from '../form/rows.ts';
import { PageCanvas } from '../page-canvas.ts';
import { papers } from '../paper.ts';
import { letterWords } from './letter-words.ts';

/** What a person takes away from the counter. */
export interface ReceiptContent {
  language: Language;
  organisation: string;
  /** Case reference, digits only. */
  reference: string;
  /** Name of the service, in the language of the receipt. */
  service: string;
  /** As it is to be read: `24 novembre 2026, 14 h 05`. */
  receivedOn: string;
  /** Name of the counter, where one is known. */
  counter?: string;
  /** As it is to be read: `30,00 $`. */
  paid?: string;
  /** What happens next, from the service's definition. */
  next: string;
  /** Address of the status page; the person proves who they are there. */
  statusUrl: string;
}

const sheet = papers.letter;
const margin = 25;
const codeSide = 38;
const width = sheet.width - 2 * margin - codeSide - 8;

/**
 * Draws a receipt: the reference in large figures, what was asked, what happens next, and where to follow it.
 *
 * Guarantee: holds nothing that the person answered.
 */
export async function receiptPdf(content: ReceiptContent): Promise<Buffer> {
  const words = letterWords[content.language];
  const reference = formatReference(content.reference);
  const canvas = new PageCanvas(`${words.receipt} ${reference}`, content.language);
  canvas.addPage();
  let y = 22;
  const say = (text: string, style: TextStyle, tag: 'H1' | 'H2' | 'P', gap: number) => {
    const set = textAt(text, margin, y, width, style);
    canvas.text(set.lines, set.place, set.size, set.weight, set.ink, tag);
    y += set.place.height + gap;
  };
  const prose: TextStyle = { ...styles.body, size: 11.5 };
  say(content.organisation, { ...prose, weight: 'bold' }, 'P', 3);
  say(words.receipt, styles.title, 'H1', 6);
  say(words.reference.trim(), prose, 'P', 0.5);
  say(reference, { ...styles.title, size: 30, ink: 'black' }, 'P', 6);
  const facts: [string, string | undefined][] = [
    [words.service, content.service],
    [words.receivedOn, content.receivedOn],
    [words.at, content.counter],
    [words.paid, content.paid],
  ];
  for (const [name, value] of facts) {
    if (value === undefined) continue;
    say(name, styles.note, 'P', 0);
    say(value, { ...prose, weight: 'bold' }, 'P', 3);
  }
  y += 3;
  say(words.next, styles.heading, 'H2', 1);
  say(content.next, prose, 'P', 5);
  say(words.follow, styles.heading, 'H2', 1);
  say(content.statusUrl.replace(/^https?:\/\//, ''), prose, 'P', 5);
  say(words.keepReceipt, styles.note, 'P', 0);
  const place = { x: sheet.width - margin - codeSide, y: 22, width: codeSide, height: codeSide };
  canvas.figure(content.statusUrl, () => canvas.qr(content.statusUrl, 'M', place));
  return canvas.finish();
}
