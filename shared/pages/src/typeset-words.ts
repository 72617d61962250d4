import { typesetFrench } from './typeset-french.ts';

/** Sets the spaces of every word of a French table, and of every sentence that it builds from parameters. */
export function typesetWords<T extends object>(words: T): T {
  const set = Object.entries(words).map(([key, value]: [string, unknown]) => [key, typesetWord(value)]);
  return Object.fromEntries(set) as T;
}

function typesetWord(value: unknown): unknown {
  if (typeof value === 'string') return typesetFrench(value);
  if (typeof value === 'function') return (...args: unknown[]) => typesetFrench(String(value(...args)));
  if (Array.isArray(value)) return value.map(typesetWord);
  return typeof value === 'object' && value !== null ? typesetWords(value) : value;
}
