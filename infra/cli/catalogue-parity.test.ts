import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogueParity } from './catalogue-parity.ts';

const dog = readFileSync('shared/catalogue/packs/quebec/dog-licence.v1.yaml', 'utf8');
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

describe('guichet catalogue parity', () => {
  it('prints a line a service, and each exception with its reason', () => {
    const closed =
      'channels: { mail: { except: { fr: Médaille remise en main, en: Tag handed over } } }\nclocks:';
    writeFileSync(join(dir, 'a.v1.yaml'), dog.replace('clocks:', closed));
    expect(catalogueParity(dir, 'fr')).toBe(0);
    expect(printed[0]).toMatch(/^service +Internet +téléphone +poste +comptoir +questions/);
    expect(printed[1]).toMatch(/^permis-chien +oui +oui +NON +oui +\d+ +\d+ +0 +\d+–\d+$/);
    expect(printed[2]).toBe('\n3 portes ouvertes sur 4; exceptions : 1.');
    expect(printed[3]).toBe('  • permis-chien, poste – Médaille remise en main');
  });

  it('draws no table of nothing', () => {
    expect(catalogueParity(join(dir, 'none'), 'en')).toBe(1);
    expect(printed).toEqual([expect.stringContaining('no service definition')]);
  });

  it('goes on without a broken file, names it, and ends with exit code 1', () => {
    writeFileSync(join(dir, 'a.v1.yaml'), dog);
    writeFileSync(join(dir, 'b.v1.yaml'), 'code: [');
    expect(catalogueParity(dir, 'en')).toBe(1);
    expect(printed.some((line) => line.startsWith(`${dir}/b.v1.yaml:1`))).toBe(true);
    expect(printed.some((line) => line.startsWith('permis-chien'))).toBe(true);
  });
});
