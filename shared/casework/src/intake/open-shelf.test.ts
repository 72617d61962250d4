import { fileURLToPath } from 'node:url';
import { loadCatalogue, type PublishedVersion } from '@guichet/catalogue/load';
import { DeskError } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { openShelf } from './open-shelf.ts';

const loaded = loadCatalogue(fileURLToPath(new URL('../../../catalogue/packs', import.meta.url)));
/** As though each file had been edited since. */
const published: PublishedVersion[] = loaded.services.map(({ definition }) => ({
  code: definition.code,
  version: definition.version,
  hash: 'of another text',
  definition: { ...definition, theme: definition.theme === 'health' ? 'justice' : 'health' },
  effectiveOn: '2026-01-01',
  retiredOn: null,
}));

/** Gives the same rows with and without their texts. */
const reader = (versions: () => Promise<PublishedVersion[]>) => ({ states: versions, versions });

it('with the database away the files serve, and what was published takes its place when it is back', async () => {
  const told: string[] = [];
  let isAway = true;
  const read = async () => {
    if (isAway) throw new DeskError('not-now', 'desk-unavailable');
    return published;
  };
  const { shelf, close } = await openShelf(
    loaded,
    reader(read),
    () => '2026-11-24',
    ({ file }) => told.push(file),
  );
  expect(shelf.services).toEqual(loaded.services);
  expect(told).toEqual([]);
  isAway = false;
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(loaded.services.length);
  expect(shelf.standIns).toHaveLength(loaded.services.length);
  expect(shelf.problems).toHaveLength(told.length);
  close();
});

it('a fault that is no absence stops the start', async () => {
  const read = () => Promise.reject(new Error('no such table'));
  await expect(
    openShelf(
      loaded,
      reader(read),
      () => '2026-11-24',
      () => {},
    ),
  ).rejects.toThrow('no such table');
});

it('what is published or retired elsewhere is on offer or gone at the next look, and so is what a day brings', async () => {
  let rows = published.map((row, at) => ({ ...row, hash: loaded.services[at]?.hash ?? '' }));
  let day = '2026-11-24';
  const { shelf, close } = await openShelf(
    loaded,
    reader(async () => rows),
    () => day,
    () => {},
  );
  expect(shelf.services).toHaveLength(loaded.services.length);
  rows = rows.map((row) => (row.code === 'permis-chien' ? { ...row, retiredOn: '2026-11-25' } : row));
  await shelf.refresh?.();
  expect(shelf.find('permis-chien')).toBeDefined();
  day = '2026-11-25';
  await shelf.refresh?.();
  expect(shelf.find('permis-chien')).toBeUndefined();
  close();
});
