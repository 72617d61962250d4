import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeCall, FakeMessage, FakeRecording } from './fake-records.ts';

/** Everything that one account of the fake holds, and what its parts share. */
export interface FakeAccount {
  readonly accountSid: string;
  readonly authToken: string;
  readonly messages: FakeMessage[];
  readonly calls: FakeCall[];
  readonly recordings: Map<string, FakeRecording>;
  readonly signal: AbortSignal;
  newSid(prefix: string): string;
  /** Tells the screen what a person would have received. */
  note(fr: string, en: string): void;
  /** Lets something happen beside the request, and waits for it at the close. */
  run(act: () => Promise<void>): void;
  /** A moment between two states. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

export interface FakeAccountOptions {
  accountSid: string;
  authToken: string;
  log?: (line: { fr: string; en: string }) => void;
  /** Unit: milliseconds. */
  tickMs?: number;
}

/** Opens an account with nothing in it. */
export function openFakeAccount({
  accountSid,
  authToken,
  log,
  tickMs = 30,
}: FakeAccountOptions): FakeAccount {
  const stop = new AbortController();
  const running = new Set<Promise<void>>();
  return {
    accountSid,
    authToken,
    messages: [],
    calls: [],
    recordings: new Map(),
    signal: stop.signal,
    newSid: (prefix) => `${prefix}${randomBytes(16).toString('hex')}`,
    note: (fr, en) => log?.({ fr, en }),
    run(act) {
      const done = act()
        .catch(() => {})
        .finally(() => running.delete(done));
      running.add(done);
    },
    tick: () => sleep(tickMs, undefined, { signal: stop.signal }),
    async close() {
      stop.abort();
      await Promise.all(running);
    },
  };
}
