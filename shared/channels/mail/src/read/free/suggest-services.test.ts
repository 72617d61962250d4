import { loadCatalogue } from '@guichet/catalogue/load';
import { describe, expect, it } from 'vitest';
import { typedLetters } from '../../../../../../tests/support/paper/free-letters.ts';
import { packsDir } from '../../../../../../tests/support/test-desk.ts';
import { suggestServices } from './suggest-services.ts';

const definitions = loadCatalogue(packsDir).services.map(({ definition }) => definition);

describe('services that a letter may ask for', () => {
  it.each([
    [0, 'nid-de-poule'],
    [1, 'acces-dossier'],
    [2, 'eclairage-rue'],
    [3, 'permis-chien'],
    [4, 'transport-adapte'],
    [5, 'plainte-bruit'],
  ])('letter %i: %s is among the first three, with the words that say so', (at, code) => {
    const letter = typedLetters[at];
    const found = suggestServices(definitions, letter?.paragraphs.join('\n') ?? '', letter?.language);
    expect(found.slice(0, 3).map((service) => service.code)).toContain(code);
    const words = found.find((service) => service.code === code)?.words ?? [];
    for (const word of words) expect(letter?.paragraphs.join(' ').toLowerCase()).toContain(word);
  });

  it('accents and plurals do not matter; what says nothing suggests nothing', () => {
    const [first] = suggestServices(definitions, 'Il y a des NIDS-DE-POULE dans la chaussee', 'fr');
    expect(first?.code).toBe('nid-de-poule');
    expect(suggestServices(definitions, 'Bonjour, merci et bonne journée.', 'fr')).toEqual([]);
  });
});
