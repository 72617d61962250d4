import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCommandLine } from '../../tests/support/command-line.ts';
import { expect, it } from 'vitest';
import { catalogueCheck } from './catalogue-check.ts';

const cli = useCommandLine();

const address = readFileSync('shared/catalogue/packs/quebec/change-of-address.v1.yaml', 'utf8');

it('a catalogue in order is summed up in one line with exit code 0', () => {
  expect(catalogueCheck('shared/catalogue/packs', 'shared/catalogue/packs', 'en')).toBe(0);
  expect(cli.printed).toEqual([
    expect.stringMatching(/^Catalogue in order: \d+ definitions, \d+ questions\.$/),
  ]);
});

it('a problem is printed with its file, line, column and key, what is wrong and what to do, with exit code 1', () => {
  const text = address.replace(/(- key: proof[\s\S]*?) {4}ask:[\s\S]*?( {4}filesMax)/, '$1$2');
  writeFileSync(join(cli.dir, 'a.v1.yaml'), text);
  const line = text.slice(0, text.indexOf('- key: proof')).split('\n').length + 1;
  expect(catalogueCheck(cli.dir, cli.dir, 'en')).toBe(1);
  expect(cli.printed).toEqual([
    `${cli.dir}/a.v1.yaml:${line}:5  questions.8.type  question \`proof\`: type \`file\` can’t be asked by phone; say why under \`channels.phone.except\` or give \`ask.phone\``,
  ]);
  cli.clear();
  expect(catalogueCheck(cli.dir, cli.dir, 'fr')).toBe(1);
  expect(cli.printed[0]).toContain(
    'le type `file` ne peut pas être demandé par téléphone; dites pourquoi sous `channels.phone.except` ou donnez `ask.phone`',
  );
});

it('one file is checked by itself, with the blocks of the catalogue', () => {
  const packs = 'shared/catalogue/packs';
  expect(catalogueCheck(`${packs}/quebec/library-card.v1.yaml`, packs, 'en')).toBe(0);
  expect(cli.printed).toEqual([expect.stringMatching(/^Catalogue in order: 1 definition, \d+ questions\.$/)]);
});

it('what people may confuse is told as a warning, with its place, and refuses nothing', () => {
  const label = '    label: { fr: Où?, en: Where? }';
  const asked = ['where', 'place'].map((key) => `  - key: ${key}\n    type: text\n${label}\n`);
  const text = address.replace(/^questions:\n/m, `questions:\n${asked.join('')}`);
  writeFileSync(join(cli.dir, 'a.v1.yaml'), text);
  expect(catalogueCheck(cli.dir, cli.dir, 'fr')).toBe(0);
  const line = text.slice(0, text.lastIndexOf(label)).split('\n').length;
  expect(cli.printed[0]).toBe(
    `${cli.dir}/a.v1.yaml:${line}:14  questions.1.label.fr  attention\u00a0: les questions \`where\` et \`place\` se lisent de la même façon (« Où? »); dites ce qui les distingue`,
  );
  expect(cli.printed.at(-1)).toMatch(
    /^Catalogue en règle : 1 définition, \d+ questions, 2 avertissements\.$/,
  );
});

it('a paper form that could not be read back is told with what runs into what, and exit code 1', () => {
  const long = 'Déclarer un changement d’adresse aux services de la municipalité '.repeat(5).trim();
  const text = address.replace(
    /^name:[\s\S]*?(?=^\w)/m,
    `name: { fr: ${long}, en: Declare a change of address }\n`,
  );
  writeFileSync(join(cli.dir, 'a.v1.yaml'), text);
  expect(catalogueCheck(cli.dir, cli.dir, 'fr')).toBe(1);
  expect(cli.printed[0]).toMatch(
    /^changement-adresse v1 form\.pdf \(fr, letter, normal\) {2}.*page 1: the text "Déclarer un changement d’adresse .*" runs into /,
  );
  expect(cli.printed.some((line) => line.includes('(en, '))).toBe(false);
});
