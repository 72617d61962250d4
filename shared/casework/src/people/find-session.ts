import type { Language, StaffId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { Actor, DeskContext, Role } from '../context.ts';
import { sessionIdleMs, tokenHash } from './start-session.ts';

export interface Session {
  actor: Extract<Actor, { kind: 'staff' }>;
  name: string;
  language: Language;
  /** They signed in with a password that serves only to choose another. */
  mustChangePassword: boolean;
}

/** Finds whose a session token is, and keeps the session awake; undefined when it ended, expired or slept too long. */
export async function findSession(ctx: DeskContext, token: string): Promise<Session | undefined> {
  return transact(ctx, 'session.read', async (tx) => {
    const idleSince = new Date(tx.now.getTime() - sessionIdleMs);
    // One row by primary key, with roles and teams gathered; a session seen within a minute is not written again.
    const [row] = await tx.sql<
      [
        {
          id: StaffId;
          name: string;
          language: Language;
          roles: Role[];
          teams: string[];
          seenAt: Date;
          isTemporary: boolean;
        }?,
      ]
    >`
      select s.id, s.name, s.language, i.seen_at, s.temporary_until is not null as is_temporary,
        array(select role from staff_role r where r.staff_id = s.id order by role) as roles,
        array(select team from staff_team t where t.staff_id = s.id order by team) as teams
      from staff_session i join staff s on s.id = i.staff_id
      where i.token_hash = ${tokenHash(token)} and i.ended_at is null and i.expires_at > ${tx.now} and i.seen_at > ${idleSince}
        and s.disabled_at is null and i.started_at >= coalesce(s.sessions_from, '-infinity')`;
    if (!row) return tx.unchanged(undefined);
    if (tx.now.getTime() - row.seenAt.getTime() > 60_000) {
      await tx.sql`update staff_session set seen_at = ${tx.now} where token_hash = ${tokenHash(token)}`;
    }
    return tx.unchanged({
      actor: { kind: 'staff' as const, staffId: row.id, roles: row.roles, teams: row.teams },
      name: row.name,
      language: row.language,
      mustChangePassword: row.isTemporary,
    });
  });
}
