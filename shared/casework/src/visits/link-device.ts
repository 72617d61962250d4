import { randomBytes } from 'node:crypto';
import { type CounterId, DeskError, type DeviceId, minute, type PlaceId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { transact } from '../audit/transact.ts';
import type { Actor, DeskContext, DeviceUse } from '../context.ts';
import { tokenHash } from '../people/start-session.ts';
import { countTry } from '../privacy/count-try.ts';

/** Of all codes together: ten digits are not found by trying so few. */
const tries = { max: 60, withinMs: 15 * minute };

/**
 * Links a browser to the device of a code, and gives the token that it shows from then on.
 *
 * Guarantee: a code works once; a wrong, an old and a used one look the same. Errors: not-found; too-many
 */
export async function linkDevice(
  ctx: DeskContext,
  typed: string,
): Promise<{ token: string; use: DeviceUse }> {
  const code = typed.replace(/\D/g, '');
  await transact(ctx, 'device.link', async (tx) => {
    await countTry(ctx, tx, 'device-code', 'all', tries);
    return tx.unchanged(undefined);
  });
  return transact(ctx, 'device.link', async (tx) => {
    const token = randomBytes(32).toString('base64url');
    const [linked] = await tx.sql<[{ id: DeviceId; use: DeviceUse; placeId: PlaceId }?]>`
      update device set token_hash = ${tokenHash(token)}, linked_at = ${tx.now}, code_hash = null, code_until = null
      where code_hash = ${ctx.keyring.blindIndex('device-code', code)} and code_until > ${tx.now} and revoked_at is null
      returning id, use, place_id`;
    if (!linked) throw new DeskError('not-found', 'no-such-device-code');
    const data = { deviceId: linked.id, use: linked.use };
    return tx.record(
      { subject: { kind: 'place', id: linked.placeId }, kind: 'device.linked', data },
      { token, use: linked.use },
    );
  });
}

type Device = Extract<Actor, { kind: 'device' }>;

/** Finds which device a token belongs to; undefined when there is none, or it was revoked. */
export function findDevice(ctx: DeskContext, token: string): Promise<Device | undefined> {
  return readAs(ctx, 'device.find', async (sql) => {
    const [row] = await sql<
      [{ id: DeviceId; use: DeviceUse; placeId: PlaceId; counterId: CounterId | null }?]
    >`
      select id, use, place_id, counter_id from device
      where token_hash = ${tokenHash(token)} and revoked_at is null`;
    return (
      row && {
        kind: 'device',
        deviceId: row.id,
        use: row.use,
        placeId: row.placeId,
        counterId: row.counterId,
      }
    );
  });
}
