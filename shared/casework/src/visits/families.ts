import type { ServiceDefinition } from '@guichet/catalogue';
import type { ServiceShelf } from '../context.ts';

/** Services that one line waits for: those of one theme. */
export type Family = ServiceDefinition['theme'];

/** The letter on the tickets of each family: the same at every place and every day, so that signs in a hall stay true. */
export const familyLetters: Readonly<Record<Family, string>> = {
  municipal: 'A',
  leisure: 'B',
  health: 'C',
  education: 'D',
  justice: 'E',
  taxation: 'F',
  democracy: 'G',
};

/** Lists the families of which the counter takes at least one service, in the order of their letters. */
export function familiesOf(shelf: Pick<ServiceShelf, 'services'>): Family[] {
  const taken = new Set(
    shelf.services.flatMap(({ definition }) => (definition.channels.counter ? [] : [definition.theme])),
  );
  return (Object.keys(familyLetters) as Family[]).filter((family) => taken.has(family));
}

/** Tells whether a text names a family. */
export function isFamily(text: string): text is Family {
  return Object.hasOwn(familyLetters, text);
}

/** Writes a ticket as it is printed and called: `A007`. */
export function ticketOf({ letter, number }: { letter: string; number: number }): string {
  return `${letter}${String(number).padStart(3, '0')}`;
}
