import { randomUUID } from 'node:crypto';
import { appRole, databaseUrl, ownerRole } from '@guichet/infra/database';
import { openDatabase, type Sql } from '@guichet/platform';
import { afterAll, afterEach, inject } from 'vitest';
import { testConfig } from './config.ts';

/** A freshly migrated database that belongs to one test file. */
export interface TestDatabase {
  readonly name: string;
  /** As the application: row security applies. */
  readonly url: string;
  /** As the owner of the tables: forced row security applies too. */
  readonly ownerUrl: string;
  readonly ownerSql: Sql;
  /** As the server's superuser: sees and does everything, to look behind the walls. */
  readonly adminUrl: string;
  readonly adminSql: Sql;
}

/**
 * Clones the migrated template for this test file; dropped when the file ends, unless a test failed and
 * GUICHET_KEEP_DATABASES is set, in which case its name is printed.
 *
 * Shape: call it at the top of a test file, `const database = await useDatabase()`.
 */
export async function useDatabase(): Promise<TestDatabase> {
  const { postgresPort: port, superuser, password, template } = inject('servers');
  const name = `test_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
  const urlOf = (user: string, database: string) => databaseUrl({ port, user, password, database });
  const server = openDatabase({ url: urlOf(superuser, 'postgres'), max: 1, name: 'tests' });
  await server`create database ${server(name)} template ${server(template)} owner ${server(ownerRole)}`;

  const ownerUrl = urlOf(ownerRole, name);
  const adminUrl = urlOf(superuser, name);
  const ownerSql = openDatabase({ url: ownerUrl, max: 2, name: 'tests' });
  const adminSql = openDatabase({ url: adminUrl, max: 2, name: 'tests' });

  let failed = false;
  afterEach(({ task }) => {
    failed ||= task.result?.state === 'fail';
  });
  afterAll(async () => {
    await Promise.all([ownerSql.end({ timeout: 2 }), adminSql.end({ timeout: 2 })]);
    if (failed && testConfig().keepsDatabases) console.log(`Database of the failed test kept: ${name}`);
    else await server`drop database ${server(name)} with (force)`;
    await server.end({ timeout: 2 });
  });
  return { name, url: urlOf(appRole, name), ownerUrl, ownerSql, adminUrl, adminSql };
}
