import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started hold now. Unit: bytes of memory, pages of a library shared by several counted by share. */
export function memoryHeldBy(pid: number): { own: number; all: number } {
  const own = held(pid);
  return { own, all: startedBy(pid).reduce((total, one) => total + held(one), own) };
}

/** Ids of the processes that this one started, and of those that they started. */
function startedBy(pid: number): number[] {
  const parents = readdirSync('/proc')
    .map(Number)
    .filter((id) => id > 0)
    .map((id) => ({ id, parent: parentOf(id) }));
  const below = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap(({ id }) => [id, ...below(id)]);
  return below(pid);
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

function held(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024;
}

/** Nothing of a process that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
