import type { DeskTx } from '../audit/transact.ts';

/** What became of one attempt to tell a person. */
export type Fate =
  | 'sent'
  | 'delivered'
  | 'bounced'
  | 'later'
  | 'unsure'
  | 'print-queue'
  | 'printed'
  | 'posted'
  | 'withdrawn'
  | 'returned'
  | 'awaiting-pickup'
  | 'picked-up';

const rank: Record<Fate, number> = {
  later: 1,
  unsure: 1,
  sent: 2,
  'print-queue': 2,
  'awaiting-pickup': 2,
  delivered: 3,
  bounced: 3,
  printed: 3,
  posted: 3,
  'picked-up': 3,
  // Printed or not, it never left the house: its address failed before.
  withdrawn: 3,
  // What was posted is taken as received until it comes back.
  returned: 4,
};

/** Tells whether a fate is more than what is known: what is certain is not replaced by what was supposed before. */
export function isMore(fate: Fate, known: Fate | null): boolean {
  return rank[fate] > (known === null ? 0 : rank[known]);
}

export interface News {
  fate: Fate;
  detail?: string;
  /** When it became so; absent means now. */
  at?: Date;
  providerId?: string;
}

/**
 * Writes what became of a delivery, if that is more than what is known, and tells whether it was.
 *
 * Guarantee: never goes backwards, whatever the order in which news arrives.
 */
export async function settleFate(
  tx: DeskTx,
  delivery: { id: string; fate: Fate | null },
  { fate, detail, at = tx.now, providerId }: News,
): Promise<boolean> {
  const isNews = isMore(fate, delivery.fate);
  await tx.sql`
    update delivery set fate = ${isNews ? fate : delivery.fate}, settled_at = case when ${isNews} then ${at} else settled_at end,
      detail = case when ${isNews} then ${detail ?? null} else detail end, provider_id = coalesce(${providerId ?? null}, provider_id)
    where id = ${delivery.id}`;
  return isNews;
}
