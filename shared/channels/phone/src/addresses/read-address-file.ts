import { provinceOfPostalCode, readPostalCode } from '@guichet/catalogue';
import type { AddressIndex } from '../grammar/address-index.ts';
import { type AddressColumn, addressColumns, findAddressColumns } from './address-columns.ts';
import { growAddressIndex } from './index-addresses.ts';
import { type Row, readRows } from './read-rows.ts';

/** An address file as it was found: its addresses and the rows left out, or the columns without which it is of no use. */
export type AddressFile =
  | { kind: 'read'; index: AddressIndex; rows: number; faulty: { count: number; lines: number[] } }
  | { kind: 'columns-missing'; missing: AddressColumn[] };

/** How many faulty lines are told by their number. */
const toldMax = 10;
/** Unit: characters. Nothing longer is said over a telephone. */
const nameMax = 100;

/**
 * Reads a municipal address file, one building a row, from the text of a CSV file.
 *
 * Guarantee: a faulty row stops no other; the first ones are told by their line.
 * Shape: a header names the columns, French or English, in any order; others are passed over.
 */
export async function readAddressFile(chunks: AsyncIterable<string>): Promise<AddressFile> {
  const index = growAddressIndex();
  const faulty = { count: 0, lines: [] as number[] };
  let rows = 0;
  let at: Partial<Record<AddressColumn, number>> | undefined;
  for await (const { line, fields } of readRows(chunks)) {
    if (at === undefined) {
      at = findAddressColumns(fields ?? []);
      if (missingOf(at).length > 0) break;
      continue;
    }
    const address = readAddress(fields, at);
    if (address !== undefined) {
      rows += 1;
      index.add(address);
      continue;
    }
    faulty.count += 1;
    if (faulty.lines.length < toldMax) faulty.lines.push(line);
  }
  const missing = missingOf(at ?? {});
  return missing.length > 0 ? { kind: 'columns-missing', missing } : { kind: 'read', index, rows, faulty };
}

function missingOf(at: Partial<Record<AddressColumn, number>>): AddressColumn[] {
  return addressColumns.filter((column) => at[column] === undefined);
}

function readAddress(fields: Row['fields'], at: Partial<Record<AddressColumn, number>>) {
  const field = (column: AddressColumn) => fields?.[at[column] ?? -1] ?? '';
  const postalCode = readPostalCode(field('postalCode'));
  const province = postalCode === undefined ? undefined : provinceOfPostalCode(postalCode);
  const [street, municipality] = [readName(field('street')), readName(field('municipality'))];
  // A number with a letter or a fraction can't be keyed: its caller records the street.
  const [, digits, suffix] = /^([1-9]\d{0,5})(\s?[a-z]|[\s-]?[1-3]\/[2-4])?$/i.exec(field('civic')) ?? [];
  if (!postalCode || !province || !street || !municipality || !digits) return undefined;
  return { street, municipality, province, postalCode, ...(suffix === undefined ? { civic: digits } : {}) };
}

/** Letters that were not UTF-8 would be said wrongly. */
function readName(text: string): string | undefined {
  const name = text.replace(/\s+/g, ' ');
  return name === '' || name.length > nameMax || name.includes('\uFFFD') ? undefined : name;
}
