import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { words } from '@guichet/pages';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Lists the refusals that a verb or a door may show to a person, with the file they stand in. */
function refusals(): { key: string; file: string }[] {
  const files = ['shared/casework/src', 'services/intake/src', 'services/desk/src'].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
  );
  return files
    .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
    .flatMap((file) => {
      const source = readFileSync(`${root}${file}`, 'utf8');
      return [...source.matchAll(/new DeskError\(\s*'[a-z-]+',\s*'([a-z0-9-]+)'/g)].flatMap(([, key]) =>
        key === undefined ? [] : [{ key, file }],
      );
    });
}

it('every refusal that a person may meet has its own words', () => {
  const said = new Set(Object.keys(words('fr').errors.keys));
  const found = refusals();
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter(({ key }) => !said.has(key))).toEqual([]);
});
