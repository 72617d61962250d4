import type { Language } from '@guichet/kernel';
import { words } from './words.ts';

/** Says a refusal to a person: the words of its public key, else those of its code. */
export function errorWords(
  error: { code: string; publicKey: string; params?: Readonly<Record<string, string | number>> },
  language: Language,
): string {
  const known: { readonly [key: string]: (params: Readonly<Record<string, string | number>>) => string } =
    words(language).errors.keys;
  const say = [error.publicKey, error.code, 'broken'].find((key) => Object.hasOwn(known, key)) ?? 'broken';
  return known[say]?.(error.params ?? {}) ?? '';
}
