import { DeskError, type StaffId } from '@guichet/kernel';
import { requirePerson } from '../../audit/require-person.ts';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { hashPassword } from '../../people/passwords.ts';
import { notePasswordGiven } from '../../people/passwords-given.ts';
import { insertStaff, type StaffFacts } from './insert-staff.ts';
import { requireGivableClearance, requireGivableTeams } from './require-managed.ts';
import { temporaryForMs, temporaryPassword } from './temporary-password.ts';

export type Hired = { kind: 'added'; staffId: StaffId; password: string } | { kind: 'already' };

/**
 * Adds a colleague's account with a password that serves once, to choose another; it is told here and kept nowhere.
 *
 * Guarantee: a sign-in that is someone's already changes nothing and tells nothing; for a time who hires is no second person beside them.
 * Errors: not-allowed — a role that no supervisor gives, or a team or clearance that is not theirs to give; invalid — see `insertStaff`.
 */
export async function hireStaff(ctx: DeskContext, input: StaffFacts): Promise<Hired> {
  requireGivable(input.roles);
  const password = temporaryPassword();
  const hash = await hashPassword(password);
  return transact<Hired>(ctx, 'staff.write', async (tx) => {
    requirePerson(ctx);
    await requireGivableTeams(ctx, tx, input.teams);
    await requireGivableClearance(tx, input.abilities.clearance);
    const until = new Date(tx.now.getTime() + temporaryForMs);
    const { value } = await insertStaff(tx, input, hash, until);
    if (value.isNew) await notePasswordGiven(ctx, tx, value.id);
    return tx.unchanged(value.isNew ? { kind: 'added', staffId: value.id, password } : { kind: 'already' });
  });
}

/** Who watches over files is not named by those they watch. Errors: not-allowed */
export function requireGivable(roles: readonly string[]): void {
  if (roles.includes('privacy-officer')) throw new DeskError('not-allowed', 'role-not-given');
}
