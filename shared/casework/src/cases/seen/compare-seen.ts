import type { CaseId } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { OpenKey } from '../../privacy/case-key.ts';
import { answersOf } from '../answers-of.ts';
import { changesBetween, type FieldChange, fieldsOf, type SeenFacts } from './fields-of.ts';
import { findSeen, keepSeen } from './keep-seen.ts';

/** Keeps what the actor sees now, and tells what differs from what they saw. */
export async function compareSeen(
  { actor }: DeskContext,
  tx: DeskTx,
  file: SeenFacts & { id: CaseId; version: number },
  key: OpenKey,
  since: number | undefined,
): Promise<FieldChange[] | undefined> {
  if (actor.kind !== 'staff') return undefined;
  const who = { caseId: file.id, staffId: actor.staffId, now: tx.now };
  const fields = fieldsOf(file, await answersOf(tx.sql, file.id, key));
  const before = since === undefined ? undefined : await findSeen(tx.sql, who, key, since);
  await keepSeen(tx.sql, who, key, file.version, fields);
  return before && changesBetween(before, fields);
}
