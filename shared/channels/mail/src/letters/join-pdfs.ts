import { setImmediate } from 'node:timers/promises';
import { PdfObjects } from './pdf-objects.ts';

export interface Joined {
  /** True to begin each document on a new sheet when both sides are printed: a page left blank after an odd one. */
  duplex: boolean;
}

/**
 * Joins documents that we made into one to be printed in one go, in their order.
 *
 * Guarantee: each page is as it was, to the byte of its drawing; only the structure for screen readers is left out: the joined
 *   document is for a printer, each letter keeps its own.
 * Errors: Error — not a PDF as `PageCanvas` writes it.
 */
export async function joinPdfs(documents: readonly Uint8Array[], { duplex }: Joined): Promise<Buffer> {
  const objects: Buffer[] = [];
  const kids: number[] = [];
  // 1 is the catalogue, 2 the root of the pages.
  const add = (body: Buffer | string): number => {
    objects.push(Buffer.from(body));
    return objects.length + 2;
  };
  for (const bytes of documents) {
    // Hundreds of letters keep nobody waiting: others are served between two.
    await setImmediate();
    const source = new PdfObjects(bytes);
    const numbers = new Map<number, number>();
    let box = '[0 0 612 792]';
    const pages = source.pages();
    for (const page of pages) {
      for (const id of source.reachable(page)) {
        if (numbers.has(id)) continue;
        numbers.set(id, objects.length + 3);
        objects.push(Buffer.alloc(0));
      }
      box = source.mediaBox(page) ?? box;
    }
    for (const [id, number] of numbers)
      objects[number - 3] = source.copied(id, numbers, pages.includes(id) ? '2 0 R' : undefined);
    kids.push(...pages.map((page) => numbers.get(page) ?? 0));
    if (duplex && pages.length % 2 === 1)
      kids.push(add(`<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Resources << >> >>`));
  }
  return written(objects, kids);
}

function written(objects: readonly Buffer[], kids: readonly number[]): Buffer {
  const all = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from(
      `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
    ),
    ...objects,
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n', 'latin1')];
  let at = parts[0]?.length ?? 0;
  const offsets: number[] = [];
  for (const [index, body] of all.entries()) {
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    offsets.push(at);
    at += object.length;
    parts.push(object);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${all.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
