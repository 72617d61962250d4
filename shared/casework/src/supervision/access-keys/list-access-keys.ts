import { DeskError, type StaffId } from '@guichet/kernel';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';
import type { AccessKeyId } from './make-access-key.ts';

export interface AccessKeyRow {
  id: AccessKeyId;
  name: string;
  /** How it begins. */
  hint: string;
  madeAt: Date;
  expiresAt: Date;
  /** ISO day, UTC; null for one that never served. */
  usedOn: string | null;
}

/** Lists the actor's own keys that still serve, the newest first. */
export function listAccessKeys(ctx: DeskContext): Promise<AccessKeyRow[]> {
  if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  return keysOf(ctx, 'key.make', ctx.actor.staffId);
}

/** Lists a colleague's keys that still serve, the newest first. No event: it holds nothing of a case. */
export function listKeysOfStaff(ctx: DeskContext, staffId: StaffId): Promise<AccessKeyRow[]> {
  return keysOf(ctx, 'staff.read', staffId);
}

function keysOf(
  ctx: DeskContext,
  permission: 'key.make' | 'staff.read',
  staffId: StaffId,
): Promise<AccessKeyRow[]> {
  return readAs(ctx, permission, async (sql) => [
    ...(await sql<AccessKeyRow[]>`
      select id, name, hint, made_at, expires_at, used_on::text from access_key
      where staff_id = ${staffId} and revoked_at is null and expires_at > ${ctx.clock.now()}
      order by made_at desc, id desc`),
  ]);
}
