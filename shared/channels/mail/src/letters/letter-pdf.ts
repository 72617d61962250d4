import { formatReference } from '@guichet/kernel';
import { PageCanvas } from '../page-canvas.ts';
import { writeLetterCode } from '../page-code.ts';
import { type LetterContent, layOutLetter } from './lay-out-letter.ts';

export interface LetterPdf {
  pdf: Buffer;
  pages: number;
}

/**
 * Draws a letter: tagged PDF, the recipient where the window of the envelope is.
 *
 * Guarantee: heard in the order it is read; each page carries the code of its posting, and of its case if there is one.
 */
export async function letterPdf(content: LetterContent): Promise<LetterPdf> {
  const { reference, serial, sign, subject, language } = content;
  const title = reference === undefined ? subject : `${subject} (${formatReference(reference)})`;
  const canvas = new PageCanvas(title, language, content.paper);
  const code = writeLetterCode(reference, sign, serial);
  const pages = layOutLetter(content);
  for (const page of pages) {
    canvas.addPage();
    for (const { tag, text } of page.texts) {
      const { lines, place, size, weight, ink } = text;
      if (tag === 'running') canvas.running(lines, place, size, weight, ink);
      else canvas.text(lines, place, size, weight, ink, tag);
    }
    canvas.decoration(() => canvas.qr(code, 'M', page.code));
  }
  return { pdf: await canvas.finish(), pages: pages.length };
}
