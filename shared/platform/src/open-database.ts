import postgres from 'postgres';
import { registerArrayTypes, type TypeTables } from './array-types.ts';

interface Types extends Record<string, unknown> {
  bigint: number;
  date: Date;
  day: string;
}

/** A pool of connections to Postgres, used as a template tag. */
export type Sql = postgres.Sql<Types>;

/** A transaction of that pool. */
export type Tx = postgres.TransactionSql<Types>;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections at most. */
  readonly max: number;
  /** Shown by the server beside each connection. */
  readonly name: string;
  /** Sent when a connection starts, for instance `guichet.actor_kind`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Opens a pool of prepared connections; the first one is made by the first statement.
 *
 * Guarantee: an error holds neither a statement's parameters nor the row that offended.
 * Close it with `end({ timeout })`: after a cut connection the driver's plain `end()` waits for ever.
 * Shape: columns in camelCase; timestamptz as Date, date as 'YYYY-MM-DD', bigint as number, json as it was written.
 */
export function openDatabase({ url, max, name, settings }: DatabaseOptions): Sql {
  const sql = postgres(url, {
    max,
    prepare: true,
    connect_timeout: 5,
    idle_timeout: 300,
    backoff: (attempt: number) => Math.min(2, 0.05 * 2 ** attempt),
    debug: false,
    onnotice: () => {},
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    connection: { ...serverSettings, ...settings, application_name: name },
    types: { bigint, date: instant, day },
    fetch_types: false,
  });
  registerArrayTypes(sql.options as unknown as TypeTables);
  return sql;
}

/** A statement that waits longer than this has lost its reader; a transaction left open would hold its locks. */
const serverSettings = {
  statement_timeout: '60s',
  lock_timeout: '15s',
  idle_in_transaction_session_timeout: '60s',
} as unknown as Record<string, string>;

const bigint = {
  to: 20,
  from: [20],
  parse: (text: string) => Number(text),
  serialize: (value: number) => String(value),
};

const instant = {
  to: 1184,
  from: [1114, 1184],
  parse: (text: string) => new Date(text),
  serialize: (value: Date | string) => (value instanceof Date ? value : new Date(value)).toISOString(),
};

const day = { to: 1082, from: [1082], parse: (text: string) => text, serialize: (value: string) => value };

// The server quotes the offending row in these two fields, and the driver copies every field it receives.
const { PostgresError } = postgres as unknown as { PostgresError: { prototype: object } };
for (const field of ['detail', 'where']) {
  Object.defineProperty(PostgresError.prototype, field, {
    configurable: true,
    get: () => undefined,
    set: () => {},
  });
}
