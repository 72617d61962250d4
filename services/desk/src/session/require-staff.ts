import { may, type Permission } from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import type { DeskRequest, SignedIn } from '../frame/desk-env.ts';

/**
 * Gives who is signed in.
 *
 * Guarantee: with a permission, refuses before anything is shown; the verbs check again.
 * Errors: not-allowed
 */
export function staffOf(c: DeskRequest, permission?: Permission): SignedIn {
  const staff = c.get('staff');
  if (!staff || (permission !== undefined && !may(staff.actor, permission))) {
    throw new DeskError('not-allowed', 'not-allowed', { detail: `needs ${permission ?? 'a session'}` });
  }
  return staff;
}
