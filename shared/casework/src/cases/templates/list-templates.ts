import type { Bilingual } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';
import type { TemplateId } from './save-template.ts';

export interface Template {
  id: TemplateId;
  version: number;
  name: Bilingual;
  serviceCode: string | null;
  outcome: string | null;
  team: string | null;
  words: Bilingual;
  savedAt: Date;
  by: string;
}

/** Lists the templates in force by their French names. No personal data, so no event. */
export function listTemplates(ctx: DeskContext): Promise<Template[]> {
  return readAs(ctx, 'template.read', async (sql) => {
    const rows = await sql<
      (Omit<Template, 'name' | 'words'> & {
        nameFr: string;
        nameEn: string;
        wordsFr: string;
        wordsEn: string;
      })[]
    >`
      select t.id, t.version, t.name_fr, t.name_en, t.service_code, t.outcome, t.team, t.words_fr, t.words_en, t.saved_at, s.name as by
      from reply_template t join staff s on s.id = t.saved_by
      where not t.withdrawn and t.version = (select max(l.version) from reply_template l where l.id = t.id)
      order by t.name_fr, t.id`;
    return rows.map(({ nameFr, nameEn, wordsFr, wordsEn, ...row }) => ({
      ...row,
      name: { fr: nameFr, en: nameEn },
      words: { fr: wordsFr, en: wordsEn },
    }));
  });
}

/** Picks the templates that fit a case: of its service and team, or of any; those of an outcome only for that outcome. The nearest fit comes first. */
export function templatesFor(
  templates: readonly Template[],
  { serviceCode, team }: { serviceCode: string; team: string },
  outcome: string | null,
): Template[] {
  const fits = (own: string | null, its: string) => own === null || own === its;
  const nearness = (one: Template) => (one.serviceCode === null ? 0 : 2) + (one.team === null ? 0 : 1);
  return templates
    .filter((one) => one.outcome === outcome && fits(one.serviceCode, serviceCode) && fits(one.team, team))
    .toSorted((a, b) => nearness(b) - nearness(a));
}
