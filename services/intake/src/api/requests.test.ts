import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestDoor } from '../../test/open-test-door.ts';
import { requests } from '../../test/people.ts';

const desk = await useDesk();
const { app } = openTestDoor(desk);
const { adminSql } = desk.database;
const pothole = { service: 'nid-de-poule', language: 'en', answers: requests['nid-de-poule'] };

const countCases = async () =>
  (await adminSql<[{ count: number }]>`select count(*)::int as count from cases`)[0].count;

function post(body: unknown, headers: Record<string, string> = {}) {
  return app.request('/api/v1/requests', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

interface Refused {
  status: number;
  detail: string;
  errors?: { path: string; code: string; words: string }[];
}

async function refusal(answer: Response | Promise<Response>): Promise<Refused> {
  const { headers, status, json } = await Promise.resolve(answer).then((one) => ({
    headers: one.headers,
    status: one.status,
    json: one.json() as Promise<Refused>,
  }));
  expect(headers.get('content-type')).toBe('application/problem+json');
  const body = await json;
  expect(body.status).toBe(status);
  return body;
}

describe('POST /api/v1/requests: 201', () => {
  it('makes one case, and says the same again to the same key and answers', async () => {
    const key = randomUUID();
    const before = await countCases();
    const first = await post(pothole, { 'idempotency-key': key });
    const text = await first.text();
    const again = await post(pothole, { 'idempotency-key': key });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await again.text()).toBe(text);
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('location')).toBe(
      `/api/v1/requests/${(JSON.parse(text) as { reference: string }).reference}`,
    );
    expect(await countCases()).toBe(before + 1);
  });

  it('of twenty copies at once, one makes the case', async () => {
    const key = randomUUID();
    const before = await countCases();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post(pothole, { 'idempotency-key': key })),
    );
    const bodies = new Set(await Promise.all(answers.map((answer) => answer.text())));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(bodies.size).toBe(1);
    expect(await countCases()).toBe(before + 1);
  });
});

describe('POST /api/v1/requests: 400', () => {
  it('refuses a key that is missing or too short, and a body that is not JSON', async () => {
    expect((await refusal(post(pothole, { 'idempotency-key': '' }))).status).toBe(400);
    expect((await refusal(post(pothole, { 'idempotency-key': 'short' }))).status).toBe(400);
    expect((await refusal(post('{"service":'))).status).toBe(400);
  });
});

describe('POST /api/v1/requests: 403', () => {
  it('refuses what a page of another site sends', async () => {
    expect((await refusal(post(pothole, { 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
  });
});

describe('POST /api/v1/requests: 404', () => {
  it('names no service that does not exist', async () => {
    const body = await refusal(
      post({ ...pothole, service: 'licorne' }, { 'accept-language': 'fr-CA,fr;q=0.9,en;q=0.5' }),
    );
    expect(body).toMatchObject({ status: 404, detail: 'Ce service n’existe pas.' });
  });
});

describe('POST /api/v1/requests: 413', () => {
  it('refuses ten megabytes, told or not told of beforehand', async () => {
    const huge = JSON.stringify({ ...pothole, padding: 'x'.repeat(10 * 1024 * 1024) });
    expect((await refusal(post(huge))).status).toBe(413);
    expect((await refusal(post(huge, { 'content-length': String(huge.length) }))).status).toBe(413);
  });
});

describe('POST /api/v1/requests: 415', () => {
  it('takes JSON only', async () => {
    expect((await refusal(post(pothole, { 'content-type': 'text/plain' }))).status).toBe(415);
  });
});

describe('POST /api/v1/requests: 422', () => {
  const bad: [string, unknown, string, string][] = [
    ['an unknown member', { ...pothole, colour: 'red' }, 'colour', 'unknown-question'],
    ['no answers', { service: 'nid-de-poule' }, 'answers', 'required'],
    ['answers that are a list', { ...pothole, answers: [] }, 'answers', 'wrong-type'],
    [
      'an unknown question',
      { ...pothole, answers: { ...pothole.answers, horn: 'long' } },
      'horn',
      'unknown-question',
    ],
    ['a missing answer', { ...pothole, answers: {} }, 'place', 'required'],
    ['a wrong type', { ...pothole, answers: { ...pothole.answers, danger: 7 } }, 'danger', 'wrong-type'],
    [
      'an unknown option',
      { ...pothole, answers: { ...pothole.answers, size: 'huge' } },
      'size',
      'not-an-option',
    ],
    [
      'a text too long',
      { ...pothole, answers: { ...pothole.answers, description: 'x'.repeat(1001) } },
      'description',
      'too-long',
    ],
    [
      'a question not asked',
      { ...pothole, answers: { ...pothole.answers, danger: false } },
      'danger-kinds',
      'not-asked',
    ],
    [
      'an original of someone else',
      {
        ...pothole,
        answers: { ...pothole.answers, photo: { evidence: ['0199f3c2-7a41-7abc-9def-0123456789ab'] } },
      },
      'photo',
      'not-an-option',
    ],
    ['a language we do not speak', { ...pothole, language: 'de' }, 'language', 'not-an-option'],
  ];
  for (const [name, body, path, code] of bad) {
    it(`${name} is named, in the language asked for, and nothing is kept`, async () => {
      const before = await countCases();
      const french = await refusal(post(body));
      const english = await refusal(post(body, { 'accept-language': 'en' }));
      expect(french.status).toBe(422);
      const [inFrench, inEnglish] = [french, english].map(({ errors }) =>
        errors?.find((error) => error.path === path),
      );
      expect(inFrench).toMatchObject({ path, code });
      expect(inFrench?.words).not.toBe(inEnglish?.words);
      expect(await countCases()).toBe(before);
    });
  }

  it('refuses a key used before for other answers', async () => {
    const key = randomUUID();
    await post(pothole, { 'idempotency-key': key });
    const other = { ...pothole, answers: { ...pothole.answers, size: 'small' } };
    const body = await refusal(post(other, { 'idempotency-key': key, 'accept-language': 'en' }));
    expect(body).toMatchObject({ status: 422, detail: 'This key was already used for another request.' });
  });

  it('survives keys that are names of every object', async () => {
    const text = `{"service":"nid-de-poule","answers":{"__proto__":{"x":1},"constructor":"a","toString":1}}`;
    expect((await refusal(post(text))).status).toBe(422);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

async function made() {
  return (await (await post(pothole)).json()) as { reference: string; statusCode: string; href: string };
}

describe('GET /api/v1/requests/{reference}', () => {
  it('200: tells where it stands to who holds the code or a fact of the request', async () => {
    const { href, statusCode, reference } = await made();
    for (const proof of [statusCode, '418 555-0123']) {
      const answer = await app.request(href, {
        headers: { 'x-request-proof': proof, 'accept-language': 'en' },
      });
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        reference,
        state: 'received',
        stateWords: 'Waiting to be handled',
      });
    }
  });

  it('404: a wrong proof, none, and a reference of nobody look the same', async () => {
    const { href } = await made();
    const answers = await Promise.all([
      refusal(app.request(href, { headers: { 'x-request-proof': '000000' } })),
      refusal(app.request(href)),
      refusal(app.request('/api/v1/requests/1234567897', { headers: { 'x-request-proof': '000000' } })),
    ]);
    const seen = answers.map((answer) => ({ ...answer, requestId: '' }));
    expect(seen[0]).toMatchObject({ status: 404 });
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
  });

  it('429: after ten misses the reference is closed for a while, to the right proof too', async () => {
    const { href, statusCode } = await made();
    for (let miss = 0; miss < 10; miss += 1)
      await app.request(href, { headers: { 'x-request-proof': '000000' } });
    const answer = await app.request(href, { headers: { 'x-request-proof': statusCode } });
    expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    expect((await refusal(answer)).status).toBe(429);
  });
});
