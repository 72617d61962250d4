import type { DeliveryId, Language, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface Pickup {
  deliveryId: DeliveryId;
  reference: Reference;
  serviceCode: string;
  language: Language;
  purpose: string;
  since: Date;
}

/** Lists the replies that wait at a counter for the person, longest first, at most 200; of one case when its reference is given. */
export function listPickups(ctx: DeskContext, reference?: string): Promise<Pickup[]> {
  return readAs(ctx, 'counter.serve', async (sql) => {
    const rows = await sql<Pickup[]>`
      select d.id as delivery_id, c.reference, c.service_code, r.language, r.purpose, d.started_at as since
      from delivery d join reply r on r.id = d.reply_id join cases c on c.id = d.case_id
      where d.fate = 'awaiting-pickup' and (${reference ?? null}::text is null or c.reference = ${reference ?? null})
      order by d.started_at, d.id limit 200`;
    return [...rows];
  });
}
