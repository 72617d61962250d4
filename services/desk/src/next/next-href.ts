import type { TakeNext } from '@guichet/casework';

/** Gives the page that follows *take next*: the case, or the queue with the reason why there is none. */
export function nextHref(next: TakeNext): string {
  if (next.kind === 'taken') return `/cases/${next.reference}`;
  if (next.kind === 'full') return `/?told=full&held=${next.held}`;
  if (next.kind === 'absent') return `/?told=absent&until=${next.until}`;
  return '/?told=empty';
}
