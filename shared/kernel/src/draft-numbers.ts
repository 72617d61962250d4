import { randomInt } from 'node:crypto';
import { dammDigit } from './damm.ts';

/** The number of a draft that goes on at another door: ten digits like a reference, and never one. */
export type DraftNumber = string & { readonly __draftNumber: true };

/** What Damm's walk ends at: 0 is a reference's mark, this one a draft's. */
const mark = 5;

/**
 * Makes a draft's number at random, so that no number tells anything of its neighbours.
 *
 * Guarantee: ten digits, never starting with 0; never a reference, since the check digit ends elsewhere, so that no table has
 *   to be asked which of the two a number is. Uniqueness is the database's to refuse.
 * Source: decision 0013
 */
export function newDraftNumber(): DraftNumber {
  const body = String(randomInt(100_000_000, 1_000_000_000));
  for (let digit = 0; ; digit += 1) {
    const number = `${body}${digit}`;
    if (dammDigit(number) === mark) return number as DraftNumber;
  }
}

/** Reads a draft's number as people write it (spaces, dashes, dots); undefined when it is none. */
export function parseDraftNumber(text: string): DraftNumber | undefined {
  const digits = text.replace(/[\s.\-\u2011\u00a0]/g, '');
  return /^[1-9]\d{9}$/.test(digits) && dammDigit(digits) === mark ? (digits as DraftNumber) : undefined;
}
