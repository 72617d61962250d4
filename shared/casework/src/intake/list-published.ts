import type { PublishedVersion } from '@guichet/catalogue/load';
import { type Sql, translateDatabaseError } from '@guichet/platform';

/**
 * Lists every version of a service that was ever published, by code and version.
 *
 * Errors: not-now — the database is away.
 */
export async function listPublished(sql: Sql): Promise<PublishedVersion[]> {
  try {
    return [
      ...(await sql<PublishedVersion[]>`
        select code, version, hash, definition, effective_on::text, retired_on::text
        from service_version left join service_retirement using (code, version)
        order by code, version`),
    ];
  } catch (error) {
    throw translateDatabaseError(error) ?? error;
  }
}
