import { createHash } from 'node:crypto';
import type { ServiceShelf } from '@guichet/casework';
import type { Bilingual, Language } from '@guichet/kernel';
import { shellStamp } from './kept-assets.ts';

/** Gives a mark that changes with the pages that a counter keeps: the services on offer, the language, the body's name, the files. */
export function pagesStamp(
  { services }: Pick<ServiceShelf, 'services'>,
  language: Language,
  organisation: Bilingual,
): string {
  const offered = services.map(({ definition: { code }, hash }) => `${code} ${hash}`);
  const kept = [language, organisation.fr, organisation.en, shellStamp, ...offered];
  return createHash('sha256').update(kept.join('\n')).digest('hex').slice(0, 16);
}
