import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openRedis } from '@guichet/platform';
import { pollUntil } from '../poll-until.ts';
import { endProcess } from '../processes/end-process.ts';
import { findRedisServer } from './find-redis-server.ts';

export interface RedisOptions {
  readonly dataFolder: string;
  readonly logFile: string;
  readonly port: number;
  readonly password: string;
  /** Instead of a server on the PATH where there is one; for tests. */
  readonly kind?: 'server' | 'javascript';
}

/** A Redis of ours. */
export interface EmbeddedRedis {
  readonly kind: 'server' | 'javascript';
  readonly pid: number;
  readonly port: number;
  readonly url: string;
  /** In its command line: proves that a process is this server. */
  readonly mark: string;
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Starts a Redis on this machine's loopback: the server on the PATH with its append-only file, or else the one in
 * JavaScript, in a process of its own, which forgets all at its end.
 *
 * Guarantee: evicts nothing; survives Ctrl-C: it ends by `stop`.
 * Source: infra/decisions/0002
 */
export async function startRedis(options: RedisOptions): Promise<EmbeddedRedis> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  mkdirSync(dirname(options.logFile), { recursive: true, mode: 0o700 });
  const program = options.kind === 'javascript' ? undefined : findRedisServer();
  const kind = program === undefined ? 'javascript' : 'server';
  const child = program === undefined ? launchJavaScript(options) : launchServer(program, options);
  const { pid } = child;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (pid === undefined) throw new Error('Redis could not be started');
  const secret = kind === 'server' ? `:${options.password}@` : '';
  const url = `redis://${secret}127.0.0.1:${options.port}`;
  await waitUntilReady(child, url, options.logFile);
  const mark = options.dataFolder;
  return { kind, pid, port: options.port, url, mark, ended, stop: () => endProcess(pid, mark) };
}

function launchServer(program: string, { dataFolder, logFile, port, password }: RedisOptions): ChildProcess {
  const file = join(dataFolder, 'redis.conf');
  const lines = [
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${dataFolder}"`,
    'appendonly yes',
    'appendfsync everysec',
    'save ""',
    'maxmemory-policy noeviction',
    // Its command line must go on naming our folder: by that the next start knows it as ours.
    'set-proc-title no',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return spawn(program, [file], detachedTo(logFile));
}

function launchJavaScript({ dataFolder, logFile, port }: RedisOptions): ChildProcess {
  const main = join(dirname(fileURLToPath(import.meta.url)), 'javascript-redis.ts');
  return spawn(process.execPath, ['--import', 'tsx', main, String(port), dataFolder], detachedTo(logFile));
}

function detachedTo(logFile: string) {
  const log = openSync(logFile, 'a', 0o600);
  return { stdio: ['ignore', log, log] as ['ignore', number, number], detached: true };
}

async function waitUntilReady(child: ChildProcess, url: string, logFile: string): Promise<void> {
  const redis = openRedis(url, { role: 'plain' });
  try {
    await pollUntil(
      async () => {
        if (child.exitCode !== null) throw new Error(`Redis ended with ${child.exitCode}: see ${logFile}`);
        return redis.ping().catch(() => undefined);
      },
      { what: 'Redis', within: 30_000 },
    );
  } finally {
    redis.disconnect();
  }
}
