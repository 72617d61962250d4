import { DeskError, type Language, languages } from '@guichet/kernel';
import { type Clearance, clearances } from '../../queues/class-of.ts';

/** What a member of the staff can take. */
export interface Abilities {
  /** Every service of their teams; otherwise those whose skills they have, or that are named. */
  every: boolean;
  /** Skills that definitions name: families of services. */
  skills: readonly string[];
  /** Single services, by their code. */
  services: readonly string[];
  languages: readonly Language[];
  clearance: Clearance;
  /** Cases held at most; null for their teams' number. */
  capacity: number | null;
}

export const everything: Abilities = {
  every: true,
  skills: [],
  services: [],
  languages,
  clearance: 'sensitive',
  capacity: null,
};

export const capacityMax = 500;

/** Refuses abilities that make no sense, and gives the others in one order. Errors: invalid */
export function orderedAbilities(given: Abilities): Abilities {
  if (given.languages.length === 0) throw new DeskError('invalid', 'language-missing');
  if (!clearances.includes(given.clearance)) throw new DeskError('invalid', 'invalid');
  requireCapacity(given.capacity);
  const ordered = <T extends string>(list: readonly T[]) => [...new Set(list)].toSorted();
  return {
    ...given,
    skills: ordered(given.skills),
    services: ordered(given.services),
    languages: ordered(given.languages),
  };
}

/** Errors: invalid — not a whole number from 1 to 500. */
export function requireCapacity(capacity: number | null): void {
  if (capacity !== null && (!Number.isInteger(capacity) || capacity < 1 || capacity > capacityMax))
    throw new DeskError('invalid', 'capacity-out-of-range', { params: { max: capacityMax } });
}
