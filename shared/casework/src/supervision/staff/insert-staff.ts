import { DeskError, type Language, newId, type StaffId } from '@guichet/kernel';
import type { DeskTx, Recorded } from '../../audit/transact.ts';
import type { Role } from '../../context.ts';
import { type Abilities, orderedAbilities } from './abilities.ts';

export interface StaffFacts {
  signIn: string;
  name: string;
  language: Language;
  roles: readonly Role[];
  teams: readonly string[];
  abilities: Abilities;
}

/**
 * Writes a new account; `isNew` is false when the sign-in is someone's already, and nothing changed.
 *
 * Errors: invalid — no sign-in, no name, no role, or abilities that make no sense.
 */
export async function insertStaff(
  tx: DeskTx,
  facts: StaffFacts,
  hash: string,
  temporaryUntil: Date | null,
): Promise<Recorded<{ id: StaffId; isNew: boolean }>> {
  const [signIn, name] = [facts.signIn.trim().toLowerCase(), facts.name.trim()];
  if (!/^[a-z0-9][a-z0-9._-]{1,39}$/.test(signIn)) throw new DeskError('invalid', 'sign-in-malformed');
  if (name === '' || name.length > 120) throw new DeskError('invalid', 'name-missing');
  if (facts.roles.length === 0) throw new DeskError('invalid', 'role-missing');
  const { every, skills, services, languages, clearance, capacity } = orderedAbilities(facts.abilities);
  const id = newId<'staff'>();
  const made = await tx.sql`
    insert into staff (id, sign_in, name, password_hash, language, temporary_until, every_service, skills, services, languages,
      clearance, capacity)
    values (${id}, ${signIn}, ${name}, ${hash}, ${facts.language}, ${temporaryUntil}, ${every}, ${skills as string[]}::text[],
      ${services as string[]}::text[], ${languages as string[]}::text[], ${clearance}, ${capacity})
    on conflict (sign_in) do nothing`;
  if (made.count === 0) {
    const [known] = await tx.sql<[{ id: StaffId }]>`select id from staff where sign_in = ${signIn}`;
    return tx.unchanged({ id: known.id, isNew: false });
  }
  // Teams first: who may give roles to somebody is known by their teams.
  await tx.sql`insert into staff_team (staff_id, team) select ${id}, unnest(${facts.teams as string[]}::text[])`;
  await tx.sql`insert into staff_role (staff_id, role) select ${id}, unnest(${facts.roles as string[]}::text[])`;
  return tx.record(
    {
      subject: { kind: 'staff', id },
      kind: 'staff.added',
      data: { roles: facts.roles, teams: facts.teams, clearance },
    },
    { id, isNew: true },
  );
}
