import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { useCommandLine } from '../../tests/support/command-line.ts';
import { describe, expect, it } from 'vitest';
import { catalogueDiff } from './catalogue-diff.ts';

const packs = 'shared/catalogue/packs';
const dog = readFileSync(join(packs, 'quebec', 'dog-licence.v1.yaml'), 'utf8');
const cli = useCommandLine();

describe('guichet catalogue diff', () => {
  it('holds a file against the version in force, and says what changes and what drafts would lose', () => {
    const file = join(cli.dir, 'dog-licence.v2.yaml');
    writeFileSync(
      file,
      dog
        .replace('version: 1', 'version: 2')
        .replace('cents: 5000', 'cents: 6000')
        .replace('key: breed', 'key: race'),
    );
    expect(catalogueDiff('permis-chien', file, packs, 'fr')).toBe(0);
    expect(cli.printed.join('\n').replaceAll('\u00a0', ' ')).toBe(`permis-chien : version 1 → version 2

Ce qui est demandé
  • Nouvelle question : « Race ou type du chien » (obligatoire)
  • N’est plus demandé : « Race ou type du chien »

Ce que ça coûte
  • « Enregistrement d’un chien » : de 50,00 $ à 60,00 $

Réponses de brouillons qui seraient perdues
  • « Race ou type du chien », toujours – on ne le demande plus`);
  });

  it('finds the blocks of the catalogue for a file that stands elsewhere', () => {
    const file = join(cli.dir, 'old.v1.yaml');
    writeFileSync(file, readFileSync(join(packs, 'quebec', 'library-card.v1.yaml')));
    const code = /^code: (\S+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    expect(readFileSync(file, 'utf8')).toContain('- use: ');
    expect(catalogueDiff(file, code, packs, 'en')).toBe(0);
    expect(cli.printed).toContain('Nothing changes for people.');
    expect(cli.printed).toContain('All answers of drafts go on.');
  });

  it('tells where a version can’t be read, and what to do about names', () => {
    const file = join(cli.dir, 'broken.yaml');
    writeFileSync(file, dog.replace('type: yes-no', 'type: yes-noo'));
    expect(catalogueDiff('permis-chien@1', file, packs, 'en')).toBe(1);
    expect(cli.printed[0]).toMatch(/broken\.yaml:\d+:\d+ {2}questions\.8\.type {2}/);
    expect(catalogueDiff('permis-chien@7', 'permis-chien', packs, 'fr')).toBe(1);
    expect(cli.printed.at(-1)).toBe(`« permis-chien@7 » n’est pas dans ${packs}; il y a permis-chien@1`);
    expect(catalogueDiff('permis-chat', 'permis-chien', packs, 'en')).toBe(1);
    expect(cli.printed.at(-1)).toBe(`service “permis-chat” is not in ${packs}; for a file, write its path`);
    expect(catalogueDiff('permis-chien', 'nid-de-poule', packs, 'fr')).toBe(1);
    expect(cli.printed.at(-1)).toContain('deux services');
    expect(catalogueDiff('permis-chien', undefined, packs, 'fr')).toBe(2);
    expect(cli.printed.at(-1)).toContain('code@version');
  });
});
