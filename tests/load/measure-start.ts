import { randomUUID } from 'node:crypto';
import { freePort } from '@guichet/infra/embedded';
import { eventually } from '../support/eventually.ts';
import { startWholeDesk } from '../support/whole-desk.ts';
import type { Figure } from './figure.ts';

const limitSeconds = 15;

/** Times `npm start` in an empty data folder until the first request is accepted. */
export async function measureStart(): Promise<Figure[]> {
  const port = await freePort();
  const from = performance.now();
  const starting = startWholeDesk({ environment: { PORT: String(port) } });
  try {
    await eventually(() => accept(port), { withinMs: 120_000, what: () => 'a first request' });
    const seconds = (performance.now() - from) / 1000;
    const { readyAfterMs } = await starting;
    return [
      {
        what: 'npm start, first time, to the first accepted request',
        ours: `${seconds.toFixed(1)} s (all workers and the demo: ${(readyAfterMs / 1000).toFixed(1)} s)`,
        against: `limit ${limitSeconds} s`,
        ratio: seconds / limitSeconds,
        aim: '≤ 1',
        holds: seconds <= limitSeconds,
      },
    ];
  } finally {
    await (await starting).stop();
  }
}

async function accept(port: number): Promise<true | undefined> {
  try {
    const answer = await fetch(`http://localhost:${port}/api/v1/requests`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        service: 'nid-de-poule',
        language: 'fr',
        answers: {
          place: { text: '12, rue des Érables' },
          size: 'small',
          danger: false,
          'reply-way': 'none',
        },
      }),
    });
    return answer.status === 201 ? true : undefined;
  } catch {
    return undefined;
  }
}
