import type { Answers } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  degrade,
  fillForm,
  opinionAnswers,
  opinionPoll,
  paperDay,
  paperSign,
  type Profile,
  testForm,
  toScan,
} from '../../../../../tests/support/paper/index.ts';
import { assembleLetters } from './assemble-letters.ts';
import { type LetterReading, readLetter } from './read-letter.ts';
import { readScan } from './read-scan.ts';
import { openTextReader, type TextReader } from './text-reader.ts';

let reader: TextReader;
beforeAll(() => {
  reader = openTextReader();
});
afterAll(() => reader.close());

async function posted(
  answers: Answers,
  language: Language,
  profile: Profile,
  seed: number,
): Promise<LetterReading> {
  const sheets = await fillForm(testForm(opinionPoll, language), answers, opinionPoll, {
    style: 'typed',
    seed,
  });
  const scan = await readScan(await toScan(await degrade(sheets, profile, seed), 'pdf'), { sign: paperSign });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  const pages = [];
  for await (const page of scan.pages) pages.push(page);
  const [letter] = assembleLetters(pages).letters;
  if (letter?.kind !== 'form') throw new Error('no form');
  return readLetter(opinionPoll, letter, { reader, today: paperDay });
}

const kinds = ['parks', 'likes', 'order', 'favourites', 'meeting', 'call-back'];
const valueOf = (key: string, raw: unknown) => {
  const question = opinionPoll.question(key);
  const parsed = question && opinionPoll.parseAnswer(question, raw, { today: paperDay });
  return parsed?.ok ? parsed.value : undefined;
};

describe('readLetter, of opinions and wished times', () => {
  it.each([
    ['fr', 'office', 3],
    ['en', 'photo', 8],
  ] as const)(
    '%s, %s: a scale, a ranking and a slot are read as they were written',
    async (language, profile, seed) => {
      const letter = await posted(opinionAnswers, language, profile, seed);
      const of = (key: string) => letter.questions.find((one) => one.key === key);
      // No text on these pages tells whether a hand wrote their figures: those are offered.
      const read = kinds.filter((key) => of(key)?.doubts.every((doubt) => doubt === 'by-hand'));
      for (const key of read) expect(valueOf(key, of(key)?.raw)).toEqual(opinionAnswers[key]);
      expect(read.length).toBeGreaterThan(4);
      expect(kinds.filter((key) => of(key)?.doubts.length === 0)).toEqual(['parks', 'likes']);
      expect(of('parks')?.raw).toBe(4);
    },
    120_000,
  );
});
