import { hour } from '@guichet/kernel';
import type { DeskContext } from '../context.ts';

/** No call lasts longer: one whose end was never heard is not shown for ever. */
export const callLifeMs = 4 * hour;

/** Gives the instant before which no call that still lasts can have begun. */
export function oldestCall({ clock }: Pick<DeskContext, 'clock'>): Date {
  return new Date(clock.now().getTime() - callLifeMs);
}
