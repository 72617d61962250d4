import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestLine } from '../../test/open-test-line.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const { dial, line } = openTestLine(desk);

it('a recording that the caller erased by the star answers nothing, and is to be deleted at the provider', async () => {
  const call = await dial();
  await call.press('1');
  const name = desk.ctx.catalogue.find('nid-de-poule')?.definition.name.fr ?? '';
  const keyOf = (label: string) => new RegExp(`${label} : (?:faites )?le (\\d)`).exec(call.said)?.[1];
  await call.press(keyOf('Ma municipalité') ?? '');
  for (let page = 0; keyOf(name) === undefined && page < 20; page += 1) await call.press('9');
  await call.press(keyOf(name) ?? '');
  expect(call.listening).toBe('recording');
  const noted = () => adminSql`select id from evidence where provider_ref is not null`;
  await call.record('Ce n’est pas ce que je voulais dire', 3, '*');
  expect(call.listening).toBe('recording');
  expect(await noted()).toHaveLength(0);
  await call.record('En face du 12');
  expect(await noted()).toHaveLength(1);
  const jobs = await adminSql`
    select o.job, o.due_at <= now() as is_now from outbox o join recorded_call r on o.ids ->> 'callId' = r.id::text where r.call_sid = ${call.sid}`;
  expect([...jobs]).toEqual([{ job: 'correspondence.clear-recordings', isNow: true }]);
});

it('a message that the caller erased is heard by nobody, and the one left instead is', async () => {
  const call = await dial(line({ requestCallback: () => Promise.reject(new Error('away')) }));
  await call.press('1');
  await call.press('0');
  for (let turns = 0; call.listening !== 'recording' && turns < 6; turns += 1) await call.press('1');
  const tasks = () => adminSql`
    select e.provider_ref from task t join evidence e on e.id = t.evidence_id where t.kind = 'call-back'`;
  await call.record('Non, attendez', 3, '*');
  expect(call.listening).toBe('recording');
  expect(await tasks()).toHaveLength(0);
  const [{ erased }] = await adminSql<[{ erased: string[] }]>`
    select erased from recorded_call where call_sid = ${call.sid}`;
  expect(erased).toHaveLength(1);
  await call.record('Rappelez-moi, s’il vous plaît');
  const kept = await adminSql<{ providerRef: string }[]>`
    select e.provider_ref from evidence e where e.provider_ref = any (${erased})`;
  expect(kept).toHaveLength(0);
  expect(await tasks()).toHaveLength(1);
});
