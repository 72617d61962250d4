import { type Bilingual, DeskError, type Id } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { readPlaceholders } from './read-placeholders.ts';

export type TemplateId = Id<'reply-template'>;

export interface SaveTemplate {
  id: TemplateId;
  /** The version it was changed from; 0 of a new one. */
  from: number;
  name: Bilingual;
  /** For replies about one service; absent means any. */
  serviceCode?: string;
  /** For the words of one of its outcomes. */
  outcome?: string;
  /** For one team; absent means any. */
  team?: string;
  words: Bilingual;
  withdrawn?: boolean;
}

/** Unit: characters. */
const [nameMax, wordsMax] = [120, 4000];

/**
 * Saves a template as a new version. Gives the version.
 *
 * Guarantee: versions before stay as they were; two who change one at once: the second is refused and loses nothing; sent again as it stands,
 *   nothing is written.
 * Errors: invalid — no name, no such service or outcome, or words that nothing fills; conflict — another version was saved meanwhile.
 */
export async function saveTemplate(ctx: DeskContext, input: SaveTemplate): Promise<number> {
  return transact<number>(ctx, 'template.write', async (tx) => {
    const { id, from, name, words, serviceCode = null, outcome = null, team = null } = input;
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    for (const text of [name.fr, name.en])
      if (text.trim().length < 2 || text.length > nameMax) throw new DeskError('invalid', 'template-name');
    if (words.fr.length > wordsMax || words.en.length > wordsMax)
      throw new DeskError('invalid', 'words-too-long', { params: { max: wordsMax } });
    if (input.withdrawn !== true && readPlaceholders(words).length > 0)
      throw new DeskError('invalid', 'template-words');
    const service = serviceCode === null ? undefined : ctx.catalogue.find(serviceCode);
    const isOutcome =
      outcome === null || service?.definition.outcomes.some(({ key }) => key === outcome) === true;
    if ((serviceCode !== null && service === undefined) || !isOutcome)
      throw new DeskError('invalid', 'template-outcome');
    // One after the other, whoever saves: the lock ends with the transaction.
    await tx.sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`;
    const [last] = await tx.sql<[{ version: number; isSame: boolean }?]>`
      select version, (name_fr, name_en, service_code, outcome, team, words_fr, words_en, withdrawn)
        is not distinct from (${name.fr}, ${name.en}, ${serviceCode}::text, ${outcome}::text, ${team}::text, ${words.fr}, ${words.en},
          ${input.withdrawn === true}) as is_same
      from reply_template where id = ${id} order by version desc limit 1`;
    if (last?.isSame) return tx.unchanged(last.version);
    if ((last?.version ?? 0) !== from) throw new DeskError('conflict', 'template-changed');
    const version = from + 1;
    await tx.sql`
      insert into reply_template (id, version, name_fr, name_en, service_code, outcome, team, words_fr, words_en, withdrawn, saved_at, saved_by)
      values (${id}, ${version}, ${name.fr}, ${name.en}, ${serviceCode}, ${outcome}, ${team}, ${words.fr}, ${words.en},
        ${input.withdrawn === true}, ${tx.now}, ${ctx.actor.staffId})`;
    return tx.record(
      {
        subject: { kind: 'template', id },
        kind: input.withdrawn === true ? 'template.withdrawn' : 'template.saved',
        data: { version },
      },
      version,
    );
  });
}
