import { type CaseId, day } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { OpenKey } from '../../privacy/case-key.ts';
import type { CaseFields } from './fields-of.ts';

/** Unit: milliseconds. Nobody saves a page older than that. */
const keptMs = 2 * day;

/**
 * Keeps a case as somebody sees it now, sealed with it, so that a save on an older version can tell them what changed.
 *
 * Guarantee: theirs alone; gone after two days, or with the case's key.
 */
export async function keepSeen(
  sql: Tx,
  { caseId, staffId, now }: { caseId: CaseId; staffId: string; now: Date },
  key: OpenKey,
  version: number,
  fields: CaseFields,
): Promise<void> {
  await sql`
    delete from case_seen where case_id = ${caseId} and staff_id = ${staffId} and seen_at < ${new Date(+now - keptMs)}`;
  await sql`
    insert into case_seen (case_id, staff_id, version, sealed, seen_at)
    values (${caseId}, ${staffId}, ${version}, ${key.seal('seen', fields)}, ${now}) on conflict do nothing`;
}

/** Gives a case as somebody saw it at a version; undefined where that was not kept. */
export async function findSeen(
  sql: Tx,
  { caseId, staffId }: { caseId: CaseId; staffId: string },
  key: OpenKey,
  version: number,
): Promise<CaseFields | undefined> {
  const [row] = await sql<[{ sealed: Buffer }?]>`
    select sealed from case_seen where case_id = ${caseId} and staff_id = ${staffId} and version = ${version}`;
  return row && (key.open('seen', row.sealed) as CaseFields);
}
