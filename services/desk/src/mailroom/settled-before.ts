import { formatReference, parseReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import type { DeskRequest } from '../frame/desk-env.ts';

/** Says what became of the letter settled just before, as the address of the page names it. */
export function settledBefore(c: DeskRequest): { told?: string } {
  const { confirmedAs, joinedTo } = words(c.get('language')).work.mailroom;
  const made = parseReference(c.req.query('made') ?? '');
  if (made !== undefined) return { told: confirmedAs(formatReference(made)) };
  const joined = parseReference(c.req.query('joined') ?? '');
  return joined === undefined ? {} : { told: joinedTo(formatReference(joined)) };
}
