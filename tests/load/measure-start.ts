import { randomUUID } from 'node:crypto';
import { eventually } from '../support/eventually.ts';
import { startWholeDesk } from '../support/whole-desk.ts';
import type { Figure } from './figure.ts';

const limitSeconds = 15;

/** Times `npm start` in an empty data folder until a request is accepted and until all is ready. */
export async function measureStart(): Promise<Figure[]> {
  const desk = await startWholeDesk();
  try {
    const accepted = await eventually(() => accept(desk.publicUrl), { what: () => 'a first request' });
    const [, doors = ''] = /The doors open \(([\d.]+) s\)/.exec(desk.printed()) ?? [];
    const seconds = desk.readyAfterMs / 1000;
    return [
      {
        what: 'npm start, first time, to everything ready and a request accepted',
        ours: `${seconds.toFixed(1)} s (doors took ${doors} s), then ${accepted} `,
        against: `limit ${limitSeconds} s`,
        ratio: seconds / limitSeconds,
        aim: '≤ 1',
        holds: seconds <= limitSeconds,
      },
    ];
  } finally {
    await desk.stop();
  }
}

async function accept(publicUrl: string): Promise<number | undefined> {
  const answer = await fetch(`${publicUrl}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      service: 'nid-de-poule',
      language: 'fr',
      answers: { place: { text: '12, rue des Érables' }, size: 'small', danger: false, 'reply-way': 'none' },
    }),
  });
  return answer.status === 201 ? answer.status : undefined;
}
