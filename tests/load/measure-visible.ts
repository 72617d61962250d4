import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addStaff, addTeam } from '@guichet/casework';
import { freePort } from '@guichet/infra/embedded';
import type { Page } from 'playwright-core';
import { changeOfAddress, replies } from '../journeys/facts.ts';
import { openBrowser } from '../support/browser.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import type { BenchServers } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { fillQueue } from './fill-queue.ts';
import { openProcess } from './open-process.ts';

const limitMs = 1_000;
/** Below one page of the queue: on a fuller one the newest case is not on the first page, and only its count is. */
const requests = 45;
const perSecond = 2;
/** Of another team: what the desk looks through to know that something changed. */
const waitingElsewhere = 100_000;
const [agent, password] = ['agente-greffe', 'only-for-bench'];

/** Times each request from the answer of its acceptance until its reference stands on an agent's open queue page, in a real browser. */
export async function measureVisible(servers: BenchServers): Promise<Figure[]> {
  await addTeam(servers.system, 'greffe', { fr: 'Greffe', en: 'Registry' });
  const member = {
    signIn: agent,
    name: agent,
    password,
    language: 'fr',
    roles: ['agent'],
    teams: ['greffe'],
  } as const;
  await addStaff(servers.system, member);
  await fillQueue(servers, waitingElsewhere);
  const [intakePort, deskPort] = [await freePort(), await freePort()];
  const intake = await openProcess(servers, 'services/intake/src/main.ts', intakePort);
  const desk = await openProcess(servers, 'services/desk/src/main.ts', deskPort);
  const browser = await openBrowser();
  try {
    const page = await signIn(await browser.newContext(), `http://localhost:${deskPort}`, agent, password);
    await noteReferences(page);
    const accepted = new Map<string, number>();
    for (let sent = 0; sent < requests; sent += 1) {
      accepted.set(await request(intakePort), Date.now());
      await sleep(1_000 / perSecond);
    }
    const seen = await eventually(
      async () => {
        const noted = await notedReferences(page);
        return [...accepted.keys()].every((reference) => noted.has(reference)) && noted;
      },
      { what: () => 'all references on the page' },
    );
    const times = [...accepted].map(([reference, at]) => (seen.get(reference) ?? Number.NaN) - at);
    const [p50, p99] = [share(times, 0.5), share(times, 0.99)];
    return [
      {
        what: `acceptance to the reference on an open queue page, ${perSecond}/s, ${waitingElsewhere} cases waiting elsewhere`,
        ours: `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms of ${requests}`,
        against: `limit ${limitMs} ms`,
        ratio: p99 / limitMs,
        aim: '≤ 1',
        holds: p99 <= limitMs,
      },
    ];
  } finally {
    await browser.close();
    await Promise.all([intake.stop(), desk.stop()]);
  }
}

/** Makes the page note the moment each reference first stands on it; nothing is loaded again by hand. */
async function noteReferences(page: Page): Promise<void> {
  await page.evaluate(() => {
    const noted = new Map<string, number>();
    Object.assign(window, { noted });
    new MutationObserver(() => {
      for (const cell of document.querySelectorAll('[data-changes] .code')) {
        const reference = (cell.textContent ?? '').replace(/\D/g, '');
        if (!noted.has(reference)) noted.set(reference, Date.now());
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
}

async function notedReferences(page: Page): Promise<Map<string, number>> {
  const noted = await page.evaluate(() => [...(window as unknown as { noted: Map<string, number> }).noted]);
  return new Map(noted);
}

/** Asks for a change of address and gives its reference. Errors: throws on any answer but 201 */
async function request(port: number): Promise<string> {
  const { service, language, answers } = changeOfAddress;
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ service, language, answers: { ...answers, ...replies.web } }),
  });
  if (answer.status !== 201) throw new Error(`the door answered ${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { reference: string }).reference;
}
