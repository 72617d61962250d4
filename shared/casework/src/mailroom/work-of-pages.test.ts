import { newId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import type { DeskContext } from '../context.ts';
import { readKeying } from './keying/read-keying.ts';
import { listBatches } from './list-mailroom.ts';

const desk = await useDesk();
const supervisor = await desk.staff('chef', ['supervisor'], ['voirie']);
const staffId = supervisor.actor.kind === 'staff' ? supervisor.actor.staffId : '';

/** Many batches of before, and two letters keyed today. */
const [batches, lettersEach] = [200, 20];
const { adminSql: admin } = desk.database;
await admin`
  insert into batch (id, sha256, source, file_name, bytes, received_at)
  select gen_random_uuid(), sha256(n::text::bytea), 'upload', 'lot-' || n, 1, now() - n * interval '1 hour'
  from generate_series(1, ${batches}::int) n`;
await admin`
  insert into letter (id, batch_id, position, deposited_on, data_key, sealed, read_at, settled_at)
  select gen_random_uuid(), b.id, n, current_date, '', '', now(), case when n > 3 then now() end
  from batch b, generate_series(1, ${lettersEach}::int) n`;
await admin`
  insert into keying (letter_id, turn, staff_id, at, seconds, confirmed)
  select l.id, 'first', ${staffId}, case when b.file_name = 'lot-1' and l.position < 3 then now() else now() - interval '90 days' end, 5, 2
  from letter l join batch b on b.id = l.batch_id`;
await admin`analyze batch`;
await admin`analyze letter`;
await admin`analyze keying`;

/** Does something; gives what it gave, and how many letters the database looked at for it. */
async function measured<T>(act: (ctx: DeskContext) => Promise<T>): Promise<{ gave: T; letters: number }> {
  let letters = -1;
  const begin = (mode: string, work: (sql: Tx) => Promise<unknown>) =>
    supervisor.sql.begin(mode, async (sql) => {
      const done = await work(sql);
      const [row] = await sql<[{ read: number }]>`
        select (seq_tup_read + coalesce(idx_tup_fetch, 0))::int as read from pg_stat_xact_user_tables where relname = 'letter'`;
      letters = row.read;
      return done;
    });
  const gave = await act({ ...supervisor, sql: { begin } as unknown as DeskContext['sql'] });
  return { gave, letters };
}

it('the newest batches are counted without a look at the letters of all others', async () => {
  const { gave, letters } = await measured((ctx) => listBatches(ctx, 2));
  expect(gave.map(({ fileName, letters: all, waiting }) => [fileName, all, waiting])).toEqual([
    ['lot-1', lettersEach, 3],
    ['lot-2', lettersEach, 3],
  ]);
  expect(letters).toBeGreaterThan(0);
  expect(letters).toBeLessThan(batches * lettersEach);
});

it('a batch without a letter is listed too', async () => {
  const empty = newId<'batch'>();
  await desk.ctx.sql`
    insert into batch (id, sha256, source, file_name, bytes, received_at)
    values (${empty}, ${Buffer.from('0')}, 'upload', 'vide', 1, now() + interval '1 hour')`;
  const [first] = await listBatches(supervisor, 1);
  expect(first).toMatchObject({ id: empty, letters: 0, waiting: 0 });
});

it('what was keyed lately is counted without a look at the letters keyed before', async () => {
  const { gave, letters } = await measured((ctx) => readKeying(ctx, { days: 30 }));
  expect(
    gave.batches.map(({ fileName, fields, seconds, checked }) => [fileName, fields, seconds, checked]),
  ).toEqual([['lot-1', 4, 10, 0]]);
  expect(letters).toBeLessThan(batches * lettersEach);
});
