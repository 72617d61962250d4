import { findLetters, keepPrintedForm } from '@guichet/casework';
import type { Answers } from '@guichet/catalogue';
import {
  assembleLetters,
  fieldLayout,
  type FormLayout,
  isField,
  openTextReader,
  type PageCode,
  type ReadPage,
  readPageCode,
  readScan,
  writePageCode,
} from '@guichet/channels/mail';
import { afterAll, expect, it } from 'vitest';
import {
  degrade,
  fillForm,
  paperAnswers,
  paperSign,
  shippedService,
  testForm,
  toScan,
} from '../../../tests/support/paper/index.ts';
import { receiveRead } from '../../../tests/support/receive-read.ts';
import { useDesk } from '../../../tests/support/test-desk.ts';
import type { ReadingContext } from './mailroom-context.ts';
import { readOneLetter } from './read-one-letter.ts';

const desk = await useDesk();
const reader = openTextReader();
afterAll(() => reader.close());
const ctx = { ...desk.ctx, reader, sign: paperSign } as ReadingContext;

/** The form as a layout program of before printed it: everything lower on the page, and codes that say so. */
function olderPrinting(layout: FormLayout): FormLayout {
  const down = (rect: { x: number; y: number; width: number; height: number }) => ({
    ...rect,
    y: rect.y + 4,
  });
  const geometry = 'OLD0';
  return {
    ...layout,
    geometry,
    pages: layout.pages.slice(0, 1).map((page) => {
      const code = readPageCode(page.code, paperSign) as PageCode;
      return {
        ...page,
        code: writePageCode({ ...code, pages: 1, geometry }, paperSign),
        items: page.items
          .filter((item) => !isField(item) || item.place.y < 235)
          .map((item) => {
            // The head and the foot stay.
            if (item.place.y < 45 || item.place.y > 245) return item;
            const place = down(item.place);
            return item.kind === 'comb'
              ? { ...item, place, cells: item.cells.map(down) }
              : { ...item, place };
          }),
      };
    }),
  };
}

async function readBack(layout: FormLayout, answers: Answers) {
  const service = shippedService(layout.service, layout.version);
  const sheets = await fillForm(layout, answers, service, { style: 'typed', seed: 3 });
  const scan = await readScan(await toScan(await degrade(sheets, 'office', 3), 'pdf'), { sign: paperSign });
  if (scan.kind === 'refused') throw new Error(scan.reason);
  const pages: ReadPage[] = [];
  for await (const page of scan.pages) pages.push(page);
  const [letter] = assembleLetters(pages).letters;
  if (letter === undefined) throw new Error('no letter');
  return readOneLetter(letter, ctx);
}

const answers: Answers = { size: 'medium', danger: true, 'danger-kinds': ['swerving', 'damage'] };

it('a page that an older layout program printed is read by the places it was printed with, not by those of today', async () => {
  const today = testForm(shippedService('nid-de-poule'), 'fr');
  const older = olderPrinting(today);
  const unknown = await readBack(older, answers);
  expect(unknown.answers).toEqual({});

  await keepPrintedForm(desk.public('web'), fieldLayout(older));
  const read = await readBack(older, answers);
  expect(read.answers).toMatchObject({
    size: 'medium',
    danger: true,
    'danger-kinds': ['swerving', 'damage'],
  });
  const placeOf = (layout: FormLayout, path: string) =>
    layout.pages[0]?.items.find((item) => isField(item) && item.path === path)?.place.y ?? 0;
  const crop = read.fields.find(({ path }) => path === 'size')?.crop;
  expect(crop?.y).toBe(Math.round(((placeOf(older, 'size') - 1) * 300) / 25.4));
  expect(placeOf(older, 'size')).not.toBe(placeOf(today, 'size'));
}, 120_000);

it('what a person wrote on a form is found by its words, on the picture it stands on, also when the first page was kept', async () => {
  const layout = testForm(shippedService('changement-adresse'), 'fr');
  const read = await readBack(
    { ...layout, pages: layout.pages.slice(1) },
    paperAnswers['changement-adresse'] ?? {},
  );
  const clerk = await desk.staff('commis', ['clerk'], ['greffe']);
  const { letterIds } = await receiveRead(desk.ctx, clerk, [read]);
  const { pages } = await findLetters(clerk, 'colocataire');
  const field = read.fields.find(({ path }) => path === 'household.1.relationship-detail');
  // The third page of the form is the second picture.
  expect(pages).toMatchObject([{ letterId: letterIds[0], page: 2, excerpt: 'Colocataire' }]);
  expect(field?.crop.page).toBe(2);
  const line = read.text?.[1]?.find(({ words }) => words[0]?.text === field?.text);
  expect(line?.words[0]).toMatchObject({ x: field?.crop.x, y: field?.crop.y });
  expect(read.sizes?.[0]).toMatchObject({ width: 2550, height: 3300 });
  // Nobody signed it: a person looks at the place beside the consent.
  expect(read.signature).toBe('absent');
  expect(read.fields.filter(({ path }) => path === 'sharing').at(-1)).toMatchObject({
    doubts: ['unsigned'],
  });
  // Its labels stand on every copy.
  expect((await findLetters(clerk, 'prénom')).pages).toEqual([]);
}, 120_000);

it('a form of a version that is no longer the one in force, in large print and on A4, is read as it was printed', async () => {
  const retired = shippedService('changement-adresse', 1);
  expect(shippedService('changement-adresse').definition.version).toBeGreaterThan(1);
  const layout = testForm(retired, 'fr', undefined, { paper: 'a4', print: 'large' });
  await keepPrintedForm(desk.public('web'), fieldLayout(layout));
  const pages = layout.pages.filter(({ items }) =>
    items.some((item) => isField(item) && item.path === 'move-date'),
  );
  const given = paperAnswers['changement-adresse'] ?? {};
  const read = await readBack({ ...layout, pages }, given);
  expect(read.form).toMatchObject({ service: 'changement-adresse', version: 1 });
  expect(read.answers).toMatchObject({ 'move-date': given['move-date'] });
}, 120_000);
