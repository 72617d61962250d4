import type { DeliveryId, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface LetterToPrint {
  deliveryId: DeliveryId;
  reference: Reference;
  serviceCode: string;
  purpose: string;
  team: string;
  queuedAt: Date;
}

/** Lists the letters of the actor's teams that wait to be printed, longest first, at most 200. No personal data, so no event. */
export function listPrintQueue(ctx: DeskContext): Promise<LetterToPrint[]> {
  return readAs(ctx, 'print.list', async (sql) => {
    const rows = await sql<LetterToPrint[]>`
      select p.delivery_id, c.reference, c.service_code, r.purpose, p.team, p.queued_at
      from letter_print p join delivery d on d.id = p.delivery_id join reply r on r.id = d.reply_id join cases c on c.id = p.case_id
      where p.printed_at is null order by p.queued_at, p.delivery_id limit 200`;
    return [...rows];
  });
}
