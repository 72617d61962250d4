import { newSerial, layoutForm, renderForm } from '@guichet/channels/mail';
import { expect, it } from 'vitest';
import { useMailroom } from '../../../../tests/support/mailroom-desk.ts';
import {
  degrade,
  paperOptions,
  type Profile,
  printed,
  type Sheet,
  shippedService,
  toScan,
} from '../../../../tests/support/paper/index.ts';
import { blankPdf } from '../../../../tests/support/bad-files.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const mailroom = await useMailroom(desk, clerk);
const limit = 240_000;

async function form(code: string, serial: string, language: 'fr' | 'en' = 'fr'): Promise<Sheet[]> {
  const layout = layoutForm(shippedService(code), language, { ...paperOptions, sign: mailroom.sign, serial });
  return printed(await renderForm(layout));
}

const white = (width: number, height: number): Sheet => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(250),
});

/** A sheet from elsewhere, of a size of its own. */
const note = (width: number, height: number): Sheet => ({
  width,
  height,
  data: Uint8Array.from({ length: width * height }, (_, at) =>
    Math.floor(at / width) % 90 < 6 && at % width > 80 && at % width < width - 80 ? 30 : 250,
  ),
});

async function one(sheet: Sheet | undefined, profile: Profile, seed: number): Promise<Sheet> {
  const [spoilt] = await degrade(sheet ? [sheet] : [], profile, seed);
  if (!spoilt) throw new Error('no sheet');
  return spoilt;
}

it(
  'one duplex file of several letters, out of order, upside down, with blank backs and sheets of other sizes',
  async () => {
    const [a, b] = [await form('nid-de-poule', newSerial()), await form('nid-de-poule', newSerial(), 'en')];
    expect(a.length).toBeGreaterThanOrEqual(2);
    const sheets = [
      await one(a[1], 'rot180', 1),
      white(2550, 3300),
      await one(b[0], 'office', 2),
      white(2550, 3300),
      await one(a[0], 'flatbed', 3),
      await one(a[1], 'flatbed', 4),
      note(1500, 2100),
      white(1500, 2100),
    ];
    for (const sheet of [...a.slice(2), ...b.slice(1)]) sheets.push(await one(sheet, 'rot90', 5));
    const batch = await mailroom.read(await toScan(sheets, 'pdf'));
    expect(batch).toMatchObject({ pages: sheets.length, pagesRead: sheets.length, refusedWhy: null });
    expect(batch.pageRows.slice(0, 8).map(({ takenFor, formPage }) => [takenFor, formPage])).toEqual([
      ['form', 2],
      ['blank', null],
      ['form', 1],
      ['blank', null],
      ['form', 1],
      ['duplicate', 2],
      ['letter', null],
      ['blank', null],
    ]);
    expect(batch.pageRows.slice(8).every(({ takenFor }) => takenFor === 'form')).toBe(true);
    // Every page is somewhere, and nothing but blank backs is in no letter.
    expect(
      batch.pageRows
        .filter(({ letterId }) => letterId === null)
        .every(({ takenFor }) => takenFor === 'blank'),
    ).toBe(true);
    expect(batch.pageRows.every(({ evidenceId, hasSmall }) => evidenceId !== null && hasSmall)).toBe(true);
    expect(batch.letterRows.map(({ serviceCode, missingPages }) => [serviceCode, missingPages])).toEqual([
      ['nid-de-poule', []],
      ['nid-de-poule', []],
      [null, []],
    ]);
  },
  limit,
);

it(
  'a form of which a page stayed behind is read as far as it goes, and says which page is missing',
  async () => {
    const sheets = await degrade((await form('nid-de-poule', newSerial())).slice(0, 1), 'office', 7);
    const batch = await mailroom.read(await toScan(sheets, 'tiff'), 'lot.tif');
    expect(batch.letterRows).toMatchObject([
      { serviceCode: 'nid-de-poule', missingPages: expect.arrayContaining([2]) },
    ]);
  },
  limit,
);

it(
  'two hundred pages are read, and no letter among them is lost',
  async () => {
    const pages = await form('nid-de-poule', newSerial());
    const small = Array.from({ length: 200 - pages.length }, () => note(330, 420));
    const batch = await mailroom.read(await toScan([...pages, ...small], 'pdf'));
    expect(batch).toMatchObject({ pages: 200, pagesRead: 200, refusedWhy: null });
    expect(batch.pageRows).toHaveLength(200);
    expect(batch.letterRows[0]).toMatchObject({ serviceCode: 'nid-de-poule', missingPages: [] });
    const more = await mailroom.read(await blankPdf(201));
    expect(more.refusedWhy).toBe('too-many-pages');
  },
  limit,
);
