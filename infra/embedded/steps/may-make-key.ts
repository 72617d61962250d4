import { openDatabase } from '@guichet/platform';
import type { StartConfig } from '../config.ts';
import type { Home } from '../home.ts';

/** Tells whether nothing can have been encrypted yet: the database, ours or the operator's, was never migrated. */
export async function mayMakeKey(config: StartConfig, home: Home): Promise<boolean> {
  if (config.NODE_ENV === 'production') return false;
  // The port is remembered before the embedded database is made, and after the key.
  if (config.DATABASE_URL === undefined) return home.port('postgres') === undefined;
  const sql = openDatabase({ url: config.DATABASE_URL, max: 1, name: 'guichet-check' });
  try {
    const [row] = await sql<
      { isNew: boolean }[]
    >`select to_regclass('public.schema_migration') is null as is_new`;
    return row?.isNew === true;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
