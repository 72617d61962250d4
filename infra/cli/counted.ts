import type { Language } from '@guichet/kernel';

/** Writes a number with its noun, in the plural where the language has it: in French from two on. */
export function counted(count: number, noun: string, language: Language): string {
  const one = language === 'fr' ? count < 2 : count === 1;
  return `${count} ${noun}${one ? '' : 's'}`;
}
