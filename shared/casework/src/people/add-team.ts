import type { Bilingual } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** Adds a team. Guarantee: repeating changes nothing. */
export async function addTeam(ctx: DeskContext, code: string, name: Bilingual): Promise<void> {
  return transact(ctx, 'staff.write', async (tx) => {
    await tx.sql`insert into team (code, name_fr, name_en) values (${code}, ${name.fr}, ${name.en}) on conflict (code) do nothing`;
    return tx.unchanged(undefined);
  });
}
