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

/** Prints the form of a service, writes answers on it, lays it on a flatbed and gives the scan. */
export async function scanWritten(
  { service, language }: PackRow,
  answers: Answers,
  seed: number,
): Promise<Buffer> {
  const written = await fillForm(testForm(service, language), answers, service, { style: 'typed', seed });
  return toScan(await degrade(written, 'flatbed', seed), 'pdf');
}

/** Has the machine read the scan of a form. */
export async function readBack(
  { service, language }: PackRow,
  file: Buffer,
  reader: TextReader,
): Promise<Posted> {
  const scan = await readScan(file, { sign: paperSign });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  const pages: ReadPage[] = [];
  for await (const page of scan.pages) pages.push(page);
  const { letters, blanks } = assembleLetters(pages);
  const [letter, ...others] = letters;
  if (letter?.kind !== 'form' || others.length + blanks.length > 0)
    throw new Error(`${letters.length} letters and ${blanks.length} blank sheets`);
  return {
    layout: testForm(service, language),
    pages: pages.flatMap(({ code }) => code?.page ?? []),
    reading: await readLetter(service, letter, { reader, today }),
  };
}
