import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where things are in the data folder of an embedded start. */
export interface Home {
  readonly folder: string;
  /** Joins a path below the data folder. */
  at(...parts: string[]): string;
  /** Gives a random secret made at the first start and kept, readable by its owner only. */
  secret(name: string): string;
  port(name: string): number | undefined;
  rememberPort(name: string, port: number): void;
}

const secretBytes = 24;

/** Opens the data folder: nothing is written before the first secret or port is kept. */
export function openHome(folder: string): Home {
  const at = (...parts: string[]) => join(folder, ...parts);
  const secrets = openMemory<string>(at('secrets.json'));
  const ports = openMemory<number>(at('ports.json'));
  return {
    folder,
    at,
    secret(name) {
      const known = secrets.get(name);
      if (known !== undefined) return known;
      const made = randomBytes(secretBytes).toString('hex');
      secrets.set(name, made);
      return made;
    },
    port: (name) => ports.get(name),
    rememberPort: (name, port) => ports.set(name, port),
  };
}

interface Memory<T> {
  get(name: string): T | undefined;
  set(name: string, value: T): void;
}

function openMemory<T>(file: string): Memory<T> {
  const read = () => (existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, T>) : {});
  return {
    get: (name) => read()[name],
    set(name, value) {
      mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
      writeFileSync(file, `${JSON.stringify({ ...read(), [name]: value }, null, 2)}\n`, { mode: 0o600 });
    },
  };
}
