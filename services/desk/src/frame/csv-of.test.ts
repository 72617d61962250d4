import { expect, it } from 'vitest';
import { csvOf } from './csv-of.ts';

const rows = [
  ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'],
  ['a;b', 'c,d', 'say "e"', 'f\ng', '1,5', ''],
];

it('no cell is a formula, and each is one cell whatever it holds', () => {
  expect(csvOf(rows, 'fr')).toBe(
    `\ufeff'=1+1;'+1;'-1;'@SUM(A1);'\tx;"'\rx"\r\n"a;b";"c,d";"say ""e""";"f\ng";"1,5";\r\n`,
  );
  expect(csvOf(rows.slice(0, 1))).toBe(`\ufeff'=1+1,'+1,'-1,'@SUM(A1),'\tx,"'\rx"\r\n`);
});
