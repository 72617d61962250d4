import type { Language } from '@guichet/kernel';

/** Gives the language of ours that an `Accept-Language` header ranks first; French when it ranks none. Source: RFC 9110 §12.5.4 */
export function acceptLanguage(header: string | undefined): Language {
  if (header === undefined) return 'fr';
  const ranked = header.split(',').flatMap((part) => {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const language = tag.slice(0, 2);
    if (language !== 'fr' && language !== 'en') return [];
    const weight = Number(
      params
        .find((param) => param.trim().startsWith('q='))
        ?.trim()
        .slice(2) ?? 1,
    );
    return weight > 0 ? [{ language, weight } as const] : [];
  });
  return ranked.sort((a, b) => b.weight - a.weight)[0]?.language ?? 'fr';
}
