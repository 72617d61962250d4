import type { PublishedState, PublishedVersion } from '@guichet/catalogue/load';
import { type Sql, translateDatabaseError } from '@guichet/platform';

/** What is published, by code and version: where it stands, and its whole text when that is wanted. */
export interface PublishedReader {
  states(): Promise<PublishedState[]>;
  versions(): Promise<PublishedVersion[]>;
}

/**
 * Reads every version of a service that was ever published.
 *
 * Errors: not-now — the database is away.
 */
export function publishedReader(sql: Sql): PublishedReader {
  return {
    states: () =>
      orAway(sql<PublishedState[]>`
        select code, version, hash, effective_on::text, retired_on::text
        from service_version left join service_retirement using (code, version)
        order by code, version`),
    versions: () =>
      orAway(sql<PublishedVersion[]>`
        select code, version, hash, effective_on::text, retired_on::text, definition
        from service_version left join service_retirement using (code, version)
        order by code, version`),
  };
}

async function orAway<T extends object>(rows: PromiseLike<Iterable<T>>): Promise<T[]> {
  try {
    return [...(await rows)];
  } catch (error) {
    throw translateDatabaseError(error) ?? error;
  }
}
