import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bilingual } from '@guichet/kernel';
import { useDatabase } from '@guichet/tests/support';
import { afterAll, expect, test } from 'vitest';
import { projectFolder } from '../config.ts';
import { openCatalogue } from './open-catalogue.ts';

const database = await useDatabase();
const dataFolder = mkdtempSync(join(tmpdir(), 'guichet-catalogue-'));
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));
const [keyFile, catalogueFolder] = [join(dataFolder, 'key'), join(dataFolder, 'catalogue')];
writeFileSync(keyFile, randomBytes(32).toString('base64'));
cpSync(join(projectFolder, 'shared/catalogue/packs/quebec'), catalogueFolder, { recursive: true });
const pothole = join(catalogueFolder, 'pothole.v1.yaml');
const good = readFileSync(pothole, 'utf8');

/** Opens the catalogue as a start does, loads the demo and closes. */
async function open(folder = catalogueFolder) {
  const warnings: Bilingual[] = [];
  const catalogue = await openCatalogue({
    databaseUrl: database.url,
    keyFile,
    dataFolder,
    catalogueFolder: folder,
    warn: (words) => warnings.push(words),
  });
  try {
    await catalogue.loadDemo();
  } finally {
    await catalogue.close();
  }
  return { warnings: warnings.map(({ en }) => en), codes: catalogue.codes };
}

const published = async (): Promise<string[]> =>
  (await database.adminSql<{ code: string }[]>`select code from service_version`).map(({ code }) => code);

test('a first start with a faulty file warns on one line, publishes the others and loads the demo without it', async () => {
  writeFileSync(pothole, good.replace('theme: municipal', 'theme: municipale'));
  const { warnings, codes } = await open();
  expect(warnings).toEqual([expect.stringMatching(/^Catalogue: 1 faulty file set aside, the others serve/)]);
  expect(codes).not.toContain('nid-de-poule');
  expect(await published()).toEqual(expect.arrayContaining(['changement-adresse', 'permis-chien']));
  expect(await published()).not.toContain('nid-de-poule');
});

test('once mended it is a draft that waits for a supervisor', async () => {
  writeFileSync(pothole, good);
  expect((await open()).warnings).toEqual([
    expect.stringMatching(/^Catalogue: 1 version waits to be published/),
  ]);
  expect(await published()).not.toContain('nid-de-poule');
});

test('an edit of what was published leaves the published version on offer', async () => {
  const dog = join(catalogueFolder, 'dog-licence.v1.yaml');
  writeFileSync(dog, readFileSync(dog, 'utf8').replace('theme: municipal', 'theme: health'));
  const { warnings, codes } = await open();
  expect(warnings).toEqual(expect.arrayContaining([expect.stringMatching(/faulty file/)]));
  expect(codes).toContain('permis-chien');
});

test('a folder without any definition is a wrong setting', async () => {
  await expect(open(join(dataFolder, 'nowhere'))).rejects.toThrow(/CATALOGUE_DIR.*\n.*CATALOGUE_DIR/);
});
