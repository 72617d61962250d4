import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine } from './command-line.ts';

/** A process of ours, and a piece of its command line that proves it is. */
export interface KnownProcess {
  readonly name: string;
  readonly pid: number;
  readonly mark: string;
}

/** What we wrote down of the processes started for one data folder. */
export interface PidFiles {
  write(known: KnownProcess): void;
  forget(name: string): void;
  /** Those that still run and still prove to be ours. */
  alive(): KnownProcess[];
}

/** Opens the folder where started processes are written down, so that the next start finds what a crash left behind. */
export function openPidFiles(folder: string): PidFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fileOf = (name: string) => join(folder, `${name}.json`);
  return {
    write: (known) => writeFileSync(fileOf(known.name), JSON.stringify(known), { mode: 0o600 }),
    forget: (name) => rmSync(fileOf(name), { force: true }),
    alive: () =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .map((file) => read(join(folder, file)))
        .filter(
          (known): known is KnownProcess =>
            known !== undefined && commandLine(known.pid)?.includes(known.mark) === true,
        ),
  };
}

function read(file: string): KnownProcess | undefined {
  try {
    const known: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isKnownProcess(known) ? known : undefined;
  } catch {
    return undefined;
  }
}

function isKnownProcess(value: unknown): value is KnownProcess {
  if (typeof value !== 'object' || value === null) return false;
  const { name, pid, mark } = value as Record<string, unknown>;
  return typeof name === 'string' && typeof pid === 'number' && typeof mark === 'string' && mark !== '';
}
