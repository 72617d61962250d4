import { type CompiledService } from '@guichet/catalogue';
import { transact } from '../audit/transact.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { serviceSubject } from './service-subject.ts';

export interface PublishedServices {
  published: { code: string; version: number }[];
  /** Files whose text was changed after publication: they are not served as changed; a new version is the way out. */
  edited: { code: string; version: number }[];
}

/**
 * Publishes versions of services all at once, as a first start does; cases keep the version they were asked under.
 *
 * Guarantee: a published version is never changed; repeating publishes nothing anew. Source: design §4
 */
export async function publishServices(
  ctx: DeskContext,
  services: readonly CompiledService[],
  why: string,
): Promise<PublishedServices> {
  const outcome: PublishedServices = { published: [], edited: [] };
  for (const { definition, hash } of services) {
    const { code, version } = definition;
    const state = await transact<'published' | 'known' | 'edited'>(ctx, 'catalogue.publish', async (tx) => {
      const fresh = await tx.sql`
        insert into service_version (code, version, hash, definition, published_at, effective_on, published_why)
        values (${code}, ${version}, ${hash}, ${tx.sql.json(JSON.parse(JSON.stringify(definition)))}, ${tx.now}, ${todayOf(tx.now)}, ${why})
        on conflict (code, version) do nothing`;
      if (fresh.count > 0) {
        const data = { code, version, hash, effectiveOn: todayOf(tx.now), why };
        return tx.record(
          { subject: serviceSubject(definition), kind: 'service.published', data },
          'published',
        );
      }
      const [known] = await tx.sql<
        [{ hash: string }]
      >`select hash from service_version where code = ${code} and version = ${version}`;
      return tx.unchanged(known.hash === hash ? 'known' : 'edited');
    });
    if (state !== 'known') outcome[state].push({ code, version });
  }
  return outcome;
}
