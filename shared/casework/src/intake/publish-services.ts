import { type CompiledService } from '@guichet/catalogue';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

export interface PublishedServices {
  published: { code: string; version: number }[];
  /** Files whose text was changed after publication: they are not served as changed; a new version is the way out. */
  edited: { code: string; version: number }[];
}

/**
 * Stores each version of a service that is not stored yet, with its hash, so that cases keep the version they were asked under.
 *
 * Guarantee: a published version is never changed; repeating publishes nothing anew. Source: design §4
 */
export async function publishServices(
  ctx: DeskContext,
  services: readonly CompiledService[],
): Promise<PublishedServices> {
  const outcome: PublishedServices = { published: [], edited: [] };
  for (const { definition, hash } of services) {
    const { code, version } = definition;
    const state = await transact<'published' | 'known' | 'edited'>(ctx, 'catalogue.publish', async (tx) => {
      const fresh = await tx.sql`
        insert into service_version (code, version, hash, definition, published_at)
        values (${code}, ${version}, ${hash}, ${tx.sql.json(JSON.parse(JSON.stringify(definition)))}, ${tx.now})
        on conflict (code, version) do nothing`;
      if (fresh.count > 0) return tx.unchanged('published');
      const [known] = await tx.sql<
        [{ hash: string }]
      >`select hash from service_version where code = ${code} and version = ${version}`;
      return tx.unchanged(known.hash === hash ? 'known' : 'edited');
    });
    if (state !== 'known') outcome[state].push({ code, version });
  }
  return outcome;
}
