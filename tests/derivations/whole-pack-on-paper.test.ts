import { openTextReader, readPageCode, renderForm } from '@guichet/channels/mail';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { afterAll, describe, expect, it } from 'vitest';
import { paperSign, testForm } from '../support/paper/index.ts';
import { countVerdicts } from './count-verdicts.ts';
import { judgeReading, type Verdict } from './judge-reading.ts';
import { onPaper } from './on-paper.ts';
import { packRows } from './whole-pack.ts';
import { writtenForm } from './written-form.ts';

/** At these seeds a B was once read as an R, and Côté as côté, without a doubt. */
const rows = packRows().map((row, at) => ({ ...row, seed: at + 1000 }));
/** Reading is slow: each version in one language, the next in the other. `tests/load/read-whole-pack.ts` reads them all. */
const scanned = rows.filter((_, at) => (at + Math.floor(at / 2)) % 2 === 1);
const reader = openTextReader();
const pdfium = await PDFiumLibrary.init();
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
    const answers = writtenForm(row, row.seed);
    const posted = await onPaper(row, answers, { reader, seed: row.seed });
    expect(posted.pages).toEqual(posted.layout.pages.map(({ number }) => number));
    const judged = judgeReading(row, answers, posted);
    verdicts.push(...judged);
    expect(judged.filter(({ is }) => is === 'wrong').map(({ said }) => said)).toEqual([]);
  }, 240_000);
});
