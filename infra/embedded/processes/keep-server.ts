import { setTimeout as pause } from 'node:timers/promises';
import type { PidFiles } from './pid-files.ts';

interface Server {
  readonly pid: number;
  readonly mark: string;
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** A database server that is started again when it dies, at the same address, until it is stopped. */
export interface KeptServer<S> {
  readonly first: S;
  stop(): Promise<void>;
}

/** Unit: milliseconds. */
const pauses = { first: 250, longest: 10_000 };

/** Starts a server and starts it again whenever it dies, after a longer pause each time that it can't start. */
export async function keepServer<S extends Server>(
  name: string,
  start: () => Promise<S>,
  pidFiles: PidFiles,
  died: (name: string, code: number | null, againInMs: number) => void,
): Promise<KeptServer<S>> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const first = await start();
  let current: Server = first;
  const note = () => pidFiles.write({ name, pid: current.pid, mark: current.mark });
  note();

  const revive = async (wait: number): Promise<void> => {
    const code = await current.ended;
    if (signal.aborted) return;
    died(name, code, wait);
    await pause(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    const next = await start().catch(() => undefined);
    if (next === undefined) return revive(Math.min(wait * 2, pauses.longest));
    current = next;
    note();
    return revive(pauses.first);
  };
  const reviving = revive(pauses.first);

  return {
    first,
    async stop() {
      stopping.abort();
      await current.stop();
      await reviving;
      // It may have come back to life in between.
      await current.stop();
      pidFiles.forget(name);
    },
  };
}
