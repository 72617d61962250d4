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

const today = '2026-11-24';
const write = (file: string, text: string): void => writeFileSync(join(dir, file), text);
/** What a database would give back of the folder as it stands. */
const publish = (): PublishedVersion[] =>
  loadCatalogue(dir).versions.map(({ definition, hash }) => ({
    code: definition.code,
    version: definition.version,
    hash,
    definition: JSON.parse(JSON.stringify(definition)) as unknown,
    effectiveOn: '2026-01-01',
    retiredOn: null,
  }));
const offer = ({ services }: Catalogue): string[] =>
  services.map(({ definition: { code, version } }) => `${code}@${version}`);
const edited = texts['pothole.v1.yaml'].replace('fr: Autres précisions', 'fr: Encore des précisions');
const labelOf = (catalogue: Catalogue): string | undefined =>
  catalogue.find('nid-de-poule')?.question('description')?.label.fr;

it('a published file that was edited is refused with its line and the way out, and the published text stays on offer', () => {
  const published = publish();
  write('pothole.v1.yaml', edited);
  const catalogue = withPublished(loadCatalogue(dir), published, today);
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
  const [problem] = withPublished(loadCatalogue(dir), published, today).problems;
  expect(problem?.suggestion?.fr).toContain('`pothole.v5.yaml`');
});

it('a published file that says the same is served, whatever its layout', () => {
  const published = publish();
  write('pothole.v1.yaml', `# a remark\n${texts['pothole.v1.yaml']}`);
  const catalogue = withPublished(loadCatalogue(dir), published, today);
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
  const catalogue = withPublished(loaded, published, today);
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
  const catalogue = withPublished(loadCatalogue(dir), published, today);
  expect(offer(catalogue)).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(catalogue.standIns).toEqual([]);
});

it('a published version whose file is gone stays on offer: only retiring it takes it off', () => {
  const published = publish();
  rmSync(join(dir, 'pothole.v1.yaml'));
  const catalogue = withPublished(loadCatalogue(dir), published, today);
  expect(offer(catalogue)).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(catalogue.problems).toEqual([]);
});

it('a version is on offer from its day until the day it is retired, and found by its cases all along', () => {
  const published = publish().map((row) => ({ ...row, effectiveOn: '2026-12-01', retiredOn: '2027-01-01' }));
  const loaded = loadCatalogue(dir);
  const on = (day: string) => withPublished(loaded, published, day);
  expect(offer(on('2026-11-30'))).toEqual([]);
  expect(offer(on('2026-12-01'))).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(offer(on('2026-12-31'))).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(offer(on('2027-01-01'))).toEqual([]);
  expect(on('2027-01-01').find('nid-de-poule', 1)?.definition.name.fr).toBeTruthy();
});

it('a later version takes over on its day, and the one before serves until then and after it is retired', () => {
  write('pothole.v2.yaml', texts['pothole.v1.yaml'].replace('version: 1', 'version: 2'));
  const published = publish().map((row) =>
    row.version === 2 ? { ...row, effectiveOn: '2026-12-01', retiredOn: '2027-01-01' } : row,
  );
  const loaded = loadCatalogue(dir);
  const version = (day: string) =>
    withPublished(loaded, published, day).find('nid-de-poule')?.definition.version;
  expect(['2026-11-30', '2026-12-01', '2027-01-01'].map(version)).toEqual([1, 2, 1]);
});

it('a file never published is a draft, on offer to nobody', () => {
  const published = publish().filter(({ code }) => code === 'permis-chien');
  const catalogue = withPublished(loadCatalogue(dir), published, today);
  expect(offer(catalogue)).toEqual(['permis-chien@1']);
  expect(catalogue.find('nid-de-poule', 1)).toBeUndefined();
  expect(catalogue.drafts.map(({ definition }) => definition.code)).toEqual(['nid-de-poule']);
});

it('a hash of an older language is no edit when the words are the same', () => {
  const published = publish().map((row) => ({ ...row, hash: `older-${row.hash}` }));
  const catalogue = withPublished(loadCatalogue(dir), published, today);
  expect(catalogue.problems).toEqual([]);
  expect(catalogue.find('nid-de-poule')?.hash).toMatch(/^older-/);
});

it('a stored text that the language has left behind is skipped, and stops nothing', () => {
  const published = [
    ...publish(),
    {
      code: 'gone',
      version: 1,
      hash: 'x',
      definition: { code: 'gone' },
      effectiveOn: '2026-01-01',
      retiredOn: null,
    },
  ];
  const catalogue = withPublished(loadCatalogue(dir), published, today);
  expect(offer(catalogue)).toEqual(['nid-de-poule@1', 'permis-chien@1']);
  expect(catalogue.find('gone', 1)).toBeUndefined();
});
