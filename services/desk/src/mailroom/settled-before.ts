import { formatReference, parseReference } from '@guichet/kernel';
import { words } from '@guichet/pages';
import type { DeskRequest } from '../frame/desk-env.ts';

/** Says what became of the letter or the answer dealt with just before, as the address of the page names it. */
export function settledBefore(c: DeskRequest): { told?: string } {
  const { mailroom, station, free } = words(c.get('language')).work;
  const { checks } = station;
  const made = parseReference(c.req.query('made') ?? '');
  if (made !== undefined) return { told: mailroom.confirmedAs(formatReference(made)) };
  const joined = parseReference(c.req.query('joined') ?? '');
  if (joined !== undefined) return { told: mailroom.joinedTo(formatReference(joined)) };
  const tellings: Readonly<Record<string, string>> = {
    aside: mailroom.settledAside,
    parted: free.partedTold,
    continued: free.continuedTold,
    'aside-answered': free.asideAnswered,
    'aside-posted': free.asidePosted,
    asked: free.askedTold,
    'asked-by-post': free.askedByPost,
    'waits-one': station.waitsOne,
    'waits-many': station.waitsMany,
    'keyed-already': station.keyedAlready,
    'check-agrees': checks.toldAgrees,
    'check-differs': checks.toldDiffers,
    'check-decided': checks.toldDecided,
    'check-already': checks.toldAlready,
  };
  const told = tellings[c.req.query('told') ?? ''];
  if (told === undefined) return {};
  const reference = parseReference(c.req.query('case') ?? '');
  if (c.req.query('back') !== undefined) return { told: checks.toldBack(told) };
  return { told: reference === undefined ? told : checks.toldMade(told, formatReference(reference)) };
}
