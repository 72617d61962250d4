import { isDeepStrictEqual } from 'node:util';
import { type AnswerValue, isPending } from '@guichet/catalogue';
import { type CaseId, day, DeskError, foldWord, type Reference } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';

export interface LikelyDuplicate {
  reference: Reference;
  depositedAt: Date;
  closedAs: string | null;
  /** What the two have in common beside the service and the days. */
  alike: ('person' | 'place')[];
}

/** Unit: milliseconds either way; cases compared, the nearest first; cases told. */
const [aroundMs, comparedMax, toldMax] = [30 * day, 60, 5];

interface Candidate {
  id: CaseId;
  reference: Reference;
  depositedAt: Date;
  dataKey: Buffer | null;
  replySealed: Buffer | null;
  closedAs: string | null;
}

/**
 * Finds cases of the same service and the days around that answer to the same person or are about the same place.
 *
 * Guarantee: costs one index range of the team and at most 60 cases opened; nothing of another case is shown but its number, so no event;
 *   no table tells which cases have a person in common.
 * Errors: not-found
 */
export async function suggestDuplicates(ctx: DeskContext, reference: string): Promise<LikelyDuplicate[]> {
  return readAs(ctx, 'case.link', async (sql) => {
    const [found] = await sql<
      [(Candidate & { serviceCode: string; serviceVersion: number; team: string; capturedAt: Date })?]
    >`
      select id, reference, service_code, service_version, team, deposited_at, captured_at, data_key, reply_sealed, null as closed_as
      from cases where reference = ${reference}`;
    if (!found) throw new DeskError('not-found', 'no-such-case');
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const places = (service?.questions ?? [])
      .filter(({ type }) => type === 'place' || type === 'address')
      .map(({ key }) => key);
    // One range of cases_by_team. Example: 4 000 cases of 60 days → the 60 of this service nearest in time.
    const others = await sql<Candidate[]>`
      select c.id, c.reference, c.deposited_at, c.data_key, c.reply_sealed, k.outcome as closed_as
      from cases c left join case_closure k on k.case_id = c.id
      where c.team = ${found.team} and c.captured_at between ${new Date(+found.capturedAt - aroundMs)} and ${new Date(+found.capturedAt + aroundMs)}
        and c.service_code = ${found.serviceCode} and c.id <> ${found.id}
        and not exists (select 1 from case_link l where l.ended_at is null and ${found.id} in (l.case_id, l.other_id)
          and c.id in (l.case_id, l.other_id))
      order by abs(extract(epoch from c.deposited_at - ${found.depositedAt}::timestamptz)), c.id limit ${comparedMax}`;
    const all = [found, ...others];
    const answers = await sql<
      { caseId: CaseId; question: string; value: AnswerValue | null; sealed: Buffer | null }[]
    >`
      select case_id, question, value, sealed from case_answer
      where case_id = any (${all.map(({ id }) => id)}) and question = any (${places})`;
    const traits = all.map((one) => {
      const key =
        one.dataKey === null ? undefined : unwrapDataKey(ctx.keyring, `case:${one.id}`, one.dataKey);
      const own = answers.filter(({ caseId }) => caseId === one.id);
      return {
        person: one.replySealed && key ? key.open('reply', one.replySealed) : undefined,
        places: own.flatMap(({ question, value, sealed }) =>
          placeIn(sealed === null ? value : key?.open(`answer:${question}`, sealed)),
        ),
      };
    });
    const [mine, ...theirs] = traits;
    return others
      .map(({ reference: number, depositedAt, closedAs }, at) => {
        const other = theirs[at];
        const isPerson = mine?.person !== undefined && isDeepStrictEqual(mine.person, other?.person);
        const isPlace = mine?.places.some((place) => other?.places.includes(place)) ?? false;
        const alike = [...(isPerson ? ['person' as const] : []), ...(isPlace ? ['place' as const] : [])];
        return { reference: number, depositedAt, closedAs, alike };
      })
      .filter(({ alike }) => alike.length > 0)
      .toSorted((a, b) => b.alike.length - a.alike.length)
      .slice(0, toldMax);
  });
}

/** A place as its words without accents, capitals and marks; a recording has none yet. */
function placeIn(value: unknown): string[] {
  if (isPending(value) || typeof value !== 'object' || value === null) return [];
  const { text, street, municipality } = value as Record<string, unknown>;
  const said = [text, street, municipality].filter((part) => typeof part === 'string').join(' ');
  const folded = said
    .split(/[^\p{L}\p{N}]+/u)
    .map(foldWord)
    .filter(Boolean)
    .join(' ');
  return folded === '' ? [] : [folded];
}
