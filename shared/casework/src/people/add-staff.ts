import { type Language, newId, type StaffId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext, Role } from '../context.ts';
import { hashPassword } from './passwords.ts';

export interface NewStaff {
  signIn: string;
  name: string;
  password: string;
  language: Language;
  roles: readonly Role[];
  teams: readonly string[];
}

/** Adds a staff account with its roles and teams. Guarantee: repeating with the same sign-in changes nothing and gives the account there is. */
export async function addStaff(ctx: DeskContext, input: NewStaff): Promise<StaffId> {
  const hash = await hashPassword(input.password);
  return transact(ctx, 'staff.write', async (tx) => {
    const signIn = input.signIn.trim().toLowerCase();
    const [known] = await tx.sql<[{ id: StaffId }?]>`select id from staff where sign_in = ${signIn}`;
    if (known) return tx.unchanged(known.id);
    const id = newId<'staff'>();
    await tx.sql`
      insert into staff (id, sign_in, name, password_hash, language) values (${id}, ${signIn}, ${input.name}, ${hash}, ${input.language})`;
    await tx.sql`insert into staff_role (staff_id, role) select ${id}, unnest(${input.roles as string[]}::text[])`;
    await tx.sql`insert into staff_team (staff_id, team) select ${id}, unnest(${input.teams as string[]}::text[])`;
    return tx.record(
      {
        subject: { kind: 'staff', id },
        kind: 'staff.added',
        data: { roles: input.roles, teams: input.teams },
      },
      id,
    );
  });
}
