import { DeskError, type StaffId } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext, Role } from '../../context.ts';
import { type Abilities, orderedAbilities } from './abilities.ts';
import { requireGivable } from './hire-staff.ts';
import { requireGivableClearance, requireGivableTeams, requireManaged } from './require-managed.ts';
import { endWholeBody } from './set-whole-body.ts';

export interface ChangeStaff {
  staffId: StaffId;
  name: string;
  roles: readonly Role[];
  teams: readonly string[];
  abilities: Abilities;
}

/**
 * Changes what a colleague does: name, roles, teams, skills, languages, clearance and how much they hold.
 *
 * Guarantee: holds from their next click; cases of a team they left go back to the queue; what is as it was changes nothing. The event keeps
 *   what changed.
 * Errors: not-found; not-allowed — one's own account, a privacy officer's, one of other teams, or a role, team or clearance that is not
 *   theirs to give; invalid.
 */
export async function changeStaff(ctx: DeskContext, input: ChangeStaff): Promise<boolean> {
  requireGivable(input.roles);
  if (input.roles.length === 0) throw new DeskError('invalid', 'role-missing');
  const name = input.name.trim();
  if (name === '' || name.length > 120) throw new DeskError('invalid', 'name-missing');
  const after = {
    name,
    roles: [...input.roles].toSorted(),
    teams: [...input.teams].toSorted(),
    ...orderedAbilities(input.abilities),
  };
  return transact(ctx, 'staff.write', async (tx) => {
    const before = await lockStaff(ctx, tx, input.staffId);
    await requireGivableTeams(ctx, tx, after.teams);
    await requireGivableClearance(tx, after.clearance);
    const changed = Object.entries(after).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof typeof after]),
    );
    if (changed.length === 0) return tx.unchanged(false);
    if (!after.roles.includes('supervisor')) await endWholeBody(tx, input.staffId);
    await write(tx, input.staffId, after);
    if (before.teams.some((team) => !after.teams.includes(team)))
      await tx.stage('casework.return-held', { staffId: input.staffId });
    return tx.record(
      {
        subject: { kind: 'staff', id: input.staffId },
        kind: 'staff.changed',
        // The name is the one thing of these that says who somebody is.
        data: Object.fromEntries(changed.map(([key, value]) => [key, key === 'name' ? true : value])),
      },
      true,
    );
  });
}

type StaffState = Abilities & {
  name: string;
  roles: Role[];
  teams: string[];
  disabledAt: Date | null;
};

/** Locks a colleague's account. Errors: not-found; not-allowed — one's own, a privacy officer's, or one that the actor doesn't manage. */
export async function lockStaff(ctx: DeskContext, tx: DeskTx, staffId: StaffId): Promise<StaffState> {
  // Before the lock: the database shows who may not change an account no row to lock.
  await requireManaged(ctx, tx, staffId);
  const [row] = await tx.sql<[StaffState?]>`
    select s.name, s.disabled_at, s.every_service as every, s.skills, s.services, s.languages, s.clearance, s.capacity,
      array(select role from staff_role r where r.staff_id = s.id order by role) as roles,
      array(select team from staff_team t where t.staff_id = s.id order by team collate "C") as teams
    from staff s where s.id = ${staffId} for update of s`;
  if (!row) throw new DeskError('not-found', 'no-such-staff');
  requireGivable(row.roles);
  return row;
}

async function write({ sql }: DeskTx, id: StaffId, to: Omit<StaffState, 'disabledAt'>): Promise<void> {
  await sql`
    update staff set name = ${to.name}, every_service = ${to.every}, skills = ${to.skills as string[]}::text[],
      services = ${to.services as string[]}::text[], languages = ${to.languages as string[]}::text[], clearance = ${to.clearance},
      capacity = ${to.capacity}
    where id = ${id}`;
  await sql`delete from staff_role where staff_id = ${id} and role <> all (${to.roles as string[]}::text[])`;
  await sql`insert into staff_role (staff_id, role) select ${id}, unnest(${to.roles as string[]}::text[]) on conflict do nothing`;
  await sql`delete from staff_team where staff_id = ${id} and team <> all (${to.teams}::text[])`;
  await sql`insert into staff_team (staff_id, team) select ${id}, unnest(${to.teams}::text[]) on conflict do nothing`;
}
