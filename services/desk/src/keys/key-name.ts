import type { Language } from '@guichet/kernel';

/** Names a key as it stands on the keyboards of Québec, or on English ones. */
export function keyName(key: string, language: Language): string {
  const names: Readonly<Record<string, string>> = language === 'fr' ? french : english;
  if (key.length === 1) return key.toUpperCase();
  return key
    .split('+')
    .map((part) => names[part] ?? part)
    .join(' + ');
}

const french = { Shift: 'Maj', ScrollLock: 'Arrêt défil' };
const english = { ScrollLock: 'Scroll Lock' };
