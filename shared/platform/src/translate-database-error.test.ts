import { useDatabase } from '@guichet/tests/support';
import { expect, test } from 'vitest';
import { openDatabase } from './open-database.ts';
import { translateDatabaseError } from './translate-database-error.ts';

const { adminSql: sql, url } = await useDatabase();

async function thrownBy(act: () => PromiseLike<unknown>): Promise<unknown> {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('a broken unique rule is a conflict that names the rule to operators', async () => {
  await sql`create table twin (code text constraint twin_once primary key)`;
  await sql`insert into twin values ('a')`;
  const refusal = translateDatabaseError(await thrownBy(() => sql`insert into twin values ('a')`));
  expect(refusal).toMatchObject({ code: 'conflict', publicKey: 'already-exists', message: 'twin_once' });
});

test('a date that no table holds is invalid', async () => {
  for (const day of ['0000-01-01', '2026-02-30'])
    expect(translateDatabaseError(await thrownBy(() => sql`select ${day}::text::date`)), day).toMatchObject({
      code: 'invalid',
    });
});

test('a server that is away is not-now', async () => {
  const away = openDatabase({ url: 'postgres://a:b@127.0.0.1:1/c', max: 1, name: 'test' });
  const refusal = translateDatabaseError(await thrownBy(() => away`select 1`));
  expect(refusal).toMatchObject({ code: 'not-now', publicKey: 'desk-unavailable' });
  await away.end();
});

test('a connection ended by the server, and one too slow, are not-now', async () => {
  const cut = openDatabase({ url, max: 1, name: 'cut' });
  await cut`select 1`;
  const slow = thrownBy(() => cut`select pg_sleep(20)`);

  await expect
    .poll(
      async () =>
        (
          await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cut' and state = 'active'`
        ).length,
    )
    .toBeGreaterThan(0);
  expect(translateDatabaseError(await slow)).toMatchObject({ publicKey: 'desk-unavailable' });
  await cut.end({ timeout: 1 });

  const hurried = openDatabase({ url, max: 1, name: 'hurried', settings: { statement_timeout: '20ms' } });
  const late = await thrownBy(() => hurried`select pg_sleep(5)`);
  expect(translateDatabaseError(late)).toMatchObject({ publicKey: 'desk-unavailable' });
  await hurried.end();
});

test('a lost race may be tried again', () => {
  for (const code of ['40001', '40P01', '55P03']) {
    expect(translateDatabaseError(Object.assign(new Error('x'), { code }))).toMatchObject({
      publicKey: 'try-again',
    });
  }
});

test('a fault of ours stays a fault', async () => {
  expect(translateDatabaseError(await thrownBy(() => sql`select * from no_such_table`))).toBeUndefined();
  expect(translateDatabaseError(new TypeError('x'))).toBeUndefined();
  expect(translateDatabaseError(undefined)).toBeUndefined();
});
