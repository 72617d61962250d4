import { fileURLToPath } from 'node:url';

/** The address file that the start gives the telephone of the demo. */
export const demoAddressFile = fileURLToPath(new URL('addresses.csv', import.meta.url));

const municipality = 'Rivière-aux-Pins';
/** Each street of the town with its postal codes, from its lower numbers to its higher ones. */
const streets: readonly (readonly [street: string, ...codes: string[]])[] = [
  ['rue Principale', 'G0A 1B0', 'G0A 1B1'],
  ['rue du Moulin', 'G0A 1B4'],
  ['avenue des Tilleuls', 'G0A 1C2'],
  ['rue des Érables', 'G0A 1C3', 'G0A 1C5'],
  ['boulevard Laurier', 'G0A 1E1', 'G0A 1E2'],
  ['rue de l’Église', 'G0A 1G1'],
  ['chemin de la Rivière', 'G0A 1H2', 'G0A 1H3'],
  ['rue du Quai', 'G0A 1J1'],
  ['rue de la Gare', 'G0A 1K2'],
  ['avenue du Parc', 'G0A 1L3'],
  ['rue des Pins', 'G0A 1L4'],
  ['rang Saint-Louis', 'G0A 1M1', 'G0A 1M2'],
  ['route du Lac', 'G0A 1N3'],
  // Two streets of one code, and another code keyed alike: a caller chooses.
  ['rue de l’École', 'G0A 1P1'],
  ['place du Marché', 'G0A 1P1'],
  ['ruelle du Pont', 'G0A 1S1'],
  ['montée des Sources', 'G0A 1R2'],
  ['impasse des Lilas', 'G0A 1S3'],
  ['côte de la Chapelle', 'G0A 1T1'],
];
/** Buildings on each stretch of a street that has one postal code. */
const buildings = 70;

/**
 * Writes the addresses of the demo town, whose streets and buildings are invented: the same text each time.
 *
 * Shape: CSV, one building a row.
 */
export function demoAddresses(): string {
  const next = seeded(1862);
  const rows = streets.flatMap(([street, ...codes]) => {
    let civic = 0;
    return codes.flatMap((postalCode) =>
      Array.from({ length: buildings }, () => {
        civic += 1 + (next() % 6);
        return `${civic},${street},${municipality},${postalCode}`;
      }),
    );
  });
  return ['numéro civique,rue,municipalité,code postal', ...rows, ''].join('\n');
}

/** Gives whole numbers that look drawn, always the same. Source: the constants of Numerical Recipes. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 16;
  };
}
