import { as, findAccessKey } from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import type { MiddlewareHandler } from 'hono';
import type { DeskDeps, DeskEnv } from '../frame/desk-env.ts';
import { minuteCount } from './minute-count.ts';

/**
 * Finds who acts by the key of a request.
 *
 * Guarantee: no cookie is read, so nothing that a browser holds lets another site act here.
 * Errors: not-allowed, `access-key-refused` (401); too-many — misses, or requests in this minute
 */
export function findHolder({ ctx }: DeskDeps): MiddlewareHandler<DeskEnv> {
  const hasRoom = minuteCount(ctx.clock);
  return async (c, next) => {
    const [, token = ''] = /^Bearer +([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const holder = token === '' ? undefined : await findAccessKey(ctx, token);
    if (!holder) throw new DeskError('not-allowed', 'access-key-refused');
    if (!hasRoom(holder.actor.keyId ?? '')) throw new DeskError('too-many', 'too-many-requests');
    c.set('language', holder.language);
    c.set('holder', as(ctx, holder.actor));
    return next();
  };
}
