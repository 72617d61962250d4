import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrationFiles } from './migration-files.ts';

export const schemaFile = join(dirname(fileURLToPath(import.meta.url)), 'schema.sql');

/** Gives the SHA-256 over all migrations, which the first line of schema.sql repeats. */
export function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of migrationFiles()) hash.update(`${file.name}\n${file.hash}\n`);
  return hash.digest('hex');
}

/** Tells, without a database, whether schema.sql was written from the migrations as they are now. */
export function schemaInStep(): boolean {
  if (!existsSync(schemaFile)) return false;
  return readFileSync(schemaFile, 'utf8').split('\n', 1)[0] === schemaHeader();
}

/** Writes the first line of schema.sql. */
export function schemaHeader(): string {
  return `-- migrations sha256 ${migrationsHash()}`;
}
