import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Catalogue, loadCatalogue, type PublishedVersion, withPublished } from './load.ts';

const packs = fileURLToPath(new URL('../packs/quebec', import.meta.url));
const read = (file: string): string => readFileSync(join(packs, file), 'utf8');
const texts = { 'pothole.v1.yaml': read('pothole.v1.yaml'), 'dog.v1.yaml': read('dog-licence.v1.yaml') };

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(dir, file), text);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (file: string, text: string): void => writeFileSync(join(dir, file), text);
/** What a database would give back of the folder as it stands. */
const publish = (): PublishedVersion[] =>
  loadCatalogue(dir).versions.map(({ definition, hash }) => ({
    code: definition.code,
    version: definition.version,
    hash,
    definition: JSON.parse(JSON.stringify(definition)) as unknown,
  }));
const offer = ({ services }: Catalogue): string[] =>
  services.map(({ definition: { code, version } }) => `${code}@${version}`);
const edited = texts['pothole.v1.yaml'].replace('fr: Autres précisions', 'fr: Encore des précisions');
const labelOf = (catalogue: Catalogue): string | undefined =>
  catalogue.find('nid-de-poule')?.question('description')?.label.fr;

it('a published file that was edited is refused with its line and the way out, and the published text stays on offer', () => {
  const published = publish();
  write('pothole.v1.yaml', edited);
  const catalogue = withPublished(loadCatalogue(dir), published);
  expect(catalogue.problems).toHaveLength(1);
  expect(catalogue.problems[0]).toMatchObject({
    file: 'pothole.v1.yaml',
    line: edited.slice(0, edited.indexOf('\nversion:') + 1).split('\n').length,
    key: 'version',
    suggestion: { en: expect.stringContaining('`pothole.v2.yaml`, with `version: 2`') as string },
  });
  expect(offer(catalogue)).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(labelOf(catalogue)).toBe('Autres précisions');
  expect(catalogue.standIns).toEqual([catalogue.find('nid-de-poule')]);
});

it('the way out is a version above every one there is', () => {
  write('pothole.v4.yaml', texts['pothole.v1.yaml'].replace('version: 1', 'version: 4'));
  const published = publish();
  write('pothole.v1.yaml', edited);
  const [problem] = withPublished(loadCatalogue(dir), published).problems;
  expect(problem?.suggestion?.fr).toContain('`pothole.v5.yaml`');
});

it('a published file that says the same is served, whatever its layout', () => {
  const published = publish();
  write('pothole.v1.yaml', `# a remark\n${texts['pothole.v1.yaml']}`);
  const catalogue = withPublished(loadCatalogue(dir), published);
  expect(catalogue.problems).toEqual([]);
  expect(catalogue.standIns).toEqual([]);
});

it.each([
  ['broken YAML', (text: string) => text.replace('\nname:', '\nname: [')],
  ['a wrong word', (text: string) => text.replace('theme: municipal', 'theme: municipale')],
  ['another version than its name', (text: string) => text.replace('version: 1', 'version: 3')],
])('with %s in its file, a published version stays on offer', (_, spoil) => {
  const published = publish();
  write('pothole.v1.yaml', spoil(texts['pothole.v1.yaml']));
  const loaded = loadCatalogue(dir);
  expect(offer(loaded)).toEqual(['permis-chien@1']);
  const catalogue = withPublished(loaded, published);
  expect(offer(catalogue)).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(catalogue.problems).toEqual(loaded.problems);
  expect(catalogue.problems.length).toBeGreaterThan(0);
});

it('a new version that is faulty leaves the one before in force', () => {
  const published = publish();
  write(
    'pothole.v2.yaml',
    texts['pothole.v1.yaml'].replace('version: 1', 'version: 2').replace('theme: m', 'x: m'),
  );
  const catalogue = withPublished(loadCatalogue(dir), published);
  expect(offer(catalogue)).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(catalogue.standIns).toEqual([]);
});

it('a version whose file is gone is found by its cases, and no longer offered', () => {
  const published = publish();
  rmSync(join(dir, 'pothole.v1.yaml'));
  const catalogue = withPublished(loadCatalogue(dir), published);
  expect(offer(catalogue)).toEqual(['permis-chien@1']);
  expect(catalogue.find('nid-de-poule')).toBeUndefined();
  expect(catalogue.find('nid-de-poule', 1)?.definition.name.fr).toBeTruthy();
  expect(catalogue.problems).toEqual([]);
});

it('a hash of an older language is no edit when the words are the same', () => {
  const published = publish().map((row) => ({ ...row, hash: `older-${row.hash}` }));
  const catalogue = withPublished(loadCatalogue(dir), published);
  expect(catalogue.problems).toEqual([]);
  expect(catalogue.find('nid-de-poule')?.hash).toMatch(/^older-/);
});

it('a stored text that the language has left behind is skipped, and stops nothing', () => {
  const published = [...publish(), { code: 'gone', version: 1, hash: 'x', definition: { code: 'gone' } }];
  const catalogue = withPublished(loadCatalogue(dir), published);
  expect(offer(catalogue)).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(catalogue.find('gone', 1)).toBeUndefined();
});
