import { isField, renderForm } from '@guichet/channels/mail';
import { expect, it } from 'vitest';
import {
  degrade,
  printed,
  type Profile,
  type Sheet,
  seeded,
  shippedService,
  somethingElse,
  testForm,
  toScan,
  withoutCodes,
} from '../../../tests/support/paper/index.ts';
import { findCandidates } from './find-candidates.ts';

const shelf = ['permis-chien', 'nid-de-poule', 'changement-adresse', 'conseil-jeunes'].map((code) =>
  shippedService(code),
);

async function pageOf(sheet: Sheet, profile: Profile, seed: number) {
  const [seen] = await degrade([sheet], profile, seed);
  if (seen === undefined) throw new Error('no sheet');
  const jpeg = await toScan([seen], 'jpeg');
  return { blank: false, width: seen.width, picture: async () => jpeg };
}

it('a page whose codes are scribbled over is found by its layout among the best, however it lies', async () => {
  for (const [code, language, paper, print, profile] of [
    ['permis-chien', 'fr', 'letter', 'normal', 'office'],
    ['nid-de-poule', 'en', 'a4', 'normal', 'rot180'],
    ['changement-adresse', 'fr', 'letter', 'large', 'rot90'],
    ['permis-chien', 'en', 'letter', 'normal', 'phone'],
  ] as const) {
    const form = testForm(shippedService(code), language, undefined, { paper, print });
    const front = form.pages.find(({ items }) => items.filter(isField).length > 5) ?? form.pages[0];
    if (front === undefined) throw new Error('no page');
    const [sheet] = await printed(await renderForm({ ...form, pages: [front] }));
    if (sheet === undefined) throw new Error('no sheet');
    const page = await pageOf(withoutCodes(sheet, seeded(3)), profile, 3);
    const candidates = await findCandidates([page], shelf, ['']);
    expect(candidates.length).toBeLessThanOrEqual(3);
    expect({ code, candidates }).toMatchObject({
      candidates: expect.arrayContaining([
        expect.objectContaining({ service: code, language, page: front.number }),
      ]),
    });
  }
}, 120_000);

it('a page with hardly a frame is found by the name and the number that are read on it, in its language', async () => {
  const form = testForm(shippedService('permis-chien'), 'en', undefined, { print: 'large' });
  const front = form.pages.find(({ items }) => items.filter(isField).length < 2) ?? form.pages.at(-1);
  if (front === undefined) throw new Error('no page');
  const [sheet] = await printed(await renderForm({ ...form, pages: [front] }));
  if (sheet === undefined) throw new Error('no sheet');
  const page = await pageOf(withoutCodes(sheet, seeded(3)), 'office', 3);
  const name = shippedService('permis-chien').definition.name.en;
  const [best] = await findCandidates([page], shelf, [
    `${name}\nPage ${front.number} of ${form.pages.length}`,
  ]);
  expect(best).toMatchObject({ service: 'permis-chien', language: 'en', page: front.number });
}, 60_000);

it('what is no form of ours has no candidates, nor has a page whose code was read', async () => {
  const photo = await pageOf(somethingElse(seeded(4)), 'phone', 4);
  const blank = { width: 2550, height: 3300, data: new Uint8Array(2550 * 3300).fill(240) };
  expect(await findCandidates([photo, await pageOf(blank, 'office', 5)], shelf, [])).toEqual([]);
  const form = testForm(shippedService('permis-chien'), 'fr');
  const [sheet] = await printed(await renderForm({ ...form, pages: form.pages.slice(0, 1) }));
  if (sheet === undefined) throw new Error('no sheet');
  const known = { ...(await pageOf(sheet, 'flatbed', 6)), code: {} as never };
  expect(await findCandidates([known], shelf, [])).toEqual([]);
}, 60_000);
