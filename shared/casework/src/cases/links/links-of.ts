import type { CaseId, Id, Reference } from '@guichet/kernel';
import type { Keyring, Tx } from '@guichet/platform';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { type CaseTalk, talkOf } from '../contacts/talk-of.ts';

export type LinkId = Id<'case-link'>;
export type LinkKind = 'related' | 'duplicate' | 'part';

/** Another case that belongs to one. */
export interface CaseLink {
  id: LinkId;
  kind: LinkKind;
  /** `from`: this case is the duplicate or the part; `to`: the other one is. */
  side: 'from' | 'to';
  /** Absent where the other case is another team's. */
  other: { id: CaseId; reference: Reference; serviceCode: string; serviceVersion: number } | null;
  otherClosedAs: string | null;
  madeAt: Date;
  by: string;
}

/** Unit: duplicates whose contacts are shown with those of the first. */
const joinedMax = 20;

/** Lists the cases that belong to one, the first linked first. */
export async function linksOf(sql: Tx, caseId: CaseId): Promise<CaseLink[]> {
  const rows = await sql<
    (Omit<CaseLink, 'other'> & {
      otherId: CaseId | null;
      reference: Reference;
      serviceCode: string;
      serviceVersion: number;
    })[]
  >`
    select l.id, l.kind, case when l.case_id = ${caseId} then 'from' else 'to' end as side, o.id as other_id, o.reference,
      o.service_code, o.service_version, k.outcome as other_closed_as, l.made_at, s.name as by
    from case_link l join staff s on s.id = l.made_by
      left join cases o on o.id = case when l.case_id = ${caseId} then l.other_id else l.case_id end
      left join case_closure k on k.case_id = o.id
    where ${caseId} in (l.case_id, l.other_id) and l.ended_at is null order by l.made_at, l.id`;
  return rows.map(({ otherId, reference, serviceCode, serviceVersion, ...link }) => ({
    ...link,
    other: otherId === null ? null : { id: otherId, reference, serviceCode, serviceVersion },
  }));
}

/** What came with the duplicates of a case, shown with its own. */
export interface JoinedCase extends Pick<CaseTalk, 'contacts' | 'calls'> {
  reference: Reference;
}

/** Gives what the persons of the duplicates of a case and we said to each other. */
export async function joinedOf(sql: Tx, keyring: Keyring, links: readonly CaseLink[]): Promise<JoinedCase[]> {
  const duplicates = links.flatMap(({ kind, side, other }) =>
    kind === 'duplicate' && side === 'to' && other !== null ? [other] : [],
  );
  return Promise.all(
    duplicates.slice(0, joinedMax).map(async ({ id, reference }) => {
      const [row] = await sql<[{ dataKey: Buffer | null }?]>`select data_key from cases where id = ${id}`;
      const key = row?.dataKey ? unwrapDataKey(keyring, `case:${id}`, row.dataKey) : undefined;
      const { contacts, calls } = await talkOf(sql, id, key);
      return { reference, contacts, calls };
    }),
  );
}
