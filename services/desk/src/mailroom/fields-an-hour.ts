import type { KeyingFigures } from '@guichet/casework';

/** Under this the rate says nothing. Unit: seconds. */
const least = 10;

/** Gives the fields keyed an hour of work at the station; undefined where too little was keyed to tell. */
export function fieldsAnHour({
  fields,
  seconds,
}: Pick<KeyingFigures, 'fields' | 'seconds'>): number | undefined {
  return seconds < least ? undefined : Math.round((fields * 3600) / seconds);
}
