import { as, type DeskContext, findDevice, listPlaces, may } from '@guichet/casework';
import { DeskError, type PlaceId } from '@guichet/kernel';
import type { MiddlewareHandler } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../../frame/desk-env.ts';
import { sessionCookie, type TokenCookie } from '../../session/session-cookie.ts';

/** A device stays where it was put. Unit: seconds. */
const aYear = 365 * 24 * 60 * 60;

/** Makes the cookie by which a board, a kiosk or a screen is known. */
export function deviceCookie(deps: Pick<DeskDeps, 'https'>): TokenCookie {
  return sessionCookie(deps, '-device', aYear);
}

/** Finds which device is before the desk, if any. */
export function readDevice(deps: DeskDeps): MiddlewareHandler<DeskEnv> {
  const cookie = deviceCookie(deps);
  return async (c, next) => {
    const token = cookie.read(c);
    const actor = token === undefined ? undefined : await findDevice(deps.ctx, token);
    if (actor) c.set('device', { actor, ctx: as(deps.ctx, actor) });
    return next();
  };
}

/**
 * Gives the place whose hall a page shows, and the context in which it is read: the device's own place, or for staff the one they name.
 *
 * Errors: not-allowed — neither; not-found — another place than the device's, or none such
 */
export async function hallOf(
  c: DeskRequest,
  use: 'board' | 'kiosk',
): Promise<{ ctx: DeskContext; placeId: PlaceId }> {
  const device = c.get('device');
  const named = c.req.query('place');
  if (device?.actor.use === use) {
    const { placeId } = device.actor;
    if (
      named !== undefined &&
      named !== (await listPlaces(device.ctx)).find(({ id }) => id === placeId)?.code
    )
      throw new DeskError('not-found', 'no-such-place');
    return { ctx: device.ctx, placeId };
  }
  const staff = c.get('staff');
  if (!staff || !may(staff.actor, 'hall.read')) throw new DeskError('not-allowed', 'not-allowed');
  const places = await listPlaces(staff.ctx);
  const place = named === undefined ? places[0] : places.find(({ code }) => code === named);
  if (!place) throw new DeskError('not-found', 'no-such-place');
  return { ctx: staff.ctx, placeId: place.id };
}
