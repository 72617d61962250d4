import { randomInt } from 'node:crypto';
import { dammDigit } from './damm.ts';

/** The short code of a case that people can say aloud and key on a phone: ten digits, the last one Damm's. */
export type Reference = string & { readonly __reference: true };

export const referenceDigits = 10;

/**
 * Makes a reference at random, so that no reference tells anything of its neighbours.
 *
 * Guarantee: ten digits, never starting with 0, check digit right. Uniqueness is the database's to refuse.
 */
export function newReference(): Reference {
  const body = String(randomInt(100_000_000, 1_000_000_000));
  return `${body}${dammDigit(body)}` as Reference;
}

/** Reads a reference as people write it (spaces, dashes, dots); undefined when a digit is wrong or missing. */
export function parseReference(text: string): Reference | undefined {
  const digits = text.replace(/[\s.\-\u2011\u00a0]/g, '');
  if (!/^[1-9]\d{9}$/.test(digits)) return undefined;
  return dammDigit(digits) === 0 ? (digits as Reference) : undefined;
}

/** Groups a reference as a telephone number is grouped: `123 456 7890`. */
export function formatReference(reference: string): string {
  return `${reference.slice(0, 3)} ${reference.slice(3, 6)} ${reference.slice(6)}`;
}
