import { isDeskError } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { findPrintedForm, listPrintedForms } from './find-printed-form.ts';
import { keepPrintedForm, type PrintedForm } from './keep-printed-form.ts';

const desk = await useDesk();
const anyone = desk.public('web');
const form: PrintedForm = {
  service: 'nid-de-poule',
  version: 1,
  language: 'fr',
  paper: 'letter',
  print: 'normal',
  geometry: 'AB12',
  pages: [
    { number: 1, items: [{ kind: 'line', path: 'a', place: { x: 33.1, y: 60, width: 20.45, height: 9 } }] },
  ],
};

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return '';
  } catch (error) {
    if (isDeskError(error)) return error.code;
    throw error;
  }
}

async function events(): Promise<number> {
  const [{ count }] = await desk.ctx.sql<[{ count: number }]>`
    select count(*)::int as count from event where kind = 'service.form-printed'`;
  return count;
}

it('a layout is kept the first time it is printed, to the last decimal, and leaves one event however often', async () => {
  await Promise.all([keepPrintedForm(anyone, form), keepPrintedForm(anyone, form)]);
  await keepPrintedForm(anyone, form);
  expect(await events()).toBe(1);
  expect(await findPrintedForm(desk.ctx, form)).toEqual(form);
});

it('one fingerprint stands for one layout: another is refused before it is handed out', async () => {
  const moved = { ...form, pages: [{ number: 1, items: [] }] };
  // On another pool, as a process that has not printed it yet.
  expect(await refusal(keepPrintedForm(desk.ctx, moved))).toBe('broken');
  expect(await findPrintedForm(desk.ctx, form)).toEqual(form);
});

it('the sheet and the print are part of what a layout is known by', async () => {
  const large = { ...form, print: 'large' as const, pages: [] };
  await keepPrintedForm(anyone, large);
  expect(await findPrintedForm(desk.ctx, large)).toEqual(large);
  expect(await findPrintedForm(desk.ctx, { ...form, paper: 'a4' })).toBeUndefined();
  expect(await listPrintedForms(desk.ctx)).toHaveLength(2);
});

it('the public reads no layout back', async () => {
  expect(await refusal(findPrintedForm(anyone, form))).toBe('not-allowed');
});
