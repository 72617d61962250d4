import type { Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface AwaitedNews {
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  /** The referral's key in the definition. */
  referral: string;
  toldAt: Date;
  newsDueAt: Date;
}

/** Lists the bodies whose news are awaited about cases of the actor's teams, first promised first, at most 200. No personal data, so no event. */
export function listAwaitedNews(ctx: DeskContext): Promise<AwaitedNews[]> {
  return readAs(ctx, 'referral.list', async (sql) => {
    const rows = await sql<AwaitedNews[]>`
      select c.reference, c.service_code, c.service_version, r.key as referral, r.told_at, r.news_due_at
      from referral r join cases c on c.id = r.case_id
      where r.news_at is null and r.news_due_at is not null
      order by r.news_due_at, r.case_id, r.key limit 200`;
    return [...rows];
  });
}
