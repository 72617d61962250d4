import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { processFiles } from '@guichet/infra/embedded';
import { type BenchServers, catalogueDir } from './bench-servers.ts';

const root = join(import.meta.dirname, '../..');

/** The account that the bench's webhooks are signed for. */
export const line = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'only-for-bench',
  number: '+14185550100',
} as const;

/** A process of the project's at work; `stop` ends when it has ended. */
export interface OpenProcess {
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a process on the bench's servers and a port of this machine, in the environment that `npm start` gives it, and waits until
 * it says that it does its work.
 *
 * Errors: throws when it ends before that.
 */
export async function openProcess(
  servers: BenchServers,
  script: string,
  port: number,
  nodeOptions: readonly string[] = [],
): Promise<OpenProcess> {
  const child = fork(join(root, script), {
    cwd: root,
    execArgv: [...nodeOptions, '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...environmentOf(script),
      ...process.env,
      DATABASE_URL: servers.databaseUrl,
      REDIS_URL: servers.redisUrl,
      GUICHET_KEY_FILE: servers.keyFile,
      GUICHET_DATA: servers.dataDir,
      CATALOGUE_DIR: catalogueDir,
      TWILIO_ACCOUNT_SID: line.accountSid,
      TWILIO_AUTH_TOKEN: line.authToken,
      TWILIO_FROM: line.number,
      PORT: String(port),
      DESK_PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    },
  });
  await ready(script, child);
  return {
    pid: child.pid ?? 0,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function environmentOf(script: string): Readonly<Record<string, string>> {
  const all = [...processFiles.doors, ...processFiles.hands];
  return all.find(({ main }) => main === join(root, script))?.environment ?? {};
}

async function ready(script: string, child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
}
