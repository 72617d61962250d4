import { describe, expect, it } from 'vitest';
import { isUnlikely, tidiers } from './tidy-text.ts';

describe('tidiers', () => {
  it.each([
    ['87. chemin du Lac', '87, chemin du Lac'],
    ['Devant le 1981. 4e Avenue', 'Devant le 1981, 4e Avenue'],
    ['12B. 1re Rue', '12B, 1re Rue'],
    ['220. 2nd Street', '220, 2nd Street'],
    ['12, 4e Rue, app. 3', '12, 4e Rue, app. 3'],
    ['3.5 km au nord', '3.5 km au nord'],
    ['rue du Parc 12. 418 555', 'rue du Parc 12. 418 555'],
    ['Devant le 3502. avenue du Musée', 'Devant le 3502, avenue du Musée'],
    ['4, lre Rue', '4, 1re Rue'],
    ['4, 1lre Rue', '4, 1re Rue'],
    ['place de la Foire Est', 'place de la Foire Est'],
    ['Le 12. La rue', 'Le 12. La rue'],
  ])('an address read %j is %j', (seen, tidy) => {
    expect(tidiers.address(seen)).toBe(tidy);
  });

  it.each([
    ['Mont -Laurier', 'Mont-Laurier'],
    ['Saint— Hyacinthe', 'Saint-Hyacinthe'],
    ['oui - non', 'oui - non'],
    ['3 -4', '3 -4'],
    ['la ﬁn', 'la fin'],
  ])('a line read %j is %j', (seen, tidy) => {
    expect(tidiers.prose(seen)).toBe(tidy);
  });
});

describe('isUnlikely', () => {
  it.each([
    ['MAR |E-ÈVE', 'line', true],
    ['Marie-Ève', 'line', false],
    ['côté', 'line', true],
    ['TA', 'line', true],
    ['B', 'line', true],
    ['12B', 'line', false],
    ['Ali', 'line', false],
    ['depuis le 3: il fait noir', 'area', true],
    ['ouvert de 8:30 à midi', 'area', false],
    ['côté cour, porte 3', 'area', false],
    ['Le trou > la roue', 'area', true],
    ['The lamp 1s broken', 'line', true],
    ['Pau1 Roy', 'line', true],
    ['12, 1re Rue, près de la 1st', 'line', false],
    ['le 1er à 10h30, à 1km', 'area', false],
    ["L'Assomption (Québec) & environs", 'line', false],
  ] as const)('%j on a %s: %s', (text, kind, isOdd) => {
    expect(isUnlikely(text, kind)).toBe(isOdd);
  });
});
