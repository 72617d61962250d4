import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCommandLine } from '../../tests/support/command-line.ts';
import { describe, expect, it } from 'vitest';
import { catalogueCheck } from './catalogue-check.ts';
import { catalogueImport } from './catalogue-import.ts';

const sample = 'shared/catalogue/src/import-frw/sample.form.yml';
const cli = useCommandLine();

describe('guichet catalogue import', () => {
  it('writes a definition in order, and a report with the line, the component and why', () => {
    const out = join(cli.dir, 'jardinet.v1.yaml');
    expect(catalogueImport(sample, { out }, 'fr')).toBe(0);
    expect(cli.output).toContainEqual(
      expect.stringMatching(
        /sample\.form\.yml:\d+ {2}couleur {2}non repris : le type `color` n’a pas d’équivalent$/,
      ),
    );
    expect(cli.output.at(-1)).toMatch(/^Composants repris : 35 sur 38, en 34 questions; /);
    expect(readFileSync(out, 'utf8')).toMatch(/^# yaml-language-server: \$schema=\S+\n# Repris/);
    cli.clear();
    expect(catalogueCheck(cli.dir, cli.dir, 'fr')).toBe(0);
    expect(cli.output[0]).toBe('jardinet : à compléter (summary, legalBasis, outcomes, next, questions)');
  });

  it('says what is to mend in a form whose definition would be refused', () => {
    const file = join(cli.dir, 'a.yml');
    const options = '{ A: { fr: Oui, en: Yes }, B: { fr: OUI, en: No }, C: { fr: Non, en: Maybe } }';
    const asked = `{ name: a, type: radio, label: { fr: A, en: A }, options: ${options} }`;
    writeFileSync(file, `form: { sectionsGroup: [{ sections: [{ components: [${asked}] }] }] }`);
    const out = join(cli.dir, 'a.v1.yaml');
    expect(catalogueImport(file, { out }, 'fr')).toBe(1);
    expect(cli.output.at(-2)).toContain('questions.0.options.1.label.fr  à corriger : ');
    expect(readFileSync(out, 'utf8')).toContain('code: a\n');
  });

  it('refuses letters that it would have to guess', () => {
    const file = join(cli.dir, 'latin.yml');
    writeFileSync(file, Buffer.from('form: { title: { fr: "\xe9t\xe9" } }', 'latin1'));
    expect(catalogueImport(file, {}, 'fr')).toBe(1);
    expect(cli.refused).toEqual([
      `${file}  le fichier n’est pas en UTF-8; enregistrez-le en UTF-8 dans votre éditeur`,
    ]);
  });

  it('never writes over a file', () => {
    const out = join(cli.dir, 'mine.v1.yaml');
    writeFileSync(out, 'mine');
    expect(catalogueImport(sample, { out }, 'fr')).toBe(1);
    expect(cli.refused.at(-1)).toContain('existe déjà; rien n’a été écrit');
    expect(readFileSync(out, 'utf8')).toBe('mine');
  });

  it('without a file to write, gives the definition alone on the output', () => {
    expect(catalogueImport(sample, {}, 'en')).toBe(0);
    expect(cli.output).toEqual([expect.stringContaining('code: sample\n')]);
    expect(cli.refused.at(-1)).toMatch(/^Components carried over: 35 of 38, /);
  });

  it('says what is wrong with a file that is no form, and where', () => {
    const file = join(cli.dir, 'a.yml');
    writeFileSync(file, 'code: x\n');
    expect(catalogueImport(file, {}, 'en')).toBe(1);
    expect(cli.refused.at(-1)).toBe(`${file}:1  this is no FRW form: key \`form\` is missing`);
    expect(catalogueImport(join(cli.dir, 'none.yml'), {}, 'fr')).toBe(1);
    expect(cli.refused.at(-1)).toContain('ne peut pas être lu; voyez s’il existe');
    expect(catalogueImport(undefined, {}, 'fr')).toBe(2);
  });
});
