import type { Language } from '@guichet/kernel';
import { cardinalOf } from './cardinal.ts';

/** A year said whole, or only its last two digits: `82`. */
export type SpokenYear = { year: number } | { lastDigits: number };

/** Reads a year, `deux mille vingt-sept`, `dix-neuf cent quatre-vingt-deux`, `nineteen eighty-two`; undefined when it is none. */
export function spokenYear(words: readonly string[], language: Language): SpokenYear | undefined {
  const value = cardinalOf(words, language);
  if (value !== undefined && value >= 1800 && value <= 2100) return { year: value };
  const zeroFirst = /^(?:oh|o|zero|0)$/.test(words[0] ?? '')
    ? cardinalOf(words.slice(1), language)
    : undefined;
  const low = zeroFirst !== undefined && zeroFirst >= 1 && zeroFirst <= 9 ? zeroFirst : undefined;
  const written = words.length === 1 && /^0\d$/.test(words[0] ?? '') ? Number(words[0]) : low;
  const short = written ?? (value !== undefined && value >= 10 && value <= 99 ? value : undefined);
  const years = new Set<number>();
  for (let at = 1; at < words.length; at += 1) {
    const century = cardinalOf(words.slice(0, at), language);
    const rest = words.slice(at);
    const zero = /^(?:oh|o|zero|0)$/.test(rest[0] ?? '') && rest.length > 1;
    const part = cardinalOf(zero ? rest.slice(1) : rest, language);
    if (century === undefined || part === undefined || century < 18 || century > 20) continue;
    if (zero ? part >= 1 && part <= 9 : part >= 10 && part <= 99) years.add(century * 100 + part);
  }
  const [pair] = years;
  if (pair !== undefined) return years.size === 1 && short === undefined ? { year: pair } : undefined;
  return short === undefined ? undefined : { lastDigits: short };
}
