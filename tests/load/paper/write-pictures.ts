import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTextReader } from '@guichet/channels/mail';
import sharp from 'sharp';
import { idOf } from '../../support/paper/field-names.ts';
import { judgePage } from './judge-page.ts';
import { type MadePage, type Making, makePage } from './make-page.ts';
import { badness, type PageNews } from './play-page.ts';
import { type Only, readPage } from './read-page.ts';

const picturesMax = 20;
const pixelsPerMm = 300 / 25.4;

/**
 * Makes the worst pages again and writes them to a folder, the fields that went wrong framed, with a list of what was
 * read and what was written.
 */
export async function writePictures(
  folder: string,
  pages: readonly PageNews[],
  { only, ...making }: Making & { only: Only },
): Promise<number> {
  const worst = pages
    .filter((page) => badness(page) > 0)
    .sort((a, b) => badness(b) - badness(a) || a.seed - b.seed)
    .slice(0, picturesMax);
  mkdirSync(folder, { recursive: true });
  const reader = openTextReader();
  const lines: string[] = [];
  for (const [at, { seed, kind, style, name }] of worst.entries()) {
    const made = await makePage(seed, { ...making, isBlank: only === 'codes' });
    const reading = await readPage(made, reader, { only, rows: making.rows });
    const { identity, outcomes } = judgePage(made, reading);
    const wrong = outcomes.filter(({ is }) => is === 'wrong');
    const file = `${String(at + 1).padStart(2, '0')}-${kind}-${seed}.jpg`;
    await sharp(await reading.page.picture())
      .composite([
        {
          input: framesOf(
            made,
            wrong.map(({ said }) => said),
            reading.page,
          ),
        },
      ])
      .jpeg({ quality: 70 })
      .toFile(join(folder, file));
    lines.push(`${file}: ${name}, ${style}, page ${identity}, trust ${reading.page.trust}`);
    lines.push(...wrong.map(({ said }) => `  ${said}`), '');
  }
  await reader.close();
  writeFileSync(join(folder, 'worst.txt'), lines.join('\n'));
  return worst.length;
}

/** Fields lie where they were printed only when the page was straightened. */
function framesOf(
  { written }: MadePage,
  said: readonly string[],
  page: { trust: string; width: number; height: number },
): Buffer {
  const frames = written.flatMap(({ field }) => {
    if (
      page.trust === 'none' ||
      !said.some((one) => one.startsWith(`${idOf(field)}:`) || one.startsWith(`${idOf(field)}[`))
    )
      return [];
    const [x, y, width, height] = [
      field.place.x - 2,
      field.place.y - 2,
      field.place.width + 4,
      field.place.height + 4,
    ].map((mm) => Math.round(mm * pixelsPerMm));
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke="#c00" stroke-width="5"/>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}">${frames.join('')}</svg>`,
  );
}
