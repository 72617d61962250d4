import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acceptSubmission, makeWebhook, readWebhook, rotateSecret, type WebhookId } from '@guichet/casework';
import { newId } from '@guichet/kernel';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { testSettings } from '../../test/settings.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { postWebhook } from '../say/post-webhook.ts';
import { tellWebhook } from './tell-webhook.ts';

interface Heard {
  headers: Record<string, string>;
  body: string;
}
const heard: Heard[] = [];
/** What the other side answers next; 204 when nothing is said. */
const answers: number[] = [];
const server: Server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    heard.push({ headers: plain(request.headers), body: Buffer.concat(chunks).toString() });
    const status = answers.shift() ?? 204;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end();
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterAll(() => void server.close());
const port = (server.address() as AddressInfo).port;
const url = `http://127.0.0.1:${port}/avis`;

const desk = await useDesk();
const chief = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const hands = correspondenceContext(
  desk.ctx,
  testSettings('http://127.0.0.1:9', { WEBHOOKS_ALLOW_PRIVATE: 'yes' }),
);
const { adminSql } = desk.database;

beforeEach(async () => {
  heard.length = 0;
  answers.length = 0;
  await adminSql`update webhook set ended_at = now()`;
  await adminSql`delete from outbox`;
});

async function register(): Promise<{ id: WebhookId; secret: string }> {
  const id = newId<'webhook'>();
  const made = await makeWebhook(chief, { id, url, kinds: ['case.opened'] }, { allowPrivate: true });
  if (made.kind !== 'made') throw new Error(made.kind);
  return { id, secret: made.secret };
}
async function open() {
  await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { ...paperAnswers['nid-de-poule'] },
    idempotency: { scope: 'test', key: newId() },
  });
  const [job] = await adminSql<[{ id: string; deliveryId: string }]>`
    select id, ids->>'deliveryId' as "deliveryId" from outbox where job = 'webhooks.tell'`;
  return job;
}
const run = (job: { id: string; deliveryId: string }) =>
  tellWebhook({ deliveryId: job.deliveryId }, { outboxId: job.id, attempt: 1 }, hands);
const last = async (id: WebhookId) => (await readWebhook(chief, id)).deliveries[0];

function plain(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

describe('an event that a webhook hears of', () => {
  it('arrives once, signed, and holds nothing personal', async () => {
    const { id, secret } = await register();
    const job = await open();
    await run(job);
    await run(job);
    expect(heard).toHaveLength(1);
    const [{ headers, body }] = heard as [Heard];
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'case.opened' });
    expect(() => new Webhook(secret).verify(body.replace('opened', 'closed'), headers)).toThrow();
    expect(() => new Webhook(`whsec_${btoa('another one, just as long')}`).verify(body, headers)).toThrow();
    // Every word of four letters and more that the person gave.
    const given =
      JSON.stringify(Object.values(paperAnswers['nid-de-poule'] ?? {})).match(/[\p{L}\d]{4,}/gu) ?? [];
    expect(given.length).toBeGreaterThan(3);
    expect(given.filter((word) => body.includes(word))).toEqual([]);
    expect((await last(id))?.deliveredAt).not.toBeNull();
  });

  it('is signed by both secrets while one is being changed', async () => {
    const { id, secret } = await register();
    const next = await rotateSecret(chief, id);
    await run(await open());
    const [{ headers, body }] = heard as [Heard];
    for (const one of [secret, next]) expect(new Webhook(one).verify(body, headers)).toBeDefined();
  });

  it('that is refused is sent again under the same id', async () => {
    const { id } = await register();
    const job = await open();
    answers.push(500);
    await run(job);
    expect(await last(id)).toMatchObject({ attempts: 1, status: 500, deliveredAt: null, parkedAt: null });
    expect(
      await adminSql`select 1 from outbox where id = ${job.id} and enqueued_at is null and due_at > now()`,
    ).toHaveLength(1);
    await run(job);
    expect(heard.map(({ headers }) => headers['webhook-id'])).toEqual([
      heard[0]?.headers['webhook-id'],
      heard[0]?.headers['webhook-id'],
    ]);
    expect(await last(id)).toMatchObject({ attempts: 2, status: 204 });
  });

  it('whose worker was killed after sending is sent again under the same id', async () => {
    await register();
    const job = await open();
    // Ended between the answer and its settling: the job's transaction is lost, the sending is not.
    const dead = { ...hands, desk: { ...hands.desk, sql: broken() } };
    await expect(
      tellWebhook({ deliveryId: job.deliveryId }, { outboxId: job.id, attempt: 1 }, dead),
    ).rejects.toThrow();
    await run(job);
    expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(heard).toHaveLength(2);
  });

  it('follows no redirect', async () => {
    const { id } = await register();
    answers.push(302);
    await run(await open());
    expect(heard).toHaveLength(1);
    expect(await last(id)).toMatchObject({ status: 302, why: 'redirected', deliveredAt: null });
  });
});

/** A pool that ends after the first transaction. */
function broken(): typeof hands.desk.sql {
  let begun = 0;
  return new Proxy(hands.desk.sql, {
    get: (target, name) => {
      if (name !== 'begin') return Reflect.get(target, name) as unknown;
      return (...args: unknown[]) => {
        begun += 1;
        if (begun > 1) throw new Error('killed');
        return (target.begin as (...all: unknown[]) => unknown)(...args);
      };
    },
  });
}

describe('where it may lead', () => {
  const send = {
    id: 'a_1',
    at: new Date(),
    body: '{}',
    secrets: [`whsec_${btoa('a secret for this test')}`],
  };
  it.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.1.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://2130706433/',
    'https://0x7f.1/',
  ])('%s is refused before anything is sent', async (address) => {
    expect(await postWebhook({ ...send, url: address }, { allowPrivate: false })).toEqual({
      isDelivered: false,
      why: 'address-refused',
    });
  });

  it('an address without https is refused, and one that the body does not list', async () => {
    const rules = { allowPrivate: true, hosts: ['ailleurs.exemple.ca'] };
    expect((await postWebhook({ ...send, url }, rules)).why).toBe('address-not-allowed');
    expect((await postWebhook({ ...send, url }, { allowPrivate: false })).why).toBe('address-not-allowed');
    expect(heard).toEqual([]);
  });
});
