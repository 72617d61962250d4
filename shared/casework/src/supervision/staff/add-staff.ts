import type { StaffId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { type Abilities, everything } from './abilities.ts';
import { insertStaff, type StaffFacts } from './insert-staff.ts';
import { hashPassword } from '../../people/passwords.ts';

export interface NewStaff extends Omit<StaffFacts, 'abilities'> {
  password: string;
  /** Absent means all that their teams do. */
  abilities?: Partial<Abilities>;
  /** They answer for the whole body: the first who can name others for every team. */
  wholeBody?: boolean;
}

/** Adds a staff account with its roles and teams. Guarantee: repeating with the same sign-in changes nothing and gives the account there is. */
export async function addStaff(ctx: DeskContext, input: NewStaff): Promise<StaffId> {
  const { password, abilities, wholeBody = false, ...facts } = input;
  const hash = await hashPassword(password);
  return transact(ctx, 'staff.install', async (tx) => {
    const { value } = await insertStaff(
      tx,
      { ...facts, abilities: { ...everything, ...abilities } },
      hash,
      null,
    );
    if (wholeBody && value.isNew)
      await tx.sql`insert into whole_body (staff_id, given_at) values (${value.id}, ${tx.now})`;
    return tx.unchanged(value.id);
  });
}
