import { addCounter, addPlace, addStaff, addTeam } from '@guichet/casework';
import { freePort } from '@guichet/infra/embedded';
import type { Browser, BrowserContext } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { openedCases } from '../support/opened-cases.ts';
import type { BenchServers } from './bench-servers.ts';
import { openPublic } from './open-public.ts';
import { openProcess } from './open-process.ts';

const password = 'only-for-bench';

/** A desk in a process of its own, with cases that wait and somebody signed in who may do everything with them. */
export interface BenchDesk {
  home: string;
  pid: number;
  browser: Browser;
  context: BrowserContext;
  /** The references of the cases that wait. */
  references: readonly string[];
  stop(): Promise<void>;
}

/** Opens a desk on the servers of a bench. Shape: `signIn` is the person's, new to these servers; `waiting` cases wait. */
export async function openBenchDesk(
  servers: BenchServers,
  person: string,
  waiting: number,
): Promise<BenchDesk> {
  for (const team of ['voirie', 'animaux']) await addTeam(servers.system, team, { fr: team, en: team });
  await addStaff(servers.system, {
    signIn: person,
    name: person,
    password,
    language: 'fr',
    roles: ['supervisor', 'agent', 'clerk'],
    teams: ['voirie', 'animaux'],
  });
  const placeId = await addPlace(servers.system, {
    code: person,
    name: { fr: 'Hôtel de ville', en: 'City hall' },
    timeZone: 'America/Toronto',
  });
  await addCounter(servers.system, { placeId, name: '1' });
  const people = await openPublic(servers);
  const references = await openedCases(people, waiting).finally(() => people.close());
  const port = await freePort();
  const home = `http://localhost:${port}`;
  // Collects when told, so that what is counted is what is held, not what waits to be collected.
  const collects = 'data:text/javascript,process.on("SIGUSR2",()=>globalThis.gc())';
  const desk = await openProcess(servers, 'services/desk/src/main.ts', port, [
    '--expose-gc',
    '--import',
    collects,
  ]);
  const browser = await openBrowser();
  const stop = async () => {
    await browser.close();
    await desk.stop();
  };
  try {
    const context = await browser.newContext({ locale: 'fr-CA' });
    await signIn(context, home, person, password);
    return { home, pid: desk.pid, browser, context, references, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
