import { createHash } from 'node:crypto';
import { type Bilingual, DeskError, idOfHash } from '@guichet/kernel';
import type { EventFact } from '../../audit/chain.ts';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { requireCapacity } from './abilities.ts';
import { answersForAll, requireGivableTeams } from './require-managed.ts';

/** Names a team as the subject of its history. */
export function teamSubject(code: string): EventFact['subject'] {
  return { kind: 'team', id: idOfHash(createHash('sha256').update(`team|${code}`).digest()) };
}

/**
 * Adds a team. Guarantee: repeating changes nothing. Gives whether it was this call.
 *
 * Errors: not-allowed — only who answers for the whole body; invalid — no code or no name.
 */
export async function addTeam(ctx: DeskContext, code: string, name: Bilingual): Promise<boolean> {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(code)) throw new DeskError('invalid', 'team-code-malformed');
  requireNames(name);
  return transact(ctx, 'staff.write', async (tx) => {
    if (!(await answersForAll(tx))) throw new DeskError('not-allowed', 'whole-body-only');
    const made = await tx.sql`
      insert into team (code, name_fr, name_en) values (${code}, ${name.fr}, ${name.en}) on conflict (code) do nothing`;
    if (made.count === 0) return tx.unchanged(false);
    return tx.record({ subject: teamSubject(code), kind: 'team.added', data: { code } }, true);
  });
}

export interface ChangeTeam {
  code: string;
  name: Bilingual;
  /** How many cases a person holds at most, where nothing else is said of them. */
  capacity: number;
  /** Worked days after which a case taken and not touched returns; null never. */
  untouchedDays: number | null;
}

/**
 * Changes a team's names, how much its people hold, and when what nobody touched returns.
 *
 * Guarantee: cases already taken return when it was said at their taking. Gives whether anything changed.
 * Errors: not-found; not-allowed — a team that is not the actor's; invalid — no name, or numbers out of range.
 */
export async function changeTeam(
  ctx: DeskContext,
  { code, name, capacity, untouchedDays }: ChangeTeam,
): Promise<boolean> {
  requireNames(name);
  requireCapacity(capacity);
  if (untouchedDays !== null && (!Number.isInteger(untouchedDays) || untouchedDays < 0 || untouchedDays > 60))
    throw new DeskError('invalid', 'untouched-out-of-range');
  return transact(ctx, 'staff.write', async (tx) => {
    const [known] = await tx.sql`select 1 from team where code = ${code}`;
    if (!known) throw new DeskError('not-found', 'no-such-team');
    await requireGivableTeams(ctx, tx, [code]);
    const done = await tx.sql`
      update team set name_fr = ${name.fr}, name_en = ${name.en}, capacity = ${capacity}, untouched_days = ${untouchedDays}
      where code = ${code} and (name_fr, name_en, capacity, coalesce(untouched_days, -1))
        is distinct from (${name.fr}, ${name.en}, ${capacity}::int, coalesce(${untouchedDays}::int, -1))`;
    if (done.count === 0) return tx.unchanged(false);
    return tx.record(
      { subject: teamSubject(code), kind: 'team.changed', data: { code, capacity, untouchedDays } },
      true,
    );
  });
}

/** Errors: invalid — a name is missing or too long. */
function requireNames({ fr, en }: Bilingual): void {
  if ([fr, en].some((one) => one.trim() === '' || one.length > 120))
    throw new DeskError('invalid', 'name-missing');
}
