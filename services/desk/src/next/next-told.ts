import { words } from '@guichet/pages';
import type { DeskRequest } from '../frame/desk-env.ts';

/** Says why *take next* gave no case; undefined where nothing is to be said. */
export function nextTold(c: DeskRequest): string | undefined {
  const { desk, work } = words(c.get('language'));
  const { next } = work.people;
  switch (c.req.query('told')) {
    case 'empty':
      return desk.queue.nothingToTake;
    case 'skipped':
      return next.skipped;
    case 'full':
      return next.full(Number(c.req.query('held')) || 0);
    case 'absent':
      return next.absent((c.req.query('until') ?? '').slice(0, 10));
    default:
      return undefined;
  }
}
