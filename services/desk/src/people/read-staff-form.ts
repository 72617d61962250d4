import { type Abilities, clearances, type Role, roles } from '@guichet/casework';
import type { PostedForm } from '@guichet/catalogue';
import { languages } from '@guichet/kernel';
import { checkedOf, textOf } from '../frame/text-of.ts';

/** What was typed of a colleague, to be drawn again. */
export interface StaffTyped extends Abilities {
  name: string;
  roles: Role[];
  teams: string[];
  capacityTyped: string;
}

/** Gives what was typed of a colleague, to be drawn again. */
export function staffTyped(form: PostedForm): StaffTyped {
  const { abilities, ...facts } = readStaffForm(form);
  return { ...facts, ...abilities, capacityTyped: textOf(form, 'capacity') };
}

/** The control that each refusal is about. */
export const staffControls: Readonly<Record<string, string>> = {
  'sign-in-malformed': 'signIn',
  'role-missing': 'roles',
  'team-missing': 'teams',
  'language-missing': 'languages',
  'capacity-out-of-range': 'capacity',
};

/** Reads what a colleague is and can take; a number that is none comes as NaN, which the verb refuses. */
export function readStaffForm(form: PostedForm): {
  name: string;
  roles: Role[];
  teams: string[];
  abilities: Abilities;
} {
  const [asked, spoken, capacity] = [
    checkedOf(form, 'roles'),
    checkedOf(form, 'languages'),
    textOf(form, 'capacity'),
  ];
  return {
    name: textOf(form, 'name'),
    roles: roles.filter((role) => asked.includes(role)),
    teams: checkedOf(form, 'teams'),
    abilities: {
      every: textOf(form, 'every') !== 'no',
      skills: checkedOf(form, 'skills'),
      services: checkedOf(form, 'services'),
      languages: languages.filter((one) => spoken.includes(one)),
      clearance: clearances.find((one) => one === textOf(form, 'clearance')) ?? 'personal',
      capacity: numberOr(capacity, null),
    },
  };
}

/** Reads a whole number, or what stands for an empty field. */
export function numberOr<T>(text: string, empty: T): number | T {
  return text === '' ? empty : /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}
