import { day, newId } from '@guichet/kernel';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paperAnswers } from '../../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../../intake/accept-submission.ts';
import type { DeskContext } from '../../context.ts';
import { takeNext } from '../../queues/take-next.ts';
import { endWebhook, rotateSecret } from './change-webhook.ts';
import { makeWebhook } from './make-webhook.ts';
import { prepareWebhook } from './prepare-webhook.ts';
import { listWebhooks, readWebhook } from './read-webhooks.ts';
import { setWholeBody } from '../staff/set-whole-body.ts';
import { sendDeliveryAgain, sendParkedAgain } from './send-delivery-again.ts';
import { settleWebhook, webhookWaitsMs } from './settle-webhook.ts';
import type { WebhookDeliveryId, WebhookId } from './webhook-kinds.ts';

let at = new Date('2026-11-30T15:00:00Z');
const desk = await useDesk({ clock: { now: () => at } });
const { adminSql } = desk.database;
const rules = { allowPrivate: false };
let chief: DeskContext;
let neighbour: DeskContext;
beforeAll(async () => {
  chief = await desk.staff('cheffe', ['supervisor', 'agent'], ['voirie']);
  neighbour = await desk.staff('voisine', ['supervisor'], ['greffe']);
});

beforeEach(async () => {
  await adminSql`update webhook set ended_at = ${at} where ended_at is null`;
  await adminSql`delete from outbox where job = 'webhooks.tell'`;
});

async function register(kinds: string[] = ['case.opened'], who = chief) {
  const id = newId<'webhook'>();
  const made = await makeWebhook(who, { id, url: 'https://autre.exemple.ca/avis', kinds }, rules);
  if (made.kind !== 'made') throw new Error(made.kind);
  return { id, secret: made.secret };
}
async function open(service = 'nid-de-poule') {
  const accepted = await acceptSubmission(desk.public('web'), {
    service,
    channel: 'web',
    language: 'fr',
    answers: { ...paperAnswers[service] },
    idempotency: { scope: 'test', key: newId() },
  });
  if (accepted.kind !== 'accepted') throw new Error(accepted.kind);
  return accepted.case;
}
const jobs = () => adminSql<{ id: string; deliveryId: WebhookDeliveryId; dueAt: Date }[]>`
  select id, ids->>'deliveryId' as "deliveryId", due_at as "dueAt" from outbox
  where job = 'webhooks.tell' order by created_at`;
const deliveries = async (id: WebhookId) => (await readWebhook(chief, id)).deliveries;
const lastJob = async () => (await jobs()).at(-1) ?? { id: '', deliveryId: newId() as never, dueAt: at };

describe('a webhook', () => {
  it('is registered once, with a secret told once and sealed', async () => {
    const id = newId<'webhook'>();
    const input = { id, url: 'https://autre.exemple.ca/avis', kinds: ['case.opened'] };
    const made = await makeWebhook(chief, input, rules);
    expect(made).toMatchObject({ kind: 'made', secret: expect.stringMatching(/^whsec_[\w+/]{43}=$/) });
    expect((await makeWebhook(chief, input, rules)).kind).toBe('already');
    expect(
      await adminSql`select 1 from event where subject_id = ${id} and kind = 'webhook.made'`,
    ).toHaveLength(1);
    await endWebhook(chief, id);
  });

  it('leads to an address that is sealed, one registered before that from when it is next sent to', async () => {
    const address = 'https://autre.exemple.ca/avis';
    const { id } = await register();
    const row = async () => {
      const [kept] = await adminSql<[{ url: string | null; urlSealed: Buffer | null }]>`
        select url, url_sealed as "urlSealed" from webhook where id = ${id}`;
      return kept;
    };
    const sent = async () => {
      await open();
      const job = await lastJob();
      const prepared = await prepareWebhook(desk.ctx, job.id, job.deliveryId);
      await settleWebhook(desk.ctx, job.id, job.deliveryId, { isDelivered: true, status: 204 });
      return prepared?.url;
    };
    const isSealed = ({ url, urlSealed }: Awaited<ReturnType<typeof row>>) =>
      url === null && urlSealed !== null && !urlSealed.includes('exemple');
    expect([isSealed(await row()), await sent()]).toEqual([true, address]);
    await adminSql`update webhook set url = ${address}, url_sealed = null, host = null where id = ${id}`;
    expect((await readWebhook(chief, id)).host).toBe('autre.exemple.ca');
    expect([await sent(), isSealed(await row()), await sent()]).toEqual([address, true, address]);
  });

  it('that ended keeps the host of its address and nothing else, whoever ended it', async () => {
    const kept = async (id: WebhookId) => {
      const [row] = await adminSql`select host, url, url_sealed as sealed from webhook where id = ${id}`;
      return row;
    };
    const hostAlone = { host: 'autre.exemple.ca', url: null, sealed: null };
    const [sealed, old, gone] = [
      await register(['case.taken']),
      await register(['case.taken']),
      await register(),
    ];
    await adminSql`update webhook set url = 'https://autre.exemple.ca/avis', url_sealed = null where id = ${old.id}`;
    for (const { id } of [sealed, old]) {
      await endWebhook(chief, id);
      expect(await kept(id)).toEqual(hostAlone);
    }
    await open();
    const job = await lastJob();
    await prepareWebhook(desk.ctx, job.id, job.deliveryId);
    expect((await kept(gone.id))?.sealed).not.toBeNull();
    await settleWebhook(desk.ctx, job.id, job.deliveryId, { isDelivered: false, status: 410 });
    expect(await kept(gone.id)).toEqual(hostAlone);
  });

  it.each([
    'http://autre.exemple.ca/',
    'https://nom:secret@autre.exemple.ca/',
    'https://autre.exemple.ca/#a',
    'https://autre.exemple.ca:22/',
    'ftp://autre.exemple.ca/',
    'autre.exemple.ca',
    `https://autre.exemple.ca/${'a'.repeat(500)}`,
  ])('is not registered at an address that may not be told (%#)', async (url) => {
    const input = { id: newId<'webhook'>(), url, kinds: ['case.opened'] };
    await expect(makeWebhook(chief, input, rules)).rejects.toMatchObject({ publicKey: 'webhook-url' });
  });

  it('is of supervisors and their teams, and tells of kinds that there are', async () => {
    const agent = await desk.staff('agente', ['agent'], ['voirie']);
    await expect(register(['case.opened'], agent)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(register(['case.read'])).rejects.toMatchObject({ publicKey: 'webhook-kinds' });
    const input = { id: newId<'webhook'>(), url: 'https://a.exemple.ca/', kinds: ['case.opened'] };
    await expect(makeWebhook(chief, { ...input, teams: ['greffe'] }, rules)).rejects.toMatchObject({
      publicKey: 'webhook-teams',
    });
    const { id } = await register();
    expect(await listWebhooks(neighbour)).toEqual([]);
    await expect(rotateSecret(neighbour, id)).rejects.toMatchObject({ code: 'not-found' });
    await endWebhook(chief, id);
  });
});

describe('whose a webhook is', () => {
  it('a supervisor who is a privacy officer too has those of their own teams', async () => {
    const both = await desk.staff('deux', ['supervisor', 'privacy-officer'], ['voirie']);
    const { id } = await register(['case.opened'], both);
    expect((await listWebhooks(both)).find((one) => one.id === id)).toMatchObject({
      teams: ['voirie'],
      isOwn: true,
    });
    expect((await listWebhooks(neighbour)).find((one) => one.id === id)).toBeUndefined();
    expect(await rotateSecret(both, id)).toMatch(/^whsec_/);
  });

  it('of more teams than the actor’s it is seen and not changed; who answers for all ends it', async () => {
    const wide = await desk.staff('large', ['supervisor'], ['voirie', 'greffe']);
    const { id } = await register(['case.opened'], wide);
    expect((await readWebhook(chief, id)).isOwn).toBe(false);
    await expect(rotateSecret(chief, id)).rejects.toMatchObject({ publicKey: 'webhook-of-others' });
    await expect(endWebhook(chief, id)).rejects.toMatchObject({ publicKey: 'webhook-of-others' });
    const head = await desk.staff('toutes', ['supervisor'], ['loisirs']);
    await expect(endWebhook(head, id)).rejects.toMatchObject({ code: 'not-found' });
    if (head.actor.kind === 'staff') await setWholeBody(desk.ctx, head.actor.staffId, true);
    expect((await listWebhooks(head)).find((one) => one.id === id)).toMatchObject({ mayEnd: true });
    await expect(rotateSecret(head, id)).rejects.toMatchObject({ publicKey: 'webhook-of-others' });
    expect(await endWebhook(head, id)).toBe(true);
  });
});

describe('an event', () => {
  it('of nobody’s interest leaves nothing; of an ended one neither', async () => {
    const { id } = await register();
    await endWebhook(chief, id);
    expect(await endWebhook(chief, id)).toBe(false);
    await open();
    expect(await jobs()).toEqual([]);
  });

  it('is one delivery and one job for each webhook of its kind and team, committed with it', async () => {
    const [opened, both] = [await register(['case.opened']), await register(['case.opened', 'case.taken'])];
    await register(['case.opened'], neighbour);
    const { reference } = await open();
    await takeNext(chief);
    expect((await jobs()).map(({ id }) => id)).toHaveLength(3);
    expect((await deliveries(opened.id)).map((one) => [one.kind, one.reference])).toEqual([
      ['case.opened', reference],
    ]);
    expect((await deliveries(both.id)).map(({ kind }) => kind).toSorted()).toEqual([
      'case.opened',
      'case.taken',
    ]);
    const [told] = await deliveries(opened.id);
    const job = (await jobs()).find(({ deliveryId }) => deliveryId === told?.id) ?? (await lastJob());
    const send = await prepareWebhook(desk.ctx, job.id, job.deliveryId);
    const body = JSON.parse(send?.body ?? '{}') as { data: object };
    expect(Object.keys(body)).toEqual(['type', 'timestamp', 'data']);
    expect(body.data).toEqual({ event: send?.id, reference, service: 'nid-de-poule' });
    await settleWebhook(desk.ctx, job.id, job.deliveryId, { isDelivered: true, status: 204 });
    await settleWebhook(desk.ctx, job.id, job.deliveryId, { isDelivered: false, status: 500 });
    expect(await prepareWebhook(desk.ctx, job.id, job.deliveryId)).toBeUndefined();
    for (const { id } of [opened, both]) await endWebhook(chief, id);
    for (const { id, deliveryId } of await jobs()) await prepareWebhook(desk.ctx, id, deliveryId);
    expect(await jobs()).toEqual([]);
  });
});

describe('a delivery', () => {
  it('that fails is due again later, and is set aside after its last try, to be sent again under its own id', async () => {
    const { id } = await register();
    await open();
    const ids = new Set<string | undefined>();
    const dueAt: (Date | undefined)[] = [];
    for (let attempt = 0; attempt <= webhookWaitsMs.length; attempt += 1) {
      const job = await lastJob();
      ids.add((await prepareWebhook(desk.ctx, job.id, job.deliveryId))?.id);
      await settleWebhook(desk.ctx, job.id, job.deliveryId, {
        isDelivered: false,
        status: 500,
        why: 'refused',
      });
      dueAt.push((await jobs())[0]?.dueAt);
    }
    expect(ids.size).toBe(1);
    expect(dueAt).toEqual([...webhookWaitsMs.map((wait) => new Date(at.getTime() + wait)), undefined]);
    expect(await jobs()).toEqual([]);
    const [parked] = await deliveries(id);
    expect(parked).toMatchObject({ attempts: 8, status: 500, why: 'refused', parkedAt: at });
    expect((await listWebhooks(chief))[0]).toMatchObject({ id, parked: 1 });
    const delivery = parked?.id ?? (newId() as never);
    await expect(sendDeliveryAgain(neighbour, delivery)).rejects.toMatchObject({ code: 'not-found' });
    expect(await sendDeliveryAgain(chief, delivery)).toBe(true);
    expect(await sendDeliveryAgain(chief, delivery)).toBe(false);
    const again = await lastJob();
    ids.add((await prepareWebhook(desk.ctx, again.id, again.deliveryId))?.id);
    expect(ids.size).toBe(1);
    await settleWebhook(desk.ctx, again.id, again.deliveryId, { isDelivered: false, status: 410 });
    expect((await readWebhook(chief, id)).endedAt).toEqual(at);
    await expect(sendParkedAgain(chief, id)).rejects.toMatchObject({ code: 'gone' });
  });

  it('set aside with others is sent again with all of them, once', async () => {
    const { id } = await register();
    await open();
    await open();
    await adminSql`update webhook_delivery set parked_at = ${at}, attempts = 8 where webhook_id = ${id}`;
    await adminSql`delete from outbox where job = 'webhooks.tell'`;
    expect([await sendParkedAgain(chief, id), await sendParkedAgain(chief, id)]).toEqual([2, 0]);
    expect(await jobs()).toHaveLength(2);
  });

  it('to an address that keeps two waiting is put off, as no attempt, and no other address waits for it', async () => {
    const [slow, quick] = [await register(), await register()];
    for (let event = 0; event < 3; event += 1) await open();
    const all = await jobs();
    const prepared = await Promise.all(
      all.map(async (job) => (await prepareWebhook(desk.ctx, job.id, job.deliveryId)) !== undefined),
    );
    expect(prepared.filter(Boolean).length).toBeLessThan(all.length);
    await adminSql`update webhook_delivery set attempts = 0, tried_at = null`;
    const ofSlow = new Set((await deliveries(slow.id)).map((one) => one.id));
    const mine = all.filter(({ deliveryId }) => ofSlow.has(deliveryId));
    const done = [];
    for (const job of mine) done.push(await prepareWebhook(desk.ctx, job.id, job.deliveryId));
    expect(done.map((one) => one !== undefined)).toEqual([true, true, false]);
    expect((await deliveries(slow.id)).map(({ attempts }) => attempts).toSorted()).toEqual([0, 1, 1]);
    const other = all.find(({ deliveryId }) => !ofSlow.has(deliveryId));
    expect(await prepareWebhook(desk.ctx, other?.id ?? '', other?.deliveryId ?? ('' as never))).toBeDefined();
    expect((await deliveries(quick.id)).map(({ attempts }) => attempts).toSorted()).toEqual([0, 0, 1]);
  });

  it('names its service only where that tells nothing sensitive', async () => {
    await register(['case.opened']);
    const told = async (service: string) => {
      await open(service);
      const job = await lastJob();
      return JSON.parse((await prepareWebhook(desk.ctx, job.id, job.deliveryId))?.body ?? '{}').data.service;
    };
    expect(await told('nid-de-poule')).toBe('nid-de-poule');
    const sensitive = desk.ctx.catalogue.services.find(
      ({ definition, sensitivityOf }) =>
        paperAnswers[definition.code] !== undefined && [...sensitivityOf.values()].includes('sensitive'),
    );
    await adminSql`update webhook set teams = array(select code from team)`;
    expect(await told(sensitive?.definition.code ?? '')).toBeUndefined();
  });

  it('is signed by the secret that worked, however often one is changed within the day', async () => {
    const { id, secret } = await register();
    await rotateSecret(chief, id);
    const last = await rotateSecret(chief, id);
    await open();
    const job = await lastJob();
    expect((await prepareWebhook(desk.ctx, job.id, job.deliveryId))?.secrets).toEqual([last, secret]);
  });

  it('is signed by both secrets for a day after one was changed', async () => {
    const { id, secret } = await register();
    const next = await rotateSecret(chief, id);
    await open();
    const job = await lastJob();
    expect((await prepareWebhook(desk.ctx, job.id, job.deliveryId))?.secrets).toEqual([next, secret]);
    at = new Date(at.getTime() + day);
    expect((await prepareWebhook(desk.ctx, job.id, job.deliveryId))?.secrets).toEqual([next]);
  });
});
