import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DeskContext, openDesk, publishServices } from '@guichet/casework';
import { appRole, databaseUrl, migrate, ownerRole, prepareDatabase } from '@guichet/infra/database';
import { freePort, startPostgres, startRedis } from '@guichet/infra/embedded';

export interface BenchServers {
  databaseUrl: string;
  ownerUrl: string;
  superuserUrl: string;
  postgresPort: number;
  redisUrl: string;
  keyFile: string;
  dataDir: string;
  system: DeskContext;
  stop(): Promise<void>;
}

const password = 'only-for-bench';
export const catalogueDir = join(import.meta.dirname, '../../shared/catalogue/packs');

/** Starts a PostgreSQL that syncs every commit and a Redis, in a folder of their own, migrated and with the catalogue published. */
export async function startBenchServers(): Promise<BenchServers> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const keyFile = join(folder, 'key');
  writeFileSync(keyFile, randomBytes(32).toString('base64'));
  const postgres = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    logFile: join(folder, 'postgres.log'),
    port: await freePort(),
    password,
    durable: true,
  });
  const redis = await startRedis({
    dataFolder: join(folder, 'redis'),
    logFile: join(folder, 'redis.log'),
    port: await freePort(),
    password,
  });
  const urlOf = (user: string, database: string) =>
    databaseUrl({ port: postgres.port, user, password, database });
  await prepareDatabase(urlOf(postgres.user, 'postgres'), {
    database: 'bench',
    ownerPassword: password,
    appPassword: password,
  });
  await migrate(urlOf(ownerRole, 'bench'), () => {});
  const desk = await openDesk({
    databaseUrl: urlOf(appRole, 'bench'),
    keyFile,
    dataDir,
    catalogueDir,
    name: 'bench',
    actor: { kind: 'system', name: 'bench' },
  });
  await publishServices(desk.ctx, desk.ctx.catalogue.drafts, 'bench');
  await desk.ctx.catalogue.refresh?.();
  return {
    databaseUrl: urlOf(appRole, 'bench'),
    ownerUrl: urlOf(ownerRole, 'bench'),
    superuserUrl: urlOf(postgres.user, 'bench'),
    postgresPort: postgres.port,
    redisUrl: redis.url,
    keyFile,
    dataDir,
    system: desk.ctx,
    async stop() {
      await desk.close();
      await Promise.all([postgres.stop(), redis.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
