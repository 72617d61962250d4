import * as fc from 'fast-check';
import type { Narrow } from '../../derivations/whole-pack.ts';
import { writable } from '../../derivations/writable.ts';

const given =
  'Éloïse|Aïcha|Anaïs|Loïc|Gaëlle|Noémie|Zoé|Maëlle|Thérèse|François|Jean-François|Marie-Ève|Hélène|Guillaume|Amina|' +
  'Olivier|Wilfrid|Lucille|Ali|Bill';
const family =
  "Bélanger|Côté|Tremblay|Gagné-Roy|O'Neil|Nguyen|Lefebvre|Desjardins|L'Écuyer|Bergeron|Fiset|Villeneuve|Huot|" +
  'Saint-Hilaire|Quirion|Abdelkader|Zhang|Ouellet';
const ways =
  "rue des Érables|rue Saint-Jean|chemin du Lac|boulevard René-Lévesque Ouest|4e Avenue|1re Rue|place de l'Église|" +
  'rang Saint-Isidore|montée Masson|avenue du Musée|route 132|côte de la Fabrique';
const towns =
  "Québec|Trois-Rivières|Saint-Rémi-des-Érables|L'Assomption|Lévis|Saguenay|Sept-Îles|Gaspé|Val-d'Or|Mont-Laurier|" +
  'Îles-de-la-Madeleine|Saint-Hyacinthe|Longueuil';
const hosts = ['exemple.ca', 'courriel.exemple.org', 'exemple.com', 'ville.exemple.qc.ca'];
const postalLetters = [...'ABCEGHJKLMNPRSTVWXYZ'];
const digits = [...'0123456789'];
const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);

const street = fc
  .tuple(fc.integer({ min: 1, max: 9999 }), oneOf(ways.split('|')))
  .map(([number, way]) => `${number}, ${way}`);
const postalCode = fc
  .tuple(
    oneOf(['G', 'H', 'J']),
    oneOf(digits),
    oneOf(postalLetters),
    oneOf(digits),
    oneOf(postalLetters),
    oneOf(digits),
  )
  .map(([a, b, c, d, e, f]) => `${a}${b}${c} ${d}${e}${f}`);
const day = fc
  .tuple(
    fc.integer({ min: 1930, max: 2018 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => [year, month, date].map((part) => String(part).padStart(2, '0')).join('-'));

/** What people of all kinds write: names and ways of a whole province, every postal code, telephone number and day. */
export const anyWriting: Narrow = (question) => {
  switch (question.type) {
    case 'person':
      return fc.record({
        given: oneOf(given.split('|')),
        family: oneOf(family.split('|')),
        ...(question.birthDate ? { birthDate: day } : {}),
      });
    case 'address':
      return fc.record(
        {
          street,
          unit: oneOf(['4', '12B', '301']),
          municipality: oneOf(towns.split('|')),
          province: fc.constant('QC'),
          postalCode,
        },
        { requiredKeys: ['street', 'municipality', 'province', 'postalCode'] },
      );
    case 'email':
      return fc
        .tuple(
          oneOf(['amina.tremblay', 'j.gagne-roy', 'zoe_1987', 'wilfrid.huot', 'lili1', 'o.neil+ville']),
          oneOf(hosts),
        )
        .map(([name, host]) => `${name}@${host}`);
    case 'phone':
      return fc
        .tuple(
          oneOf(['418', '514', '438', '819', '450', '579', '367']),
          fc.integer({ min: 200, max: 999 }),
          fc.integer({ min: 0, max: 9999 }),
        )
        .map(([area, exchange, line]) => `+1${area}${exchange}${String(line).padStart(4, '0')}`);
    case 'place':
      return street.map((text) => `Devant le ${text}`);
    default:
      return writable(question);
  }
};
