import { randomBytes } from 'node:crypto';
import type { Trial } from './trial.ts';

/** So many calls are kept at once; the one used longest ago makes room. */
const trialsMax = 100;

export interface KeptTrials {
  /** Gives the id under which the call can be gone on with. Guarantee: nobody can guess it. */
  open(trial: Trial): string;
  find(id: string): Trial | undefined;
  put(id: string, trial: Trial): void;
}

/** Keeps trial calls in this process's memory, and nowhere else. */
export function keepTrials(): KeptTrials {
  const trials = new Map<string, Trial>();
  const put = (id: string, trial: Trial): void => {
    trials.delete(id);
    trials.set(id, trial);
    const [oldest] = trials.keys();
    if (trials.size > trialsMax && oldest !== undefined) trials.delete(oldest);
  };
  return {
    open(trial) {
      const id = randomBytes(16).toString('base64url');
      put(id, trial);
      return id;
    },
    find: (id) => trials.get(id),
    put,
  };
}
