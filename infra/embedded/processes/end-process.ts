import { pollUntil } from '../poll-until.ts';
import { commandLine } from './command-line.ts';

/**
 * Asks a process to end, insists after a while, and returns once it has gone.
 *
 * Guarantee: only a process whose command line still holds `mark` is touched: a number may have been given away since.
 * Unit: milliseconds.
 */
export async function endProcess(
  pid: number,
  mark: string,
  { signal = 'SIGTERM', within = 10_000 }: { signal?: NodeJS.Signals; within?: number } = {},
): Promise<void> {
  const isOurs = () => commandLine(pid)?.includes(mark) === true;
  if (!isOurs()) return;
  send(pid, signal);
  try {
    await pollUntil(() => !isOurs(), { what: `process ${pid}`, within });
  } catch {
    send(pid, 'SIGKILL');
    await pollUntil(() => !isOurs(), { what: `process ${pid} after SIGKILL`, within: 5_000 });
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It went by itself between the look and the signal.
  }
}
