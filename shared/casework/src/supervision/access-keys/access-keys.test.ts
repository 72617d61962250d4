import { day, newId } from '@guichet/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { makeFeed } from '../../appointments/feed.ts';
import { confirmClosure } from '../../cases/closure/settle-proposal.ts';
import type { DeskContext } from '../../context.ts';
import { checkBatch } from '../../mailroom/check-batch.ts';
import { destroyBatchPaper } from '../../mailroom/destroy-batch-paper.ts';
import { keyCheck } from '../../mailroom/keying/key-check.ts';
import { makeDevice } from '../../visits/make-device.ts';
import { hireStaff } from '../staff/hire-staff.ts';
import { setWholeBody } from '../staff/set-whole-body.ts';
import { rotateSecret } from '../webhooks/change-webhook.ts';
import { makeWebhook } from '../webhooks/make-webhook.ts';
import { changePassword } from '../staff/change-password.ts';
import { changeLanguage } from '../staff/change-language.ts';
import { verifyHistory } from '../../records/verify-history.ts';
import { disableStaff, enableStaff } from '../staff/disable-staff.ts';
import { resetPassword } from '../staff/reset-password.ts';
import { findAccessKey } from './find-access-key.ts';
import { listAccessKeys, listKeysOfStaff } from './list-access-keys.ts';
import { type AccessKeyId, makeAccessKey } from './make-access-key.ts';
import { revokeAccessKey } from './revoke-access-key.ts';

let at = new Date('2026-11-30T15:00:00Z');
const desk = await useDesk({ clock: { now: () => at } });
let agent: DeskContext;
let chief: DeskContext;
let neighbour: DeskContext;
beforeAll(async () => {
  agent = await desk.staff('agente', ['agent'], ['voirie']);
  chief = await desk.staff('cheffe', ['supervisor'], ['voirie']);
  neighbour = await desk.staff('voisin', ['clerk'], ['greffe']);
});
const events = async (kind: string) =>
  (await desk.database.adminSql`select 1 from event where kind = ${kind}`).length;
const idOf = ({ actor }: DeskContext) => (actor.kind === 'staff' ? actor.staffId : (newId() as never));

async function made(ctx: DeskContext, days = 30): Promise<{ id: AccessKeyId; token: string }> {
  const id = newId<'access-key'>();
  const done = await makeAccessKey(ctx, { id, name: 'Logiciel', days, current: testPassword });
  if (done.kind !== 'made') throw new Error(done.kind);
  return { id, token: done.token };
}

describe('a key', () => {
  it('is told once, kept as a hash, and acts as who made it', async () => {
    const before = await events('access-key.made');
    const { id, token } = await made(agent);
    expect(token).toMatch(/^guichet_[0-9a-f]{8}_[\w-]{43}$/);
    const again = { id, name: 'Logiciel', days: 30, current: testPassword };
    expect((await makeAccessKey(agent, again)).kind).toBe('already');
    expect(await events('access-key.made')).toBe(before + 1);
    expect(JSON.stringify(await desk.database.adminSql`select * from access_key`)).not.toContain(
      token.slice(17),
    );
    const holder = await findAccessKey(desk.door, token);
    expect(holder?.actor).toMatchObject({ staffId: idOf(agent), roles: ['agent'], keyId: id });
    expect(await listAccessKeys(agent)).toMatchObject([{ id, name: 'Logiciel', usedOn: '2026-11-30' }]);
  });

  it('makes no other one, lasts a year at most, and is made by staff alone', async () => {
    const { token } = await made(agent);
    const holder = await findAccessKey(desk.door, token);
    const byKey = { ...agent, actor: holder?.actor ?? agent.actor };
    await expect(made(byKey)).rejects.toMatchObject({ publicKey: 'person-needed' });
    const guess = { id: newId<'access-key'>(), name: 'Logiciel', days: 1, current: 'un autre' };
    await expect(makeAccessKey(agent, guess)).rejects.toMatchObject({ publicKey: 'password-wrong' });
    await expect(made(agent, 366)).rejects.toMatchObject({ publicKey: 'access-key-days' });
    await expect(made(desk.public('web'))).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('is named by the history of what was done by it, which holds', async () => {
    const { id, token } = await made(agent);
    const holder = await findAccessKey(desk.door, token);
    await changeLanguage({ ...agent, actor: holder?.actor ?? agent.actor }, 'en');
    const [event] = await desk.database.adminSql<[{ data: { byKey?: string } }?]>`
      select data from event where kind = 'staff.language-changed'`;
    expect(event?.data.byKey).toBe(id);
    expect((await verifyHistory(desk.ctx, () => {})).broken).toBe(0);
  });

  it('serves no more once its time is over', async () => {
    const { token } = await made(agent, 1);
    expect(await findAccessKey(desk.door, token)).toBeDefined();
    at = new Date(at.getTime() + day);
    expect(await findAccessKey(desk.door, token)).toBeUndefined();
  });

  it('is revoked at once by its owner or a supervisor, once, and by nobody else', async () => {
    const { id, token } = await made(agent);
    await expect(revokeAccessKey(neighbour, id)).rejects.toMatchObject({ code: 'not-found' });
    const before = await events('access-key.revoked');
    expect(await revokeAccessKey(chief, id)).toBe(true);
    expect(await revokeAccessKey(agent, id)).toBe(false);
    expect(await events('access-key.revoked')).toBe(before + 1);
    expect(await findAccessKey(desk.door, token)).toBeUndefined();
    const own = await made(agent);
    expect(await revokeAccessKey(agent, own.id)).toBe(true);
  });

  it('dies with the account, also where that is opened again; and with the password, given or changed', async () => {
    const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
    const { token } = await made(clerk);
    expect(await listKeysOfStaff(chief, idOf(clerk))).toHaveLength(1);
    await disableStaff(chief, idOf(clerk));
    expect(await findAccessKey(desk.door, token)).toBeUndefined();
    await enableStaff(chief, idOf(clerk));
    expect(await findAccessKey(desk.door, token)).toBeUndefined();
    const other = await made(clerk);
    expect(await findAccessKey(desk.door, other.token)).toBeDefined();
    await resetPassword(chief, idOf(clerk));
    expect(await findAccessKey(desk.door, other.token)).toBeUndefined();
    await desk.database.adminSql`update staff set temporary_until = null where id = ${idOf(clerk)}`;
    expect(await findAccessKey(desk.door, other.token)).toBeUndefined();
    const visitor = await desk.staff('passante', ['clerk'], ['voirie']);
    const own = await made(visitor);
    await changePassword(visitor, { current: testPassword, next: 'quatre mots faciles à retenir' });
    expect(await findAccessKey(desk.door, own.token)).toBeUndefined();
    expect(await listAccessKeys(visitor)).toEqual([]);
  });

  it('is not kept out by the misses of others, which are counted', async () => {
    const { token } = await made(agent);
    const wrong = `${token.slice(0, 17)}${'x'.repeat(43)}`;
    for (let miss = 0; miss < 20; miss += 1) await findAccessKey(desk.door, wrong);
    await expect(findAccessKey(desk.door, wrong)).rejects.toMatchObject({ code: 'too-many' });
    expect(await findAccessKey(desk.door, token)).toBeDefined();
    expect(await findAccessKey(desk.door, 'guichet_nothing')).toBeUndefined();
  });

  it('that begins like none there is writes nothing', async () => {
    const count = async () => (await desk.database.adminSql`select 1 from attempt`).length;
    const before = await count();
    for (let miss = 0; miss < 3; miss += 1)
      await findAccessKey(desk.door, `guichet_0000000${miss}_${'x'.repeat(43)}`);
    expect(await count()).toBe(before);
  });

  it('stands for no person where one is asked for', async () => {
    const { token } = await made(chief);
    const holder = await findAccessKey(desk.door, token);
    const byKey = { ...chief, actor: holder?.actor ?? chief.actor };
    const id = newId();
    const asked: readonly (() => Promise<unknown>)[] = [
      () => resetPassword(byKey, idOf(agent)),
      () => setWholeBody(byKey, idOf(agent), true),
      () => hireStaff(byKey, { roles: [], teams: [] } as never),
      () => changePassword(byKey, { current: testPassword, next: 'quatre mots faciles à retenir' }),
      () => makeFeed(byKey, id as never),
      () => makeDevice(byKey, { use: 'board', placeId: id as never }),
      () => makeWebhook(byKey, { id: id as never, url: '', kinds: [] }, { allowPrivate: false }),
      () => rotateSecret(byKey, id as never),
      () => confirmClosure(byKey, '1234567894'),
      () => keyCheck(byKey, id as never, null),
      () => checkBatch(byKey, { batchId: id as never, pagesCounted: 1 }),
      () => destroyBatchPaper(byKey, { batchId: id } as never),
    ];
    for (const ask of asked)
      await expect(ask(), String(ask)).rejects.toMatchObject({ publicKey: 'person-needed' });
    const other = await made(agent);
    await expect(revokeAccessKey(chief, other.id, idOf(neighbour))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
