import type { Answers } from '@guichet/catalogue';
import {
  assembleLetters,
  type FormLayout,
  type LetterReading,
  type ReadPage,
  readLetter,
  readScan,
  type TextReader,
} from '@guichet/channels/mail';
import { degrade, fillForm, paperSign, testForm, toScan } from '../support/paper/index.ts';
import { type PackRow, today } from './whole-pack.ts';

/** A form that was printed, filled, posted and scanned. */
export interface Posted {
  /** What was printed. */
  layout: FormLayout;
  /** What the codes of the scanned pages say. */
  pages: number[];
  reading: LetterReading;
}

/** Prints the form of a service, writes answers on it, lays it on a flatbed and has the machine read what comes. */
export async function onPaper(
  { service, language }: PackRow,
  answers: Answers,
  { reader, seed }: { reader: TextReader; seed: number },
): Promise<Posted> {
  const layout = testForm(service, language);
  const written = await fillForm(layout, answers, service, { style: 'typed', seed });
  const scan = await readScan(await toScan(await degrade(written, 'flatbed', seed), 'pdf'), {
    sign: paperSign,
  });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  const pages: ReadPage[] = [];
  for await (const page of scan.pages) pages.push(page);
  const { letters, blanks } = assembleLetters(pages);
  const [letter, ...others] = letters;
  if (letter?.kind !== 'form' || others.length + blanks.length > 0)
    throw new Error(`${letters.length} letters and ${blanks.length} blank sheets`);
  return {
    layout,
    pages: pages.flatMap(({ code }) => code?.page ?? []),
    reading: await readLetter(service, letter, { reader, today }),
  };
}
