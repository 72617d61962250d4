import type { TestProject } from 'vitest/node';
import { type RunningServers, startTestServers, type TestServers } from './test-servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    servers: TestServers;
  }
}

/** Shared by the projects of one run, which each load this file: the first starts the servers, the last stops them. */
interface Shared {
  users: number;
  servers: Promise<RunningServers>;
}
const key = Symbol.for('guichet.test-servers');
const place = globalThis as { [key]?: Shared };

/** Starts the servers of a test run, once however many projects ask, and tells test files where they are. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const shared = place[key] ?? { users: 0, servers: startTestServers() };
  place[key] = shared;
  shared.users += 1;
  const { facts, stop } = await shared.servers;
  project.provide('servers', facts);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete place[key];
    await stop();
  };
}
