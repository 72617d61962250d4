import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCommandLine } from '../../tests/support/command-line.ts';
import { describe, expect, it } from 'vitest';
import { catalogueParity } from './catalogue-parity.ts';

const dog = readFileSync('shared/catalogue/packs/quebec/dog-licence.v1.yaml', 'utf8');
const cli = useCommandLine();

describe('guichet catalogue parity', () => {
  it('prints a line a service, and each exception with its reason', () => {
    const closed =
      'channels: { mail: { except: { fr: Médaille remise en main, en: Tag handed over } } }\nclocks:';
    writeFileSync(join(cli.dir, 'a.v1.yaml'), dog.replace('clocks:', closed));
    expect(catalogueParity(cli.dir, 'fr')).toBe(0);
    expect(cli.printed[0]).toMatch(/^service +Internet +téléphone +poste +comptoir +questions/);
    expect(cli.printed[1]).toMatch(/^permis-chien +oui +oui +NON +oui +\d+ +\d+ +0 +\d+–\d+$/);
    expect(cli.printed[2]).toBe('\n3 portes ouvertes sur 4; exceptions : 1.');
    expect(cli.printed[3]).toBe('  • permis-chien, poste – Médaille remise en main');
  });

  it('draws no table of nothing', () => {
    expect(catalogueParity(join(cli.dir, 'none'), 'en')).toBe(1);
    expect(cli.printed).toEqual([expect.stringContaining('no service definition')]);
  });

  it('goes on without a broken file, names it, and ends with exit code 1', () => {
    writeFileSync(join(cli.dir, 'a.v1.yaml'), dog);
    writeFileSync(join(cli.dir, 'b.v1.yaml'), 'code: [');
    expect(catalogueParity(cli.dir, 'en')).toBe(1);
    expect(cli.printed.some((line) => line.startsWith(`${cli.dir}/b.v1.yaml:1`))).toBe(true);
    expect(cli.printed.some((line) => line.startsWith('permis-chien'))).toBe(true);
  });
});
