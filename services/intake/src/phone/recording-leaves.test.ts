import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestLine } from '../../test/open-test-line.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const { dial } = openTestLine(desk);

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
    select o.job from outbox o join recorded_call r on o.ids ->> 'callId' = r.id::text where r.call_sid = ${call.sid}`;
  expect([...jobs]).toEqual([{ job: 'correspondence.clear-recordings' }]);
});
