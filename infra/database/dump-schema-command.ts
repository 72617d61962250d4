import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startPostgres } from '../embedded/index.ts';
import { databaseUrl } from './database-url.ts';
import { dumpSchema } from './dump-schema.ts';
import { migrate } from './migrate.ts';
import { ownerRole, prepareDatabase } from './prepare-database.ts';
import { schemaFile, schemaHeader } from './schema-in-step.ts';

/** `npm run schema`: migrates a database that lives for this long only, and writes what it holds to schema.sql. */
const folder = mkdtempSync(join(tmpdir(), 'guichet-schema-'));
const password = 'only-for-the-dump';
const postgres = await startPostgres({
  dataFolder: join(folder, 'postgres'),
  logFile: join(folder, 'postgres.log'),
  port: await freePort(),
  password,
  durable: false,
});
try {
  const { port, user } = postgres;
  const names = { database: 'guichet', ownerPassword: password, appPassword: password };
  await prepareDatabase(databaseUrl({ port, user, password, database: 'postgres' }), names);
  const ownerUrl = databaseUrl({ port, user: ownerRole, password, database: names.database });
  await migrate(ownerUrl, () => {});
  writeFileSync(schemaFile, `${schemaHeader()}\n${await dumpSchema(ownerUrl)}`);
  process.stdout.write(`${schemaFile}\n`);
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
