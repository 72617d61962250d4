import type { LetterId, Reference } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';

export interface NamedCase {
  reference: Reference;
  serviceCode: string;
  depositedAt: Date;
  closed: boolean;
}

/**
 * Gives the cases of the actor's teams that a letter may be for: the one its sender made of it at another door when asked, then
 * those whose references it names, in the order given. No personal data, so no event.
 */
export function listNamedCases(
  ctx: DeskContext,
  letterId: LetterId,
  references: readonly string[],
): Promise<NamedCase[]> {
  return readAs(ctx, 'mailroom.settle', async (sql) => {
    const wanted = references.slice(0, 20);
    const rows = await sql<NamedCase[]>`
      select c.reference, c.service_code, c.deposited_at, k.case_id is not null as closed
      from cases c left join case_closure k on k.case_id = c.id where c.reference = any (${wanted}) or c.id in (
        select d.case_id from draft d join letter l on l.asked_number = d.number where l.id = ${letterId})`;
    return rows.toSorted((a, b) => wanted.indexOf(a.reference) - wanted.indexOf(b.reference));
  });
}
