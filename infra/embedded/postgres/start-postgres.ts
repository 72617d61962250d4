import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pollUntil } from '../poll-until.ts';
import { commandLine } from '../processes/command-line.ts';
import { endProcess } from '../processes/end-process.ts';
import { chooseIdentity, type Identity } from './choose-identity.ts';
import { findBinaries } from './find-binaries.ts';

export interface PostgresOptions {
  /** Where its files go, if the account it runs under can work there. */
  readonly dataFolder: string;
  readonly logFile: string;
  readonly port: number;
  readonly password: string;
  /** Off only for tests: an acceptance must survive a power cut. */
  readonly durable: boolean;
  /** Instead of what suits this account; for tests. */
  readonly ways?: Identity['way'][];
}

/** A PostgreSQL server of ours. */
export interface EmbeddedPostgres {
  readonly pid: number;
  readonly port: number;
  readonly user: string;
  /** In its command line: proves that a process is this server. */
  readonly mark: string;
  readonly dataFolder: string;
  readonly way: Identity['way'];
  /** True when its files were made just now. */
  readonly isNew: boolean;
  /** Settles when the server ends, whoever ended it. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const superuser = 'guichet_admin';

/**
 * Starts PostgreSQL on this machine's loopback, making its files first when there are none.
 *
 * Guarantee: listens on 127.0.0.1 only, asks for the password, and survives Ctrl-C: it ends by `stop`.
 * Errors: throws with the end of its log when it does not start.
 */
export async function startPostgres(options: PostgresOptions): Promise<EmbeddedPostgres> {
  mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
  mkdirSync(dirname(options.logFile), { recursive: true, mode: 0o700 });
  const identity = chooseIdentity(findBinaries(), options.dataFolder, options.ways);
  const { dataFolder } = identity;
  await endLeftover(dataFolder);
  const isNew = !existsSync(join(dataFolder, 'PG_VERSION'));
  if (isNew) makeFiles(identity, options);
  const child = launch(identity, options);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const { pid } = child;
  if (pid === undefined) throw new Error('PostgreSQL could not be started');
  await waitUntilReady(child, identity, options);
  const stop = () => endProcess(pid, dataFolder, { signal: 'SIGINT', within: 15_000 });
  return {
    pid,
    port: options.port,
    user: superuser,
    mark: dataFolder,
    dataFolder,
    way: identity.way,
    isNew,
    ended,
    stop,
  };
}

/** A server left by a start that crashed still holds these files: it is ended, never the server of another folder. */
async function endLeftover(dataFolder: string): Promise<void> {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n', 1)[0]);
  if (Number.isInteger(pid) && pid > 1) await endProcess(pid, dataFolder, { signal: 'SIGINT' });
}

function makeFiles(identity: Identity, { password, durable }: PostgresOptions): void {
  const passwordFile = `${identity.dataFolder}.password`;
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.owner !== undefined) chownSync(passwordFile, identity.owner.uid, identity.owner.gid);
  const flags = {
    pgdata: identity.dataFolder,
    username: superuser,
    pwfile: passwordFile,
    auth: 'scram-sha-256',
    encoding: 'UTF8',
    'locale-provider': 'builtin',
    'builtin-locale': 'C.UTF-8',
    locale: 'C',
  };
  const args = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
  args.push('--no-instructions', '--no-sync');
  const [command = '', ...rest] = [...identity.prefix, identity.binaries.initdb, ...args];
  const result = spawnSync(command, rest, { encoding: 'utf8', cwd: '/', ...identity.owner });
  rmSync(passwordFile, { force: true });
  if (result.status === 0) {
    // One sync of all of it is far quicker than initdb's, file by file.
    if (durable) spawnSync('sync', ['-f', identity.dataFolder], { stdio: 'ignore' });
    return;
  }
  rmSync(identity.dataFolder, { recursive: true, force: true });
  throw new Error(
    `initdb: ${(result.stderr ?? '').trim().split('\n').at(-1) ?? result.error?.message ?? 'failed'}`,
  );
}

function launch(identity: Identity, { port, logFile, durable }: PostgresOptions): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    timezone: 'UTC',
    jit: 'off',
    // The log must hold no row and no value: neither details nor statements nor their parameters.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', identity.dataFolder, '-p', String(port), ...flags];
  const [command = '', ...rest] = [...identity.prefix, identity.binaries.postgres, ...args];
  const log = openSync(logFile, 'a', 0o600);
  // A session of its own: Ctrl-C in the terminal must reach us alone, who then end everything in order.
  return spawn(command, rest, { stdio: ['ignore', log, log], detached: true, cwd: '/', ...identity.owner });
}

/** The server writes its state in the eighth line of postmaster.pid: no password and no connection needed. */
async function waitUntilReady(
  child: ChildProcess,
  identity: Identity,
  options: PostgresOptions,
): Promise<void> {
  const file = join(identity.dataFolder, 'postmaster.pid');
  await pollUntil(
    () => {
      if (child.exitCode !== null) throw new Error(`PostgreSQL: ${lastLine(options.logFile)}`);
      if (!existsSync(file)) return false;
      const lines = readFileSync(file, 'utf8').split('\n');
      return commandLine(Number(lines[0])) !== undefined && lines[7]?.trim() === 'ready';
    },
    { what: 'PostgreSQL', within: 120_000, every: 10 },
  );
}

function lastLine(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').at(-1) ?? '';
}
