import { type ReturnedWhy, returnedWhys } from '@guichet/casework';

/** Where piles of envelopes that came back are dropped, by reason in folders within it: `returned/moved/…`. */
const folder = 'returned';

/** Tells from its path below the hot folder whether a file is a pile of returned envelopes, and why they came back. */
export function returnedOf(path: string): ReturnedWhy | undefined {
  const [first = '', second = '', ...more] = path.split('/');
  if (first.toLowerCase() !== folder || second === '') return undefined;
  const named = more.length > 0 ? second.toLowerCase() : '';
  return returnedWhys.find((why) => why === named) ?? 'unstated';
}
