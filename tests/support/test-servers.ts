import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseUrl, migrate, ownerRole, prepareDatabase } from '@guichet/infra/database';
import {
  type EmbeddedPostgres,
  type EmbeddedRedis,
  findRedisServer,
  freePort,
  openPidFiles,
  startPostgres,
  startRedis,
} from '@guichet/infra/embedded';
import { openDatabase } from '@guichet/platform';
import { testConfig } from './config.ts';
import { runPrefix, sweepLeftovers } from './sweep-leftovers.ts';

/** Where test files find the servers of this run. */
export interface TestServers {
  readonly postgresPort: number;
  readonly superuser: string;
  readonly password: string;
  readonly template: string;
  readonly redisUrl: string;
  readonly redisKind: EmbeddedRedis['kind'];
  readonly folder: string;
}

export interface RunningServers {
  readonly facts: TestServers;
  stop(): Promise<void>;
}

const template = 'guichet_template';
const password = 'only-for-tests';

/**
 * Starts one PostgreSQL and one Redis for a test run and migrates the database that each test file will clone.
 *
 * Guarantee: what a killed run left behind is ended and deleted first. Writes are not synced to the disk: tests of
 * durability start a server of their own.
 */
export async function startTestServers(): Promise<RunningServers> {
  await sweepLeftovers();
  if (testConfig().isCi && findRedisServer() === undefined) {
    throw new Error('CI: no redis-server on the PATH; tests there run on the real one. Install it.');
  }
  const folder = mkdtempSync(join(tmpdir(), runPrefix));
  mkdirSync(join(folder, 'run'));
  const pidFiles = openPidFiles(join(folder, 'run'));
  pidFiles.write({ name: 'runner', pid: process.pid, mark: 'vitest' });
  const [postgres, redis] = await Promise.all([startTestPostgres(folder), startTestRedis(folder)]);
  pidFiles.write({ name: 'postgres', pid: postgres.pid, mark: postgres.mark });
  pidFiles.write({ name: 'redis', pid: redis.pid, mark: redis.mark });
  await prepareTemplate(postgres);
  return {
    facts: {
      postgresPort: postgres.port,
      superuser: postgres.user,
      password,
      template,
      redisUrl: redis.url,
      redisKind: redis.kind,
      folder,
    },
    async stop() {
      await Promise.all([postgres.stop(), redis.stop()]);
      if (testConfig().keepsDatabases) console.log(`Databases kept in ${postgres.dataFolder}`);
      else rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startTestPostgres(folder: string): Promise<EmbeddedPostgres> {
  return startPostgres({
    dataFolder: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    port: await freePort(),
    password,
    durable: false,
  });
}

async function startTestRedis(folder: string): Promise<EmbeddedRedis> {
  const redis = await startRedis({
    dataFolder: join(folder, 'redis'),
    logFile: join(folder, 'redis.log'),
    port: await freePort(),
    password,
  });
  if (redis.kind === 'javascript')
    console.log('Redis: none on the PATH, tests run on js-redis-server (slower, in memory).');
  return redis;
}

async function prepareTemplate({ port, user }: EmbeddedPostgres): Promise<void> {
  const superuserUrl = databaseUrl({ port, user, password, database: 'postgres' });
  await prepareDatabase(superuserUrl, { database: template, ownerPassword: password, appPassword: password });
  await migrate(databaseUrl({ port, user: ownerRole, password, database: template }), () => {});
  const sql = openDatabase({ url: superuserUrl, max: 1, name: 'tests' });
  await sql`alter database ${sql(template)} is_template true`;
  await sql.end();
}
