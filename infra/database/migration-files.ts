import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One forward step of the schema. */
export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly text: string;
  /** SHA-256 of the text, hex. */
  readonly hash: string;
}

export const migrationsFolder = join(dirname(fileURLToPath(import.meta.url)), 'migrations');

/**
 * Reads the migrations in the order of their numbers.
 *
 * Errors: throws when a name is not `NNNN-words.sql` or a number is missing or taken twice.
 */
export function migrationFiles(folder: string = migrationsFolder): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  return names.map((name, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1]);
    if (number !== index + 1) {
      throw new Error(
        `${name}: expected ${String(index + 1).padStart(4, '0')}-words.sql (numbers start at 0001, without gap)`,
      );
    }
    const text = readFileSync(join(folder, name), 'utf8');
    return { number, name, text, hash: createHash('sha256').update(text).digest('hex') };
  });
}
