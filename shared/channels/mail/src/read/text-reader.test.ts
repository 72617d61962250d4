import Pdf from 'pdfkit';
import { afterAll, describe, expect, it } from 'vitest';
import { printed } from '../../../../../tests/support/paper/index.ts';
import { cropped, type GreyImage } from './grey-image.ts';
import { openTextReader } from './text-reader.ts';

const reader = openTextReader();
afterAll(() => reader.close());

/** Types a line and prints it. */
async function typed(text: string, face: string): Promise<GreyImage> {
  const doc = new Pdf({ size: [300, 40], margin: 0 });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => doc.on('end', resolve));
  doc.font(face).fontSize(12).text(text, 10, 12, { lineBreak: false });
  doc.end();
  await done;
  const [sheet] = await printed(Buffer.concat(chunks));
  if (sheet === undefined) throw new Error('nothing was printed');
  return cropped(sheet, 0, 0, sheet.width, sheet.height);
}

describe('openTextReader', () => {
  it.each(['fra', 'shapes'] as const)(
    '%s reads French with its accents, whatever it read before',
    async (model) => {
      const name = await typed('Gaëlle Bélanger', 'Helvetica');
      const first = await reader.read(name, { model });
      expect(first.text).toBe('Gaëlle Bélanger');
      for (const face of ['Courier', 'Times-Roman'])
        await reader.read(await typed('Loïc François, 4e Avenue', face), { model });
      expect(await reader.read(name, { model })).toEqual(first);
    },
    60_000,
  );

  it('takes an alphabet, also by outlines', async () => {
    const options = { model: 'shapes', alphabet: '0123456789' } as const;
    const { text } = await reader.read(await typed('418 555 0142', 'Courier'), options);
    expect(text.replaceAll(' ', '')).toBe('4185550142');
  }, 60_000);
});
