import type { Bilingual } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface TeamRow {
  code: string;
  name: Bilingual;
}

/** Lists the teams of the desk by their French names. No personal data, so no event. */
export function listTeams(ctx: DeskContext): Promise<TeamRow[]> {
  return readAs(ctx, 'queue.list', async (sql) => {
    const rows = await sql<
      { code: string; nameFr: string; nameEn: string }[]
    >`select code, name_fr, name_en from team order by name_fr, code`;
    return rows.map(({ code, nameFr, nameEn }) => ({ code, name: { fr: nameFr, en: nameEn } }));
  });
}
