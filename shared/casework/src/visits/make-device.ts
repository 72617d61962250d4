import { randomInt } from 'node:crypto';
import { type CounterId, DeskError, type DeviceId, minute, newId, type PlaceId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { requirePerson } from '../audit/require-person.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext, DeviceUse } from '../context.ts';
import { staffIdOf } from './staff-at.ts';

/** Long enough to walk to the hall. */
const codeLifeMs = 15 * minute;

export interface MakeDevice {
  use: DeviceUse;
  placeId: PlaceId;
  /** Of a screen: the counter it stands at. */
  counterId?: CounterId;
}

/**
 * Makes a device and gives the code that links one browser to it, once, within a quarter of an hour.
 *
 * Guarantee: only a keyed hash of the code is kept. Errors: not-found; invalid — a screen without a counter, or a counter of elsewhere
 */
export async function makeDevice(
  ctx: DeskContext,
  input: MakeDevice,
): Promise<{ id: DeviceId; code: string }> {
  return transact(ctx, 'device.make', async (tx) => {
    requirePerson(ctx);
    const [place] = await tx.sql`select 1 from place where id = ${input.placeId}`;
    if (!place) throw new DeskError('not-found', 'no-such-place');
    const counterId = input.use === 'screen' ? input.counterId : undefined;
    const [counter] =
      counterId === undefined
        ? [undefined]
        : await tx.sql`select 1 from counter where id = ${counterId} and place_id = ${input.placeId}`;
    if (input.use === 'screen' && !counter) throw new DeskError('invalid', 'no-such-counter');
    const id = newId<'device'>();
    const code = String(randomInt(10 ** 9, 10 ** 10));
    const until = new Date(tx.now.getTime() + codeLifeMs);
    await tx.sql`
      insert into device (id, place_id, counter_id, use, code_hash, code_until, made_at, made_by)
      values (${id}, ${input.placeId}, ${counterId ?? null}, ${input.use}, ${ctx.keyring.blindIndex('device-code', code)}, ${until},
        ${tx.now}, ${staffIdOf(ctx)})`;
    return tx.record(
      {
        subject: { kind: 'place', id: input.placeId },
        kind: 'device.made',
        data: { deviceId: id, use: input.use },
      },
      { id, code },
    );
  });
}

/** Ends what a device may do. Guarantee: at once; repeating changes nothing. Errors: not-found */
export async function revokeDevice(ctx: DeskContext, id: DeviceId): Promise<{ kind: 'revoked' | 'already' }> {
  return transact<{ kind: 'revoked' | 'already' }>(ctx, 'device.make', async (tx) => {
    const [device] = await tx.sql<[{ placeId: PlaceId; revokedAt: Date | null }?]>`
      select place_id, revoked_at from device where id = ${id} for update`;
    if (!device) throw new DeskError('not-found', 'no-such-device');
    if (device.revokedAt) return tx.unchanged({ kind: 'already' });
    await tx.sql`
      update device set revoked_at = ${tx.now}, code_hash = null, code_until = null, token_hash = null where id = ${id}`;
    return tx.record(
      { subject: { kind: 'place', id: device.placeId }, kind: 'device.revoked', data: { deviceId: id } },
      { kind: 'revoked' },
    );
  });
}

export interface DeviceRow {
  id: DeviceId;
  use: DeviceUse;
  placeName: { fr: string; en: string };
  counter: string | null;
  linkedAt: Date | null;
  madeAt: Date;
}

/** Lists the devices that are not revoked, place by place. */
export function listDevices(ctx: DeskContext): Promise<DeviceRow[]> {
  return readAs(ctx, 'device.make', async (sql) => {
    const rows = await sql<(Omit<DeviceRow, 'placeName'> & { nameFr: string; nameEn: string })[]>`
      select d.id, d.use, p.name_fr, p.name_en, c.name as counter, d.linked_at, d.made_at
      from device d join place p on p.id = d.place_id left join counter c on c.id = d.counter_id
      where d.revoked_at is null and (d.linked_at is not null or d.code_until > ${ctx.clock.now()})
      order by p.name_fr, d.use, c.name, d.made_at`;
    return rows.map(({ nameFr, nameEn, ...row }) => ({ ...row, placeName: { fr: nameFr, en: nameEn } }));
  });
}
