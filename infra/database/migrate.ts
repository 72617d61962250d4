import { type Bilingual, isDeskError } from '@guichet/kernel';
import { ConfigError, openDatabase, type Sql, translateDatabaseError } from '@guichet/platform';
import { type MigrationFile, migrationFiles } from './migration-files.ts';

interface Applied {
  number: number;
  name: string;
  hash: string;
}

/** Any number, as long as every starter asks for the same. */
const lockKey = 7_482_001;

/**
 * Brings a database's schema up to the last migration, one transaction each, and gives how many were applied.
 *
 * Guarantee: two starters never run a migration twice: one waits, and each migration claims its number first.
 * Errors: ConfigError when an applied file was edited or has gone, or the server can't be reached.
 */
export async function migrate(
  ownerUrl: string,
  log: (words: Bilingual) => void,
  files: readonly MigrationFile[] = migrationFiles(),
): Promise<number> {
  const sql = openDatabase({
    url: ownerUrl,
    max: 1,
    name: 'guichet-migrate',
    settings: { statement_timeout: '0', lock_timeout: '0', idle_in_transaction_session_timeout: '0' },
  });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await sql.unsafe(ledger);
    const applied = await sql<Applied[]>`select number, name, hash from schema_migration order by number`;
    const waiting = waitingFiles(files, applied);
    for (const file of waiting) await apply(sql, file, log);
    return waiting.length;
  } catch (error) {
    const away = translateDatabaseError(error);
    if (isDeskError(away) && away.publicKey === 'desk-unavailable') throw unreachable(error);
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const ledger = `
  create table if not exists schema_migration (
    number integer primary key,
    name text not null,
    hash text not null,
    applied_at timestamptz not null default clock_timestamp()
  )`;

/** A database that is ahead of these files is left alone: a newer version is being rolled out beside this one. */
function waitingFiles(files: readonly MigrationFile[], applied: readonly Applied[]): MigrationFile[] {
  const hashes = new Map(applied.map((row) => [row.number, row.hash]));
  const edited = files.find((file) => hashes.has(file.number) && hashes.get(file.number) !== file.hash);
  if (edited !== undefined) {
    throw new ConfigError({
      fr: `La migration ${edited.name} a été modifiée après avoir été appliquée : remettez-la comme elle était et ajoutez-en une nouvelle.`,
      en: `Migration ${edited.name} was edited after it had been applied: put it back as it was and add a new one.`,
    });
  }
  return files.filter((file) => !hashes.has(file.number));
}

async function apply(sql: Sql, file: MigrationFile, log: (words: Bilingual) => void): Promise<void> {
  const from = Date.now();
  await sql.begin(async (tx) => {
    await tx`insert into schema_migration (number, name, hash) values (${file.number}, ${file.name}, ${file.hash})`;
    // A migration waits little for a lock: whoever holds it serves people meanwhile.
    await tx`set local lock_timeout = '15s'`;
    await tx.unsafe(file.text);
  });
  const ms = Date.now() - from;
  log({ fr: `migration ${file.name} appliquée (${ms} ms)`, en: `migration ${file.name} applied (${ms} ms)` });
}

function unreachable(cause: unknown): ConfigError {
  const error = new ConfigError({
    fr: 'La base de données ne répond pas : vérifiez DATABASE_OWNER_URL ou DATABASE_URL.',
    en: 'The database does not answer: check DATABASE_OWNER_URL or DATABASE_URL.',
  });
  error.cause = cause;
  return error;
}
