import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load.ts';
import { problemLine } from './problem-line.ts';
import { schemaInStep } from './schema-in-step.ts';

const packs = fileURLToPath(new URL('../packs', import.meta.url));
const pothole = readFileSync(join(packs, 'quebec/pothole.v1.yaml'), 'utf8');

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, text: string): void => {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), text);
};
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

/** `file:line:column key`, which an editor or a person goes to. */
const places = (): string[] =>
  loadCatalogue(dir).problems.map(({ file, line, column, key }) => `${file}:${line}:${column} ${key}`);
const words = (): string[] => loadCatalogue(dir).problems.map(({ message }) => message.en);

describe('a problem of a file', () => {
  it('names the line and column of the key at fault', () => {
    const text = pothole
      .replace('theme: municipal', 'theme: municipale')
      .replace(
        'question: danger, value: true } }\n  - key: danger-kinds',
        'question: dangre, value: true } }\n  - key: danger-kinds',
      );
    write('a.v1.yaml', text);
    expect(places()).toEqual([`a.v1.yaml:${lineOf(text, 'theme: municipale')}:1 theme`]);

    const later = text.replace('theme: municipale', 'theme: municipal');
    write('a.v1.yaml', later);
    const line = later.split('\n')[lineOf(later, 'dangre') - 1] ?? '';
    expect(places()).toEqual([
      `a.v1.yaml:${lineOf(later, 'dangre')}:${line.indexOf('question: dangre') + 1} questions.3.when.is.question`,
    ]);
  });

  it('that leaves a key out points at what should hold it', () => {
    const text = pothole.replace(/ {4}help:\n {6}fr: Donnez l’adresse.*\n/, '    help:\n');
    write('a.yaml', text);
    expect(places()).toEqual([`a.yaml:${lineOf(text, '    help:\n')}:5 questions.0.help.fr`]);
  });

  it('never stops the other files', () => {
    write('bad.yaml', 'code: [');
    write('deep/good.v1.yaml', pothole);
    const catalogue = loadCatalogue(dir);
    expect(catalogue.services.map((service) => service.definition.code)).toEqual(['nid-de-poule']);
    expect(catalogue.problems.every((problem) => problem.file === 'bad.yaml')).toBe(true);
    expect(catalogue.problems.length).toBeGreaterThan(0);
  });

  it.each<[string, string, RegExp]>([
    ['the same key twice', pothole.replace('version: 1', 'version: 1\nversion: 2'), /there already/],
    ['a tab', pothole.replace('  fr: Signaler', '\tfr: Signaler'), /tabs/],
    ['an alias', `x: &a [1]\ny: *a\n${pothole}`, /alias `\*a` is not allowed/],
    ['a bomb of aliases', `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n`, /alias/],
    ['a tag', pothole.replace('version: 1', 'version: !!binary "AAAA"'), /tag `.*binary` is not allowed/],
    ['a tag on a block', pothole.replace('\nname:', '\nname: !!set'), /tag `.*set` is not allowed/],
    ['two documents', `${pothole}\n---\na: 1\n`, /one document a file/],
    ['a pit of brackets', '['.repeat(20_000), /nested too deeply|can’t be read/],
    ['too much text', `# ${'x'.repeat(300_000)}`, /256 kB/],
    ['nothing', '', /is missing|must be/],
    ['a list', '- a\n', /must be a block of keys/],
    [
      'another version than its name',
      pothole.replace('version: 1', 'version: 3'),
      /says v1, but `version` says 3/,
    ],
  ])('is told for %s', (_, text, expected) => {
    write('a.v1.yaml', text);
    const told = words();
    expect(told.length).toBeGreaterThan(0);
    expect(told.join('\n')).toMatch(expected);
    expect(loadCatalogue(dir).services).toEqual([]);
  });

  it('is told for a version that two files claim', () => {
    write('a.yaml', pothole);
    write('b.yaml', pothole);
    expect(places()).toEqual(['b.yaml:1:1 ']);
    expect(loadCatalogue(dir).services).toHaveLength(1);
  });

  it('is told for a folder that is empty or missing', () => {
    expect(words()).toEqual(['no service definition (*.yaml) in this folder']);
    expect(loadCatalogue(join(dir, 'none')).problems).toHaveLength(1);
  });
});

describe('what a person may confuse', () => {
  const warnings = (): string[] => loadCatalogue(dir).warnings.map((one) => problemLine(one, ['en']));
  /** Another service, of whose name one language is given. */
  const second = (name: string, theme = 'municipal'): string =>
    pothole
      .replace('code: nid-de-poule', 'code: trou')
      .replace('  fr: Signaler un nid-de-poule', `  fr: ${name}`)
      .replace('en: Report a pothole', 'en: Report a hole')
      .replace('theme: municipal', `theme: ${theme}`);

  it('two names of one theme are told at the later service, and both are served', () => {
    write('a.v1.yaml', pothole);
    write('b.v1.yaml', second('signaler un NID-DE-POULÉ'));
    expect(warnings()).toEqual([
      'b.v1.yaml:5:3  name.fr  service `nid-de-poule`, of the same theme, has a name that reads alike (“signaler un NID-DE-POULÉ”); say what tells them apart',
    ]);
    expect(loadCatalogue(dir).services).toHaveLength(2);
    write('b.v1.yaml', second('Signaler un nid-de-poule', 'leisure'));
    expect(warnings()).toEqual([]);
  });

  it('two versions of one service may have one name', () => {
    write('a.v1.yaml', pothole);
    write('a.v2.yaml', pothole.replace('version: 1', 'version: 2'));
    expect(warnings()).toEqual([]);
  });

  it('a question in a list may read as one outside it, and two in one list are told', () => {
    const named = (key: string): string => `{ key: ${key}, type: text, label: { fr: Nom, en: ${key} } }`;
    const list = (members: string): string =>
      `questions:\n  - ${named('name')}\n  - { key: list, type: group, label: { fr: L, en: L }, entry: { fr: l, en: l }, questions: [${members}] }\n`;
    write('a.v1.yaml', pothole.replace('questions:\n', list(named('member'))));
    expect(warnings()).toEqual([]);
    write('a.v1.yaml', pothole.replace('questions:\n', list(`${named('member')}, ${named('other')}`)));
    expect(warnings()).toEqual([
      expect.stringMatching(
        /^a\.v1\.yaml:\d+:\d+ {2}questions\.1\.questions\.1\.label\.fr {2}questions `member` and `other` read alike/,
      ),
    ]);
  });
});

describe('a catalogue', () => {
  it('offers the highest version and still finds the others', () => {
    write('a.v1.yaml', pothole);
    write('a.v10.yaml', pothole.replace('version: 1', 'version: 10'));
    write('a.v2.yaml', pothole.replace('version: 1', 'version: 2'));
    const catalogue = loadCatalogue(dir);
    expect(catalogue.problems).toEqual([]);
    expect(catalogue.services.map((service) => service.definition.version)).toEqual([10]);
    expect(catalogue.find('nid-de-poule')?.definition.version).toBe(10);
    expect(catalogue.find('nid-de-poule', 2)?.definition.version).toBe(2);
    expect(catalogue.find('nid-de-poule', 3)).toBeUndefined();
    expect(catalogue.find('toString')).toBeUndefined();
  });

  it('takes a word such as no, yes or 2026-03-01 as text', () => {
    write(
      'a.v1.yaml',
      pothole.replace('fr: Autres précisions', 'fr: no').replace('en: Other details', 'en: 2026-03-01'),
    );
    expect(loadCatalogue(dir).find('nid-de-poule')?.question('description')?.label).toEqual({
      fr: 'no',
      en: '2026-03-01',
    });
  });
});

const shipped = loadCatalogue(packs);

const askedWith = (bodies: string[]): string[] | undefined =>
  shipped
    .find('changement-adresse')
    ?.visible({ ...(bodies.length > 0 && { bodies }) })
    .map(({ key }) => key);

describe('the shipped pack', () => {
  it('has no problem', () => {
    expect(shipped.problems).toEqual([]);
    expect(shipped.warnings).toEqual([]);
    expect(shipped.services.map(({ definition }) => definition.code)).toEqual(
      expect.arrayContaining(['changement-adresse', 'nid-de-poule', 'permis-chien']),
    );
  });

  it.each(['quebec/pothole.v1.yaml', 'quebec/change-of-address.v1.yaml', 'quebec/dog-licence.v1.yaml'])(
    '%s is wired to its schema for editors',
    (file) => {
      expect(readFileSync(join(packs, file), 'utf8').split('\n')[0]).toBe(
        '# yaml-language-server: $schema=../../service-definition.schema.json',
      );
    },
  );

  it('sets the fee of a dog by its condition', () => {
    const dog = shipped.find('permis-chien');
    expect(dog?.fee({ assistance: false, sterilised: true })?.cents).toBe(3000);
    expect(dog?.fee({ assistance: false, sterilised: false })?.cents).toBe(5000);
    expect(dog?.fee({ assistance: true, sterilised: false })?.cents).toBe(0);
  });

  it('writes a year of birth as a year', () => {
    const dog = shipped.find('permis-chien');
    const question = dog?.question('birth-year');
    expect(dog && question && dog.parseAnswer(question, '2021', { today: '2026-03-01' })).toEqual({
      ok: true,
      value: 2021,
    });
  });

  it('asks no consent to share an address with nobody', () => {
    expect(askedWith([])).not.toContain('sharing');
    expect(askedWith(['library'])).toContain('sharing');
  });

  it('is described by a published schema that is in step', () => {
    expect(schemaInStep()).toBe(true);
  });
});
