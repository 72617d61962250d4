import type { AddressValue } from '@guichet/catalogue';
import { describe, expect, it } from 'vitest';
import { addressBlock, blockLinesMax, lineCharactersMax } from './address-lines.ts';

const québec: AddressValue = {
  street: '12, rue des Érables',
  municipality: 'Québec',
  province: 'QC',
  postalCode: 'G1R 4S9',
};
const lines = (address: Partial<AddressValue>, language: 'fr' | 'en' = 'fr') => [
  ...addressBlock('Jeanne Tremblay', { ...québec, ...address }, language).lines,
];

describe('addressBlock', () => {
  it.each<[string, Partial<AddressValue>, string[]]>([
    ['a house', {}, ['12 RUE DES ÉRABLES', 'QUÉBEC QC  G1R 4S9']],
    ['a unit goes before the civic number', { unit: '4' }, ['4-12 RUE DES ÉRABLES', 'QUÉBEC QC  G1R 4S9']],
    [
      'so does one that says what it is',
      { unit: 'app. 4B' },
      ['4B-12 RUE DES ÉRABLES', 'QUÉBEC QC  G1R 4S9'],
    ],
    [
      'one in words stands above the street',
      { unit: 'Bureau 200, tour Est' },
      ['BUREAU 200 TOUR EST', '12 RUE DES ÉRABLES', 'QUÉBEC QC  G1R 4S9'],
    ],
    [
      'a civic number that has a unit already takes no second one before it',
      { street: '12-345, rue Saint-Jean', unit: '3' },
      ['APP 3', '12-345 RUE SAINT-JEAN', 'QUÉBEC QC  G1R 4S9'],
    ],
    ['half a number', { street: '12 1/2, rue X' }, ['12 1/2 RUE X', 'QUÉBEC QC  G1R 4S9']],
    [
      'a postal box',
      { street: 'C.P. 4001, succ. Terminus' },
      ['CP 4001 SUCC TERMINUS', 'QUÉBEC QC  G1R 4S9'],
    ],
    [
      'a point that belongs to a town stays',
      { street: '8 Water St.', municipality: 'St. John’s', province: 'NL', postalCode: 'A1B 2C3' },
      ['8 WATER ST', "ST. JOHN'S NL  A1B 2C3"],
    ],
    ['a code typed in one piece', { postalCode: 'g1r4s9' }, ['12 RUE DES ÉRABLES', 'QUÉBEC QC  G1R 4S9']],
    [
      'the United States',
      {
        street: '350 Fifth Ave.',
        municipality: 'New York',
        province: 'NY',
        postalCode: '10118-0110',
        country: 'US',
      },
      ['350 FIFTH AVE', 'NEW YORK NY  10118-0110', 'ÉTATS-UNIS'],
    ],
    [
      'France wants its code first and no region',
      {
        street: '12, rue de la Paix',
        municipality: 'Paris',
        province: 'Île-de-France',
        postalCode: '75002',
        country: 'FR',
      },
      ['12 RUE DE LA PAIX', '75002 PARIS', 'FRANCE'],
    ],
    [
      'the United Kingdom wants its code below',
      {
        street: '10 Downing St',
        municipality: 'London',
        province: '',
        postalCode: 'SW1A 2AA',
        country: 'GB',
      },
      ['10 DOWNING ST', 'LONDON', 'SW1A 2AA', 'ROYAUME-UNI'],
    ],
  ])('%s', (_, address, expected) => {
    expect(lines(address)).toEqual(expected);
  });

  it('writes the country in the language of the letter', () => {
    expect(
      lines({ country: 'DE', postalCode: '10117', municipality: 'Berlin', province: '' }, 'en').at(-1),
    ).toBe('GERMANY');
    expect(lines({ unit: '3', street: 'Chemin du Lac' }, 'en')[0]).toBe('APT 3');
  });

  it('keeps a long municipality whole and the code on the last line', () => {
    expect(lines({ municipality: 'Saint-Louis-de-Gonzague-du-Cap-Tourmente' })).toEqual([
      '12 RUE DES ÉRABLES',
      'SAINT-LOUIS-DE-GONZAGUE-DU-CAP-TOURMENTE',
      'QC  G1R 4S9',
    ]);
  });

  it('whatever is typed: at most 6 lines of 40 characters, in capitals, and the line of the code whole', () => {
    let seed = 7;
    const next = (max: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % max;
    };
    const letters = [...'abcdeéèçÀœ’-., #()/0123456789"«»\t'];
    const text = (max: number) =>
      Array.from({ length: next(max) }, () => letters[next(letters.length)] ?? '').join('');
    for (let round = 0; round < 3000; round++) {
      const country = ['CA', 'US', 'FR', 'GB', 'JP'][next(5)] ?? 'CA';
      const block = addressBlock(
        text(120),
        {
          street: text(120),
          unit: text(30),
          municipality: text(80),
          province: 'QC',
          postalCode: 'G1R 4S9',
          country,
        },
        next(2) === 0 ? 'fr' : 'en',
      );
      const all = [block.name, ...block.lines];
      expect(all.length).toBeLessThanOrEqual(blockLinesMax);
      for (const line of all) {
        expect(line.length).toBeLessThanOrEqual(lineCharactersMax);
        expect(line).toBe(line.toLocaleUpperCase('fr-CA'));
        expect(line).not.toMatch(/[,;:#"«»\t]/);
      }
      expect(country === 'CA' ? all.at(-1) : all.join('\n')).toContain('G1R 4S9');
    }
  });
});
