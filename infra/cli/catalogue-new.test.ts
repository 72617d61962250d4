import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@guichet/kernel';
import { useCommandLine } from '../../tests/support/command-line.ts';
import { describe, expect, it } from 'vitest';
import { catalogueCheck } from './catalogue-check.ts';
import { catalogueNew } from './catalogue-new.ts';

const cli = useCommandLine();

const applicant = readFileSync('shared/catalogue/packs/quebec/blocks/applicant.block.yaml', 'utf8');

describe('guichet catalogue new', () => {
  it.each(languages)(
    'writes a service that is in order at once, and told to be completed (%s)',
    (language) => {
      expect(catalogueNew('true', { dir: cli.dir, catalogueDir: 'shared/catalogue/packs' }, language)).toBe(
        0,
      );
      expect(readFileSync(join(cli.dir, 'true.v1.yaml'), 'utf8')).toMatch(
        language === 'fr' ? /# Nos promesses/ : /# Our promises/,
      );
      cli.clear();
      expect(catalogueCheck(cli.dir, cli.dir, language)).toBe(0);
      expect(cli.printed[0]).toMatch(
        language === 'fr' ? /^true : à compléter \(.*, outcomes\)$/ : /^true: to complete \(.*, outcomes\)$/,
      );
    },
  );

  it('uses the blocks of its catalogue, and writes the questions out where there are none', () => {
    mkdirSync(join(cli.dir, 'blocks'));
    writeFileSync(join(cli.dir, 'blocks', 'applicant.block.yaml'), applicant);
    expect(catalogueNew('permis-feu', { dir: join(cli.dir, 'ville'), catalogueDir: cli.dir }, 'fr')).toBe(0);
    const text = readFileSync(join(cli.dir, 'ville', 'permis-feu.v1.yaml'), 'utf8');
    expect(text).toContain('- use: applicant\n');
    expect(text).toContain('- key: phone\n');
    expect(catalogueCheck(cli.dir, cli.dir, 'fr')).toBe(0);
  });

  it('never writes over a file, even one that is no definition', () => {
    writeFileSync(join(cli.dir, 'permis-feu.v1.yaml'), 'mine');
    expect(catalogueNew('permis-feu', { dir: cli.dir, catalogueDir: cli.dir }, 'fr')).toBe(1);
    expect(cli.printed.at(-1)).toContain('existe déjà; rien n’a été écrit');
    expect(readFileSync(join(cli.dir, 'permis-feu.v1.yaml'), 'utf8')).toBe('mine');
  });

  it('refuses a service that has a version under another name, and tells the way out', () => {
    catalogueNew('permis-feu', { dir: cli.dir, catalogueDir: cli.dir }, 'en');
    expect(catalogueNew('permis-feu', { dir: join(cli.dir, 'b'), catalogueDir: cli.dir }, 'en')).toBe(1);
    expect(cli.printed.at(-1)).toContain('a copy of its file, v2, with `version: 2`');
  });

  it.each(['Permis Feu', '', '../dehors', undefined])('refuses %j as a code', (code) => {
    expect(catalogueNew(code, { dir: cli.dir, catalogueDir: cli.dir }, 'fr')).toBe(2);
    expect(cli.printed.at(-1)).toContain('n’est pas un code');
  });
});
