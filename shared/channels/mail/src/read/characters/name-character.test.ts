import Pdf from 'pdfkit';
import { expect, it } from 'vitest';
import { takePen } from '../../../../../../tests/support/paper/hand.ts';
import { printed, seeded } from '../../../../../../tests/support/paper/index.ts';
import { fieldPicture } from '../field-picture.ts';
import { nameCharacter } from './name-character.ts';

const pointsPerMm = 72 / 25.4;
const box = (at: number) => ({
  x: 10 + (at % 20) * 8,
  y: 10 + Math.floor(at / 20) * 10,
  width: 7,
  height: 9,
});

/** Writes characters in boxes by one hand, a machine where there is none. */
async function written(text: string, seed: number | undefined) {
  const doc = new Pdf({ size: 'LETTER', margin: 0 });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => doc.on('end', resolve));
  const hand = seed === undefined ? undefined : takePen(doc, seeded(seed));
  for (const [at, character] of [...text].entries()) {
    const { x, y } = box(at);
    if (hand !== undefined) hand.write(character, { x: x + 2.2, y: y + 6.5, width: 2.6, height: 4.1 });
    else doc.fontSize(14).text(character, (x + 2) * pointsPerMm, (y + 2) * pointsPerMm, { lineBreak: false });
  }
  doc.end();
  await done;
  const [sheet] = await printed(Buffer.concat(chunks));
  if (sheet === undefined) throw new Error('nothing was printed');
  return sheet;
}

async function named(text: string, alphabet: string, seed: number | undefined) {
  const sheet = await written(text, seed);
  const tones = { paper: 255, ink: 20 };
  return [...text].map((_, at) => nameCharacter(fieldPicture(sheet, box(at), 0.4, tones).image, alphabet));
}

const figures = '0123456789';
const postal = 'ABCEGHJKLMNPRSTVWXYZ';

it.each([undefined, 1, 2, 3, 4, 5])('figures and capitals of hand %s are named', async (seed) => {
  const digits = await named(figures.repeat(4), figures, seed);
  expect(digits.map(({ character }) => character).join('')).toBe(figures.repeat(4));
  const capitals = await named(postal.repeat(2), postal, seed);
  expect(capitals.map(({ character }) => character).join('')).toBe(postal.repeat(2));
});

it('only what may stand there is named, and a stain is named with little certainty', async () => {
  const [capital] = await named('B', figures, undefined);
  expect(figures).toContain(capital?.character);
  const stain = {
    width: 40,
    height: 40,
    data: new Uint8Array(1600).map((_, at) => ((at * 7919) % 97 < 48 ? 0 : 255)),
  };
  expect(nameCharacter(stain, figures).odds).toBeLessThan(0.9);
});
