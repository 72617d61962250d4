import { randomInt } from 'node:crypto';
import { day } from '@guichet/kernel';

/** Letters and digits that nobody mixes up when they are read out. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** How long a password given by somebody else serves to choose another. Unit: milliseconds. */
export const temporaryForMs = 7 * day;

/** Makes a password to be read out once: four groups of four, 79 bits. */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
