import { describe, expect, it } from 'vitest';
import { readAddressFile } from './read-address-file.ts';

/** The text comes in pieces that end anywhere, as from a file. */
async function* inPieces(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += 7) yield text.slice(from, from + 7);
}

async function read(...lines: string[]) {
  const file = await readAddressFile(inPieces(lines.join('\n')));
  if (file.kind !== 'read') throw new Error(`missing: ${file.missing.join()}`);
  return file;
}

const header = 'numéro civique,rue,municipalité,code postal';
const found = { street: 'rue des Érables', municipality: 'Québec', province: 'QC' };

describe('an address file', () => {
  it.each([
    ['French', [header, '12,rue des Érables,Québec,G1R 4S9']],
    ['English', ['Civic Number,Street,City,Postal Code', '12,rue des Érables,Québec,g1r4s9']],
    ['any order', ['Code postal,id,VILLE,No civique,Voie', 'G1R4S9,7,Québec,12,rue des Érables']],
    ['semicolons', [header.replaceAll(',', ';'), '12;rue des Érables;Québec;G1R 4S9']],
    [
      'a byte order mark, CRLF and empty lines',
      [`\uFEFF${header}\r`, '\r', '12, rue des  Érables ,Québec,G1R 4S9\r', ''],
    ],
    [
      'quotes',
      ['"numéro civique","rue","municipalité","code postal"', '"12","rue des Érables","Québec","G1R 4S9"'],
    ],
    [
      'a byte order mark, CRLF and quotes',
      [
        '\uFEFF"code postal","numéro civique","rue","municipalité"\r',
        '"G1R 4S9","12","rue des Érables","Québec"\r',
      ],
    ],
  ])('is read with %s', async (_, lines) => {
    const { index, rows, faulty } = await read(...lines);
    expect(index.find('G1R 4S9', '12')).toEqual([found]);
    expect(index.hasPostalCode('G1R 4S9')).toBe(true);
    expect([index.hasPostalCode('G1R 4S8'), index.find('G1R 4S9', '13')]).toEqual([false, []]);
    expect([rows, faulty.count]).toEqual([1, 0]);
  });

  it('keeps commas and quotes inside a quoted name', async () => {
    const { index } = await read(header, '12,"rue ""B"", secteur Nord",Québec,G1R 4S9');
    expect(index.find('G1R 4S9', '12')[0]?.street).toBe('rue "B", secteur Nord');
  });

  it('gives every street of one code and number, each once', async () => {
    const street = '12,rue des Érables,Québec,G1R 4S9';
    const { index } = await read(header, street, street, '12,rue du Quai,Québec,G1R 4S9');
    expect(index.find('G1R 4S9', '12').map(({ street }) => street)).toEqual([
      'rue des Érables',
      'rue du Quai',
    ]);
  });

  it('knows the postal code alone of a building whose number has a letter or a fraction', async () => {
    const { index, faulty } = await read(header, '12A,rue B,Québec,G1R 4S9', '14 1/2,rue B,Québec,G1R 4S8');
    expect([index.hasPostalCode('G1R 4S9'), index.hasPostalCode('G1R 4S8')]).toEqual([true, true]);
    expect([index.find('G1R 4S9', '12'), index.find('G1R 4S8', '14'), faulty.count]).toEqual([[], [], 0]);
  });

  it('leaves out each faulty row by its line, and no other', async () => {
    const { index, rows, faulty } = await read(
      header,
      '',
      '12,"rue des Érables,Québec,G1R 4S9',
      ',rue A,Québec,G1R 4S9',
      '12,,Québec,G1R 4S9',
      '12,rue A,,G1R 4S9',
      '12,rue A,Québec,G1R 4D9',
      '12,rue A',
      '12,rue des \uFFFDrables,Québec,G1R 4S9',
      '12,rue "A",Québec,G1R 4S9',
      '12,rue des Érables,Québec,G1R 4S9',
    );
    expect(faulty).toEqual({ count: 8, lines: [3, 4, 5, 6, 7, 8, 9, 10] });
    expect([rows, index.find('G1R 4S9', '12')]).toEqual([1, [found]]);
  });

  it('takes a name on two lines for two faulty rows', async () => {
    const { rows, faulty } = await read(header, '12,"rue', 'A",Québec,G1R 4S9', '14,rue A,Québec,G1R 4S9');
    expect([rows, faulty.lines]).toEqual([1, [2, 3]]);
  });

  it('tells no more than ten faulty lines and counts them all', async () => {
    const { faulty } = await read(header, ...Array.from({ length: 250 }, () => '0,rue A,Québec,G1R 4S9'));
    expect(faulty).toEqual({ count: 250, lines: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11] });
  });

  it.each([
    ['no street and no code', 'numéro civique,municipalité', ['street', 'postalCode']],
    ['nothing', '', ['civic', 'street', 'municipality', 'postalCode']],
  ])('with %s is refused by the names of what is missing', async (_, text, missing) => {
    expect(await readAddressFile(inPieces(text))).toEqual({ kind: 'columns-missing', missing });
  });
});
