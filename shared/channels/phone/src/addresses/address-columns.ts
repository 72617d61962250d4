import { plainWords } from '../grammar/plain-words.ts';

/** What an address file must tell of each building. */
export const addressColumns = ['civic', 'street', 'municipality', 'postalCode'] as const;
export type AddressColumn = (typeof addressColumns)[number];

/** The names a header may give each column, without accents, capitals or marks. */
const names: Readonly<Record<AddressColumn, readonly string[]>> = {
  civic: ['numero civique', 'no civique', 'civic number', 'civic no'],
  street: ['rue', 'voie', 'nom de la rue', 'street', 'street name'],
  municipality: ['municipalite', 'ville', 'municipality', 'city', 'town'],
  postalCode: ['code postal', 'postal code'],
};

/** Finds where each column stands, whatever the order and in either language; a column that is not there stays out. */
export function findAddressColumns(header: readonly string[]): Partial<Record<AddressColumn, number>> {
  const plain = header.map(plainWords);
  return Object.fromEntries(
    addressColumns
      .map((column) => [column, plain.findIndex((name) => names[column].includes(name))] as const)
      .filter(([, place]) => place >= 0),
  );
}
