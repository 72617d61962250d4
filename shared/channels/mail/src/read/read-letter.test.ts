import type { Answers, CompiledService } from '@guichet/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  degrade,
  fillForm,
  paperAnswers,
  paperDay,
  paperSign,
  type ScanFormat,
  type Sheet,
  shippedService,
  testForm,
  toScan,
} from '../../../../../tests/support/paper/index.ts';
import { assembleLetters } from './assemble-letters.ts';
import { type LetterReading, readLetter } from './read-letter.ts';
import { readScan } from './read-scan.ts';
import { openTextReader, type TextReader } from './text-reader.ts';

let reader: TextReader;
const tally = new Map<string, { seen: number; sure: number; right: number }>();

beforeAll(() => {
  reader = openTextReader();
});
afterAll(async () => {
  await reader.close();
  console.table(
    [...tally].map(([type, { seen, sure, right }]) => ({ type, seen, sure, 'right of the sure': right })),
  );
});

async function readSheets(
  compiled: CompiledService,
  sheets: readonly Sheet[],
  format: ScanFormat = 'pdf',
): Promise<LetterReading> {
  const scan = await readScan(await toScan(sheets, format), { sign: paperSign });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  const pages = [];
  for await (const page of scan.pages) pages.push(page);
  const [letter] = assembleLetters(pages).letters;
  if (letter?.kind !== 'form') throw new Error('no form');
  return readLetter(compiled, letter, { reader, today: paperDay });
}

/** What the machine is sure of, as the service stores it, and keeps count of it by type. */
function sureOf(compiled: CompiledService, read: LetterReading, answers: Answers): Answers {
  const sure: Record<string, unknown> = {};
  for (const { key, raw, doubts } of read.questions) {
    const question = compiled.question(key);
    if (question === undefined) throw new Error(key);
    const row = tally.get(question.type) ?? { seen: 0, sure: 0, right: 0 };
    tally.set(question.type, row);
    row.seen += 1;
    if (doubts.length > 0) continue;
    const parsed = compiled.parseAnswer(question, raw, { today: paperDay });
    sure[key] = parsed.ok ? parsed.value : parsed.problems;
    row.sure += 1;
    if (JSON.stringify(sure[key]) === JSON.stringify(answers[key])) row.right += 1;
  }
  return sure as Answers;
}

/** Draws into a box of a printed sheet: all of it, or one stroke across, by pen or by pencil. Unit: millimetres. */
function ink(
  compiled: CompiledService,
  sheets: readonly Sheet[],
  path: string,
  option: string,
  how: 'blacken' | 'strike' | 'pencil',
): void {
  const mm = 300 / 25.4;
  for (const [at, page] of testForm(compiled, 'fr').pages.entries()) {
    const sheet = sheets[at];
    const box = page.items.find(
      (item) => item.kind === 'check' && item.path === path && item.option === option,
    )?.place;
    if (sheet === undefined || box === undefined) continue;
    for (let y = 0; y < box.height; y += 0.05) {
      for (let x = 0; x < box.width; x += 0.05) {
        if (how !== 'blacken' && Math.abs(x - y) > 0.35) continue;
        sheet.data[Math.round((box.y + y) * mm) * sheet.width + Math.round((box.x + x) * mm)] =
          how === 'pencil' ? 150 : 20;
      }
    }
  }
}

describe('readLetter', () => {
  it.each([
    ['nid-de-poule', 'fr', 'pdf'],
    ['nid-de-poule', 'en', 'tiff'],
    ['changement-adresse', 'fr', 'pdf'],
    ['changement-adresse', 'en', 'pdf'],
    ['permis-chien', 'fr', 'tiff'],
    ['permis-chien', 'en', 'pdf'],
  ] as const)(
    '%s in %s, filled and scanned at an office: what it is sure of is what was written',
    async (code, language, format) => {
      const compiled = shippedService(code);
      const answers = paperAnswers[code] ?? {};
      const seed = code.length;
      const sheets = await fillForm(testForm(compiled, language), answers, compiled, {
        style: 'typed',
        seed,
      });
      const read = await readSheets(compiled, await degrade(sheets, 'office', seed), format);
      const sure = sureOf(compiled, read, answers);
      const written = Object.fromEntries(Object.keys(sure).map((key) => [key, answers[key]]));
      expect(sure).toEqual(written);
      const asked = compiled.visible(answers).filter((question) => question.type !== 'information');
      expect(read.questions.map((one) => one.key)).toEqual(asked.map((question) => question.key));
      expect(Object.keys(sure).length / asked.length).toBeGreaterThan(0.7);
      expect(read.missingPages).toEqual([]);
    },
    240_000,
  );

  it('a document said to be enclosed is told, and a page that is missing is told with its questions', async () => {
    const compiled = shippedService('nid-de-poule');
    const answers = paperAnswers['nid-de-poule'] ?? {};
    const sheets = await fillForm(testForm(compiled, 'fr'), answers, compiled, { style: 'typed', seed: 5 });
    const read = await readSheets(compiled, sheets.slice(1));
    expect(read.missingPages).toEqual([1]);
    expect(read.enclosed).toEqual(['photo']);
    expect(read.questions.find((one) => one.key === 'place')).toMatchObject({
      raw: undefined,
      doubts: ['page-missing'],
    });
  }, 120_000);

  it('what is written by hand is offered to a person, and none of it taken; marks are read as ever', async () => {
    const compiled = shippedService('permis-chien');
    const answers = paperAnswers['permis-chien'] ?? {};
    const sheets = await fillForm(testForm(compiled, 'fr'), answers, compiled, {
      style: 'capitals',
      seed: 3,
    });
    const { fields } = await readSheets(compiled, await degrade(sheets, 'flatbed', 3));
    const written = fields.filter(({ kind, raw }) => kind !== 'check' && raw !== undefined);
    expect(written.length).toBeGreaterThan(5);
    for (const { path, doubts } of written)
      expect({ path, isByHand: doubts.includes('by-hand') }).toEqual({ path, isByHand: true });
    const marked = fields.filter(({ kind, raw }) => kind === 'check' && raw === true);
    expect(marked.length).toBeGreaterThan(0);
    expect(marked.flatMap(({ doubts }) => doubts)).not.toContain('by-hand');
  }, 120_000);

  it('a form printed by another layout is left to a person', async () => {
    const compiled = shippedService('nid-de-poule');
    const read = await readLetter(
      compiled,
      { language: 'fr', geometry: '0000', paper: 'letter', print: 'normal', pages: [] },
      { reader, today: paperDay },
    );
    expect(read.answers).toEqual({});
    expect(read.questions.every((one) => one.doubts.includes('other-layout'))).toBe(true);
  });

  it('a blackened box is cancelled, two marks are no answer, and a person is asked about both', async () => {
    const compiled = shippedService('nid-de-poule');
    const answers: Answers = { size: 'small', danger: false, 'reply-way': 'none' };
    const sheets = await fillForm(testForm(compiled, 'fr'), answers, compiled, { style: 'typed', seed: 9 });
    ink(compiled, sheets, 'danger', 'yes', 'blacken');
    ink(compiled, sheets, 'size', 'large', 'strike');
    const read = await readSheets(compiled, await degrade(sheets, 'office', 2));
    const of = (key: string) => read.questions.find((one) => one.key === key);
    expect(of('danger')).toMatchObject({ raw: false, doubts: ['possible-cancellation'] });
    expect(of('size')).toMatchObject({ raw: undefined, doubts: ['several-marks'] });
    expect(of('reply-way')).toMatchObject({ raw: 'none', doubts: [] });
  }, 120_000);

  it.each([
    ['most of the sheet lies in a shadow', 0, 0.7],
    // Its edge runs between two rows of boxes: across a box it might be a stroke, which a person looks at.
    ['the foot of the sheet lies in a shadow', 0.76, 1],
  ])(
    '%s: marks, one by pencil too, and text are read as in the light',
    async (_, from, to) => {
      const compiled = shippedService('nid-de-poule');
      const answers = paperAnswers['nid-de-poule'] ?? {};
      const filled = await fillForm(testForm(compiled, 'fr'), answers, compiled, { style: 'typed', seed: 9 });
      ink(compiled, filled, 'danger-kinds', 'crossing', 'pencil');
      const shaded = filled.map((sheet) => {
        const isShaded = (at: number) => at >= from * sheet.data.length && at < to * sheet.data.length;
        const data = sheet.data.map((value, at) => (isShaded(at) ? 0.5 : 1) * (value * 0.85 + 20));
        return { ...sheet, data };
      });
      const inLight = sureOf(compiled, await readSheets(compiled, filled), answers);
      const inShade = sureOf(compiled, await readSheets(compiled, shaded), answers);
      const marks: Answers = { ...answers, 'danger-kinds': ['swerving', 'crossing', 'hidden'] };
      for (const key of ['size', 'danger', 'danger-kinds', 'photo', 'reply-way'] as const)
        expect({ key, marked: inShade[key] }).toEqual({ key, marked: marks[key] });
      // A box of text that the edge of the shadow crosses may be left to a person.
      expect(inLight).toMatchObject(inShade);
      expect(Object.keys(inLight).length - Object.keys(inShade).length).toBeLessThan(2);
    },
    120_000,
  );

  it('an answer to a question that was not asked is shown but not proposed', async () => {
    const compiled = shippedService('nid-de-poule');
    const answers: Answers = { danger: false, 'danger-kinds': ['hidden'] };
    const read = await readSheets(
      compiled,
      await fillForm(testForm(compiled, 'fr'), answers, compiled, { style: 'typed', seed: 4 }),
    );
    expect(read.questions.find((one) => one.key === 'danger-kinds')?.doubts).toContain('unexpected');
    expect(Object.keys(read.answers)).not.toContain('danger-kinds');
  }, 120_000);
});
