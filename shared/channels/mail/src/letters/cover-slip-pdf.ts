import { formatReference, type Language } from '@guichet/kernel';
import { lineHeight, styles, textAt, type TextStyle } from '../form/rows.ts';
import { type Sign, writeLetterCode } from '../page-code.ts';
import { PageCanvas } from '../page-canvas.ts';
import { type Paper, type PaperName, papers } from '../paper.ts';
import { letterWords } from './letter-words.ts';

/** What goes on top of a document that follows by post. */
export interface CoverSlipContent {
  language: Language;
  organisation: string;
  /** Lines of the address to mail the document to, the public body's name first where it has to be there. */
  returnAddress: readonly string[];
  /** Case reference, digits only. */
  reference: string;
  /** Name of the service, in the language of the slip. */
  service: string;
  /** The question whose document it is, in the language of the slip. */
  document: string;
  /** Makes the code by which what comes with the slip finds its case. */
  sign: Sign;
  /** Letter when absent. */
  paper?: PaperName;
}

const margin = 25;
const codeSide = 38;
const prose: TextStyle = { ...styles.body, size: 11.5 };

/**
 * Draws the slip that a person puts on top of a document they mail, so that a scan of both goes to their case.
 *
 * Guarantee: holds nothing that the person answered; folded in three, its address is where the window of an envelope is; its
 *   code lies on no fold.
 */
export async function coverSlipPdf(content: CoverSlipContent): Promise<Buffer> {
  const words = letterWords[content.language];
  const reference = formatReference(content.reference);
  const paper = papers[content.paper ?? 'letter'];
  const width = paper.width - 2 * margin;
  const canvas = new PageCanvas(`${words.slip.title} ${reference}`, content.language, paper.name);
  canvas.addPage();
  let y = 0;
  const say = (text: string, style: TextStyle, tag: 'H1' | 'H2' | 'P', gap: number, room = width) => {
    const set = textAt(text, margin, y, room, style);
    canvas.text(set.lines, set.place, set.size, set.weight, set.ink, tag);
    y += set.place.height + gap;
  };
  y = 16;
  say(words.slip.title, styles.title, 'H1', 1.5);
  say(content.organisation, { ...prose, weight: 'bold' }, 'P', 0);
  addressIn(canvas, content, paper);

  y = paper.folds[0] + 10;
  const beside = width - codeSide - 8;
  const code = writeLetterCode(content.reference, content.sign);
  const place = { x: paper.width - margin - codeSide, y, width: codeSide, height: codeSide };
  canvas.decoration(() => canvas.qr(code, 'Q', place));
  say(words.reference.trim(), prose, 'P', 0.5, beside);
  say(reference, { ...styles.title, size: 30, ink: 'black' }, 'P', 4, beside);
  for (const [name, value] of [
    [words.service, content.service],
    [words.slip.document, content.document],
  ] as const) {
    say(name, styles.note, 'P', 0, beside);
    say(value, { ...prose, weight: 'bold' }, 'P', 3, beside);
  }
  y = Math.max(y, place.y + codeSide) + 6;
  say(words.slip.howTo, styles.heading, 'H2', 1.5);
  for (const [at, step] of words.slip.steps.entries()) say(`${at + 1}. ${step}`, prose, 'P', 1.5);
  return canvas.finish();
}

function addressIn(canvas: PageCanvas, { returnAddress }: CoverSlipContent, { window }: Paper): void {
  const room = window.height - 6;
  const size = Math.min(11, Math.floor((11 * room) / (returnAddress.length * lineHeight(11))));
  const style: TextStyle = { ...prose, size: Math.max(size, 7) };
  const { x, y, width: windowWidth } = window;
  const to = textAt(returnAddress.join('\n'), x + 3, y + 3, windowWidth - 6, style);
  canvas.text(to.lines, to.place, to.size, to.weight, to.ink, 'P');
}
