import { checkDatabase, type DeskContext } from '@guichet/casework';
import type { Redis } from '@guichet/platform';
import type { Readiness } from './door.ts';

/** Unit: milliseconds. */
const patience = 2_000;

/** Tells whether requests can be accepted now: the database decides; Redis is only told of. */
export async function checkReadiness(desk: DeskContext, redis: Redis | undefined): Promise<Readiness> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref());
  const alive = checkDatabase(desk).then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([alive, late]);
  return {
    ready,
    database: ready ? 'up' : 'down',
    redis: redis === undefined ? 'none' : redis.status === 'ready' ? 'up' : 'down',
  };
}
