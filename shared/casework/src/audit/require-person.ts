import { DeskError } from '@guichet/kernel';
import type { DeskContext } from '../context.ts';

/**
 * Refuses a program that acts by the key of a member of the staff, where the control is that a person looks, or where what is made
 * would outlive the key.
 *
 * Errors: not-allowed — `person-needed`. Source: decision 0035; OWASP ASVS 5.0 §7.5
 */
export function requirePerson({ actor }: DeskContext): void {
  if (actor.kind === 'staff' && actor.keyId !== undefined)
    throw new DeskError('not-allowed', 'person-needed');
}
