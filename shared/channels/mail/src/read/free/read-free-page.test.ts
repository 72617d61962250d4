import { afterAll, describe, expect, it } from 'vitest';
import { degrade, type Profile } from '../../../../../../tests/support/paper/degrade.ts';
import { charactersOff } from '../../../../../../tests/support/paper/characters-off.ts';
import { letterFonts, typedLetters, typeLetter } from '../../../../../../tests/support/paper/free-letters.ts';
import { printed } from '../../../../../../tests/support/paper/sheet.ts';
import { openTextReader } from '../text-reader.ts';
import { pageText } from './page-text.ts';
import { readFreePage } from './read-free-page.ts';

const reader = openTextReader();
afterAll(() => reader.close());

async function scanned(at: number, profile: Profile) {
  const letter = typedLetters[at % typedLetters.length];
  if (letter === undefined) throw new Error('no letter');
  const font = letterFonts[at % letterFonts.length] ?? 'Times-Roman';
  const [sheet] = await degrade(await printed(await typeLetter(letter, font)), profile, 20 + at);
  if (sheet === undefined) throw new Error('no sheet');
  return { letter, sheet, written: letter.paragraphs.join('\n') };
}

/** One letter each, so that all three fonts, both languages and every side up are there. */
const profiles: readonly Profile[] = ['office', 'rot90', 'feeder', 'rot180', 'flatbed', 'phone'];

describe('a page without a form', () => {
  it('is turned upright, levelled and read in its own language with at most 0.3 % of characters wrong', async () => {
    let [off, all] = [0, 0];
    for (const [at, profile] of profiles.entries()) {
      const { letter, sheet, written } = await scanned(at, profile);
      const page = await readFreePage(sheet, reader);
      expect(page.language, profile).toBe(letter.language);
      expect(page.image.height, profile).toBeGreaterThan(page.image.width);
      off += charactersOff(pageText(page.lines), written);
      all += written.length;
    }
    expect(off / all).toBeLessThanOrEqual(0.003);
  }, 240_000);

  it('each word stands where it was read: its box holds ink, and lies on the page', async () => {
    const { sheet } = await scanned(3, 'rot180');
    const { image, lines } = await readFreePage(sheet, reader);
    const words = lines.flatMap((line) => line.words);
    expect(words.length).toBeGreaterThan(60);
    for (const { text, x, y, width, height } of words) {
      let darkest = 255;
      for (let row = y; row < y + height; row++)
        darkest = Math.min(
          darkest,
          ...image.data.subarray(row * image.width + x, row * image.width + x + width),
        );
      expect(darkest, text).toBeLessThan(150);
    }
  }, 120_000);

  it('a page with nothing to read stays as it lay', async () => {
    const blank = { width: 2550, height: 3300, data: new Uint8Array(2550 * 3300).fill(250) };
    const page = await readFreePage(blank, reader);
    expect(page).toMatchObject({ lines: [], language: undefined });
    expect(Buffer.from(page.image.data).equals(blank.data)).toBe(true);
  }, 60_000);
});
