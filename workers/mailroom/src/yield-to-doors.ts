import { readdirSync } from 'node:fs';
import { getPriority, setPriority } from 'node:os';

/**
 * Puts every thread of this process after the doors' in the line for a processor; threads that start later follow.
 *
 * Guarantee: those that V8 started before us too, which collect garbage and compile: on Linux a process's priority is that of one
 *   thread alone. Where the threads are not told, only the first one yields.
 * Unit: niceness, 0 to 19
 */
export function yieldToDoors(niceness: number): void {
  // Nobody but the system's owner may take a place further to the front again.
  const place = Math.max(getPriority(), niceness);
  setPriority(place);
  for (const thread of threads()) {
    try {
      setPriority(thread, place);
    } catch {
      // It ended meanwhile.
    }
  }
}

function threads(): number[] {
  try {
    return readdirSync('/proc/self/task').map(Number);
  } catch {
    return [];
  }
}
