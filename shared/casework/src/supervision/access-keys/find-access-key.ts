import { type Language, minute, type StaffId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { Actor, DeskContext, Role } from '../../context.ts';
import { countTry } from '../../privacy/count-try.ts';
import { hashOfToken, hintOf } from './access-key-token.ts';
import type { AccessKeyId } from './make-access-key.ts';

/** Who acts by a key. */
export interface KeyHolder {
  actor: Extract<Actor, { kind: 'staff' }>;
  language: Language;
}

/** Of keys that begin alike and are none. Unit: tries, milliseconds. */
const misses = { max: 20, withinMs: 15 * minute };

/**
 * Finds who acts by a key, and notes the day on which it served; undefined for a key that serves no more, of an account that is
 * closed or whose password is still to be chosen, or that is none.
 *
 * Guarantee: misses on a key that there is are counted, and a key that serves is never kept out by the misses of others.
 * Errors: too-many — twenty misses on one beginning in a quarter of an hour
 */
export async function findAccessKey(ctx: DeskContext, token: string): Promise<KeyHolder | undefined> {
  const hint = hintOf(token);
  if (hint === undefined) return undefined;
  const found = await transact(ctx, 'key.find', async (tx) => {
    const today = tx.now.toISOString().slice(0, 10);
    const [row] = await tx.sql<
      [
        {
          id: AccessKeyId;
          staffId: StaffId;
          language: Language;
          roles: Role[];
          teams: string[];
          isNew: boolean;
        }?,
      ]
    >`
      select k.id, k.staff_id, s.language, k.used_on is distinct from ${today}::date as is_new,
        array(select role from staff_role r where r.staff_id = s.id order by role) as roles,
        array(select team from staff_team t where t.staff_id = s.id order by team) as teams
      from access_key k join staff s on s.id = k.staff_id
      where k.token_hash = ${hashOfToken(token)} and k.revoked_at is null and k.expires_at > ${tx.now}
        and s.disabled_at is null and s.temporary_until is null`;
    if (row?.isNew) await tx.sql`update access_key set used_on = ${today} where id = ${row.id}`;
    return tx.unchanged(row);
  });
  if (!found) return miss(ctx, hint);
  const { id, staffId, language, roles, teams } = found;
  return { actor: { kind: 'staff', staffId, roles, teams, keyId: id }, language };
}

async function miss(ctx: DeskContext, hint: string): Promise<undefined> {
  await transact(ctx, 'key.find', async (tx) => {
    // Of what begins like no key, nothing can be guessed, and nothing is written.
    const [known] = await tx.sql`select 1 from access_key where hint = ${hint}`;
    if (!known) return tx.unchanged(undefined);
    await countTry(ctx, tx, 'key-attempt', hint, misses);
    return tx.unchanged(undefined);
  });
  return undefined;
}
