import type {
  AddressValue,
  AnswerValue,
  FileValue,
  GroupEntry,
  PersonValue,
  PlaceValue,
  SlotValue,
} from './answers.ts';

const holds = (value: AnswerValue | undefined, ...members: string[]): boolean =>
  typeof value === 'object' &&
  !Array.isArray(value) &&
  members.every((member) => Object.hasOwn(value, member));

/** Tells whether a stored answer is a postal address. */
export const isAddress = (value: AnswerValue | undefined): value is AddressValue =>
  holds(value, 'street', 'municipality', 'province', 'postalCode');

/** Tells whether a stored answer is a person. */
export const isPerson = (value: AnswerValue | undefined): value is PersonValue =>
  holds(value, 'given', 'family');

/** Tells whether a stored answer is a place. */
export const isPlace = (value: AnswerValue | undefined): value is PlaceValue => holds(value, 'text');

/** Tells whether a stored answer is a set of files, or the way they will come. */
export const isFile = (value: AnswerValue | undefined): value is FileValue =>
  (holds(value, 'evidence') && !holds(value, 'pending')) || holds(value, 'later');

/** Tells whether a stored answer is the list of entries of a group. */
export const isEntries = (value: AnswerValue | undefined): value is GroupEntry[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'object');

/** Tells whether a stored answer is a list of option keys. */
export const isKeys = (value: AnswerValue | undefined): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

/** Tells whether a stored answer is a wished place, day and time. */
export const isSlot = (value: AnswerValue | undefined): value is SlotValue =>
  holds(value, 'place', 'day', 'time');
