import type { Looker } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import type { SignedIn } from '../frame/desk-env.ts';

/** Says for each case who else looks at it now. Example: `{ "1234567890": "Ouvert par Anne, Luc" }` */
export function lookersOf(
  lookers: readonly Looker[],
  me: SignedIn['actor'],
  language: Language,
): Record<string, string> {
  const names = new Map<string, string[]>();
  for (const { reference, staffId, name } of lookers) {
    if (staffId === me.staffId) continue;
    names.set(reference, [...(names.get(reference) ?? []), name]);
  }
  const { by } = words(language).queue.lookers;
  return Object.fromEntries([...names].map(([reference, all]) => [reference, by(all.join(', '))]));
}
