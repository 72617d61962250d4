import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { freePort } from '@guichet/infra/embedded';
import type { BenchServers } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { openProcess } from './open-process.ts';
import { runPgbench } from './run-pgbench.ts';

const seconds = 6;
const peer = join(import.meta.dirname, 'acceptance-peer.sql');

/** Loads the public door's JSON API and, in turn on the same server, pgbench with one prepared statement that inserts the same rows. */
export async function measureIntake(servers: BenchServers): Promise<Figure[]> {
  const port = await freePort();
  const door = await openProcess(servers, 'services/intake/src/main.ts', port);
  const figures: Figure[] = [];
  try {
    await loadDoor(port, 16, 2);
    for (const connections of [32, 64]) {
      const theirs = await runPgbench({
        port: servers.postgresPort,
        script: peer,
        clients: connections,
        seconds,
      });
      const { rate, p99 } = await loadDoor(port, connections, seconds);
      const ratio = rate / theirs;
      figures.push({
        what: `intake by JSON API, ${connections} connections, every commit synced`,
        ours: `${Math.round(rate)} accepted/s, p99 ${p99.toFixed(0)} ms`,
        against: `pgbench, one statement each: ${Math.round(theirs)}/s`,
        ratio,
        aim: '≥ 0.6, then 1.0',
        holds: ratio >= 0.6,
      });
    }
  } finally {
    await door.stop();
  }
  return figures;
}

/** Keeps so many connections busy for so many seconds. Errors: throws on any answer but 201 */
async function loadDoor(
  port: number,
  connections: number,
  forSeconds: number,
): Promise<{ rate: number; p99: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const from = performance.now();
  const until = from + forSeconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) {
        const sent = performance.now();
        const status = await post(agent, port);
        if (status !== 201) throw new Error(`the door answered ${status}`);
        times.push(performance.now() - sent);
      }
    }),
  );
  agent.destroy();
  return { rate: times.length / ((performance.now() - from) / 1000), p99: share(times, 0.99) };
}

const body = JSON.stringify({
  service: 'nid-de-poule',
  language: 'fr',
  answers: {
    place: { text: '12, rue des Érables' },
    size: 'medium',
    danger: false,
    'reply-way': 'email',
    'reply-email': 'charge@exemple.ca',
  },
});

function post(agent: Agent, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/v1/requests',
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'idempotency-key': randomUUID(),
        },
      },
      (answer) => {
        answer.resume();
        answer.once('end', () => settle(answer.statusCode ?? 0));
      },
    );
    sent.once('error', fail);
    sent.end(body);
  });
}
