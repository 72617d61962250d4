import { inspect } from 'node:util';
import { useDatabase } from '@guichet/tests/support';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';

const database = await useDatabase();
const sql = openDatabase({
  url: database.url,
  max: 2,
  name: 'guichet-test',
  settings: { 'guichet.actor_kind': 'public' },
});
afterAll(() => sql.end());

test('columns come back in camelCase, instants as Date, days as text, bigint as number, json keys untouched', async () => {
  const [row] = await sql`
    select 5::bigint as how_many, date '2026-01-02' as due_on, timestamptz '2026-01-02 03:04:05Z' as due_at,
      array[1::bigint, 2] as counts, '{"snake_key": 1}'::jsonb as a_document`;
  expect(row).toEqual({
    howMany: 5,
    dueOn: '2026-01-02',
    dueAt: new Date('2026-01-02T03:04:05Z'),
    counts: [1, 2],
    aDocument: { snake_key: 1 },
  });
});

test('values written come back equal', async () => {
  const at = new Date('2026-03-08T06:59:59.123Z');
  const [row] = await sql`
    select ${at}::timestamptz as at, ${'2026-03-08'}::date as on, ${9_000_000_000}::bigint as big, ${sql.json({ a_b: 1 })}::jsonb as doc`;
  expect(row).toEqual({ at, on: '2026-03-08', big: 9_000_000_000, doc: { a_b: 1 } });
});

test('arrays written come back equal, whatever they hold', async () => {
  const texts = ['a', '', 'NULL', 'with "quotes", {braces} and \\ slashes', 'é\n\t', ' '];
  const ids = ['0191f0d0-0000-7000-8000-000000000001'];
  const bytes = [Buffer.from([0, 255, 34, 92])];
  const at = [new Date('2026-03-08T06:59:59.123Z')];
  const [row] = await sql`
    select ${texts}::text[] as texts, ${ids}::uuid[] as ids, ${[]}::text[] as none, ${[1, 2]}::integer[] as numbers,
      ${sql.array(bytes)}::bytea[] as bytes, ${sql.array(at)}::timestamptz[] as at, array['a', null] as with_null,
      array['2026-03-08'::date] as days, array[true, false] as flags, array['{"a_b": [1]}'::jsonb] as docs`;
  expect(row).toEqual({
    texts,
    ids,
    none: [],
    numbers: [1, 2],
    bytes,
    at,
    withNull: ['a', null],
    days: ['2026-03-08'],
    flags: [true, false],
    docs: [{ a_b: [1] }],
  });
  const found = await sql`select 1 where 'b' = any(${['a', 'b']})`;
  expect(found.length).toBe(1);
});

test('a connection starts under its name and its settings', async () => {
  const [row] = await sql`
    select current_setting('application_name') as name, current_setting('guichet.actor_kind') as kind`;
  expect(row).toEqual({ name: 'guichet-test', kind: 'public' });
});

test('an error shows neither the parameters nor the row that offended', async () => {
  await database.adminSql`create table secret_holder (code text primary key)`;
  await database.adminSql`insert into secret_holder values ('tremblay')`;
  const error: unknown = await database.adminSql`insert into secret_holder values (${'tremblay'})`.catch(
    (e: unknown) => e,
  );
  expect(error).toMatchObject({ code: '23505', constraint_name: 'secret_holder_pkey' });
  expect(inspect(error) + JSON.stringify(error)).not.toContain('tremblay');
});
