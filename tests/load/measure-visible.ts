import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  acceptSubmission,
  actOnCases,
  addStaff,
  addTeam,
  as,
  type DeskContext,
  openDesk,
} from '@guichet/casework';
import { freePort } from '@guichet/infra/embedded';
import type { Reference } from '@guichet/kernel';
import type { Page } from 'playwright-core';
import { changeOfAddress, replies } from '../journeys/facts.ts';
import { openBrowser } from '../support/browser.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { seeded } from '../support/paper/random.ts';
import { type BenchServers, catalogueDir } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { fillQueue } from './fill-queue.ts';
import { openPublic } from './open-public.ts';
import { openProcess } from './open-process.ts';

/** The figure of a page that is open: what is accepted is there before a person would look again. */
const limitMs = 300;
/** Below one page of the queue: on a fuller one the newest case is not on the first page, and only its count is. */
const requestsARound = 48;
const rounds = 4;
const perSecond = 2;
/** Of another team: what the desk looks through to know that something changed. */
const waitingElsewhere = 100_000;
const [agent, password] = ['agente-greffe', 'only-for-bench'];
/** The Internet by its own process; the others by the function in which every door ends. */
const doors = ['web', 'phone', 'mail', 'counter'] as const;
type Door = (typeof doors)[number];

/** Times each request from its acceptance, at doors in turn, until its reference stands on an agent's open queue page, in a real browser. */
export async function measureVisible(servers: BenchServers): Promise<Figure[]> {
  await addTeam(servers.system, 'greffe', { fr: 'Greffe', en: 'Registry' });
  await addTeam(servers.system, 'archives', { fr: 'Archives', en: 'Archives' });
  const teams = ['greffe', 'archives'];
  const member = { signIn: agent, name: agent, password, language: 'fr', roles: ['agent'] } as const;
  await addStaff(servers.system, { ...member, teams: ['greffe'] });
  const mover = { ...member, signIn: 'chef-greffe', roles: ['supervisor'], teams } as const;
  const staffId = await addStaff(servers.system, mover);
  await fillQueue(servers, waitingElsewhere);
  const [intakePort, deskPort] = [await freePort(), await freePort()];
  const intake = await openProcess(servers, 'services/intake/src/main.ts', intakePort);
  const desk = await openProcess(servers, 'services/desk/src/main.ts', deskPort);
  const people = await openPublic(servers);
  const staff = await openDesk({ ...servers, catalogueDir, name: 'bench-visible', actor: { kind: 'door' } });
  const browser = await openBrowser();
  try {
    const page = await signIn(await browser.newContext(), `http://localhost:${deskPort}`, agent, password);
    const random = seeded(11);
    const times = new Map<Door, number[]>(doors.map((door) => [door, []]));
    for (let round = 0; round < rounds; round += 1) {
      await noteReferences(page);
      const accepted: { reference: string; door: Door; at: number }[] = [];
      for (let sent = 0; sent < requestsARound; sent += 1) {
        const door = doors[sent % doors.length] ?? 'web';
        const reference =
          door === 'web' ? await request(intakePort) : await accept(people.public(door), door);
        accepted.push({ reference, door, at: Date.now() });
        // As people come: by chance, now and then two at once.
        await sleep((-Math.log(1 - random()) * 1_000) / perSecond);
      }
      const seen = await eventually(
        async () => {
          const noted = await notedReferences(page);
          return accepted.every(({ reference }) => noted.has(reference)) && noted;
        },
        { what: () => 'all references on the page' },
      );
      for (const { reference, door, at } of accepted)
        times.get(door)?.push((seen.get(reference) ?? Number.NaN) - at);
      const act = { kind: 'move', team: 'archives', reason: 'bench' } as const;
      const moved = accepted.map(({ reference }) => reference as Reference);
      await actOnCases(as(staff.ctx, { kind: 'staff', staffId, roles: ['supervisor'], teams }), act, moved);
    }
    const all = [...times.values()].flat();
    const [p50, p99] = [share(all, 0.5), share(all, 0.99)];
    const worst = [...times].map(([door, ms]) => `${door} ${Math.max(...ms).toFixed(0)}`).join(', ');
    return [
      {
        what: `acceptance at any door to the reference on an open queue page, ${perSecond}/s by chance, ${waitingElsewhere} cases waiting elsewhere`,
        ours: `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms of ${all.length}; slowest: ${worst} ms`,
        against: `limit ${limitMs} ms`,
        ratio: p99 / limitMs,
        aim: '≤ 1',
        holds: p99 <= limitMs,
      },
    ];
  } finally {
    await browser.close();
    await Promise.all([intake.stop(), desk.stop(), people.close(), staff.close()]);
  }
}

/** Accepts a change of address at a door that is no process of the bench, and gives its reference. Errors: throws when it is incomplete */
async function accept(ctx: DeskContext, channel: Exclude<Door, 'web'>): Promise<string> {
  const { service, language, answers } = changeOfAddress;
  const accepted = await acceptSubmission(ctx, {
    service,
    channel,
    language,
    answers: { ...answers, ...replies.web },
    idempotency: { scope: 'bench', key: randomUUID() },
  });
  if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
  return accepted.case.reference;
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
