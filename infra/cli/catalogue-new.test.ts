import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languages } from '@guichet/kernel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogueCheck } from './catalogue-check.ts';
import { catalogueNew } from './catalogue-new.ts';

let dir = '';
let printed: string[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'catalogue-'));
  printed = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dir, { recursive: true, force: true });
});

const applicant = readFileSync('shared/catalogue/packs/quebec/blocks/applicant.block.yaml', 'utf8');

describe('guichet catalogue new', () => {
  it.each(languages)(
    'writes a service that is in order at once, and told to be completed (%s)',
    (language) => {
      expect(catalogueNew('true', { dir, catalogueDir: 'shared/catalogue/packs' }, language)).toBe(0);
      expect(readFileSync(join(dir, 'true.v1.yaml'), 'utf8')).toMatch(
        language === 'fr' ? /# Nos promesses/ : /# Our promises/,
      );
      printed = [];
      expect(catalogueCheck(dir, dir, language)).toBe(0);
      expect(printed[0]).toMatch(
        language === 'fr' ? /^true : à compléter \(.*, outcomes\)$/ : /^true: to complete \(.*, outcomes\)$/,
      );
    },
  );

  it('uses the blocks of its catalogue, and writes the questions out where there are none', () => {
    mkdirSync(join(dir, 'blocks'));
    writeFileSync(join(dir, 'blocks', 'applicant.block.yaml'), applicant);
    expect(catalogueNew('permis-feu', { dir: join(dir, 'ville'), catalogueDir: dir }, 'fr')).toBe(0);
    const text = readFileSync(join(dir, 'ville', 'permis-feu.v1.yaml'), 'utf8');
    expect(text).toContain('- use: applicant\n');
    expect(text).toContain('- key: phone\n');
    expect(catalogueCheck(dir, dir, 'fr')).toBe(0);
  });

  it('never writes over a file, even one that is no definition', () => {
    writeFileSync(join(dir, 'permis-feu.v1.yaml'), 'mine');
    expect(catalogueNew('permis-feu', { dir, catalogueDir: dir }, 'fr')).toBe(1);
    expect(printed.at(-1)).toContain('existe déjà; rien n’a été écrit');
    expect(readFileSync(join(dir, 'permis-feu.v1.yaml'), 'utf8')).toBe('mine');
  });

  it('refuses a service that has a version under another name, and tells the way out', () => {
    catalogueNew('permis-feu', { dir, catalogueDir: dir }, 'en');
    expect(catalogueNew('permis-feu', { dir: join(dir, 'b'), catalogueDir: dir }, 'en')).toBe(1);
    expect(printed.at(-1)).toContain('a copy of its file, v2, with `version: 2`');
  });

  it.each(['Permis Feu', '', '../dehors', undefined])('refuses %j as a code', (code) => {
    expect(catalogueNew(code, { dir, catalogueDir: dir }, 'fr')).toBe(2);
    expect(printed.at(-1)).toContain('n’est pas un code');
  });
});
