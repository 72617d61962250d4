import { parseDraftNumber, parseReference } from '@guichet/kernel';
import { plainWords } from '../grammar/plain-words.ts';

/** What a text message asks about a request: where it stands; how to go on with one begun; or it can't be read. */
export type StatusAsked =
  | { kind: 'status'; reference: string; fact: string }
  | { kind: 'draft'; number: string }
  | { kind: 'unreadable' };

const keywords = new Set(['etat', 'statut', 'status', 'state']);

/**
 * Reads a text message that asks where a request stands: the keyword, the ten digits of the reference, then the six of the
 * code or the ten of the telephone number given. Guarantee: spaces, dashes, accents and case do not matter.
 */
export function statusAsked(body: string): StatusAsked | undefined {
  const words = plainWords(body);
  const [first = ''] = words.split(/[\s\d]/);
  if (!keywords.has(first)) return undefined;
  const [, number = '', fact = ''] = /^(\d{10})(\d{6}|1?\d{10})?$/.exec(words.replace(/\D/g, '')) ?? [];
  if (parseDraftNumber(number)) return { kind: 'draft', number };
  const reference = parseReference(number);
  return reference === undefined || fact === ''
    ? { kind: 'unreadable' }
    : { kind: 'status', reference, fact };
}
