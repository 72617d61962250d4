import { openTextReader, readPageCode, renderForm } from '@guichet/channels/mail';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, describe, expect, it } from 'vitest';
import { paperSign, testForm } from '../support/paper/index.ts';
import { countVerdicts } from './count-verdicts.ts';
import { judgeReading, type Verdict } from './judge-reading.ts';
import { readBack, scanWritten } from './on-paper.ts';
import { packRows } from './whole-pack.ts';
import { writtenForm } from './written-form.ts';

/** At these seeds a B was once read as an R, and Côté as côté, without a doubt. */
const rows = packRows().map((row, at) => {
  const seed = at + 1000;
  return { ...row, seed, answers: () => writtenForm(row, seed) };
});
/** Reading is slow: each version in one language, the next in the other. `tests/load/read-whole-pack.ts` reads them all. */
const scanned = rows.filter((_, at) => (at + Math.floor(at / 2)) % 2 === 1);
const reader = openTextReader();
const pdfium = await PDFiumLibrary.init();
const scans = new Map<number, Promise<Buffer>>();
const verdicts: Verdict[] = [];

afterAll(async () => {
  await reader.close();
  console.table(countVerdicts(verdicts));
});

describe.each(rows)('$name ($language)', ({ service, language }) => {
  it('fits on its pages, and prints as many as its codes tell', async () => {
    const layout = testForm(service, language);
    const codes = layout.pages.map(({ code }) => readPageCode(code, paperSign));
    const pages = layout.pages.length;
    expect(codes).toEqual(
      layout.pages.map((_, at) => expect.objectContaining({ language, page: at + 1, pages })),
    );
    const document = await pdfium.loadDocument(await renderForm(layout));
    expect(document.getPageCount()).toBe(pages);
    document.destroy();
  });
});

describe.each(scanned)('$name ($language)', (row) => {
  it('written, scanned and read: what the machine is sure of is what was written', async () => {
    const at = scanned.indexOf(row);
    const file = await scanAt(at);
    scanAt(at + 1);
    scans.delete(at);
    const posted = await readBack(row, file, reader);
    expect(posted.pages).toEqual(posted.layout.pages.map(({ number }) => number));
    const judged = judgeReading(row, row.answers(), posted);
    verdicts.push(...judged);
    expect(judged.filter(({ is }) => is === 'wrong').map(({ said }) => said)).toEqual([]);
  }, 240_000);
});

/** Scans a form, unless it is being scanned already: one is made ready while the one before it is read. */
function scanAt(at: number): Promise<Buffer> {
  const row = scanned[at];
  if (row === undefined) return Promise.resolve(Buffer.alloc(0));
  const scan = scans.get(at) ?? scanWritten(row, row.answers(), row.seed);
  scans.set(at, scan);
  return scan;
}
