import type { ServiceShelf } from '@guichet/casework';
import type { Language } from '@guichet/kernel';

/** Gives a service's name as people read it, or its code when it has left the catalogue. */
export function serviceName(
  catalogue: ServiceShelf,
  code: string | null,
  language: Language,
  version?: number | null,
): string {
  if (code === null) return '';
  const service = catalogue.find(code, version ?? undefined) ?? catalogue.find(code);
  return service?.definition.name[language] ?? code;
}
