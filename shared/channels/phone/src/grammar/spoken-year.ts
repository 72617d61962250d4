import type { Language } from '@guichet/kernel';
import { cardinalOf } from './cardinal.ts';

/** A year said whole, or only its last two digits: `82`. */
export type SpokenYear = { year: number } | { lastDigits: number };

/** Reads a year, `deux mille vingt-sept`, `dix-neuf cent quatre-vingt-deux`, `nineteen eighty-two`; undefined when it is none. */
export function spokenYear(words: readonly string[], language: Language): SpokenYear | undefined {
  const value = cardinalOf(words, language);
  if (value !== undefined && value >= 1800 && value <= 2100) return { year: value };
  const written = words.length === 1 && /^0\d$/.test(words[0] ?? '') ? Number(words[0]) : undefined;
  const short = written ?? (value !== undefined && value >= 10 && value <= 99 ? value : undefined);
  const years = new Set<number>();
  for (let at = 1; at < words.length; at += 1) {
    const century = cardinalOf(words.slice(0, at), language);
    const rest = words.slice(at);
    const zero = /^(?:oh|o|zero|0)$/.test(rest[0] ?? '') && rest.length > 1;
    const low = cardinalOf(zero ? rest.slice(1) : rest, language);
    if (century === undefined || low === undefined || century < 18 || century > 20) continue;
    if (zero ? low >= 1 && low <= 9 : low >= 10 && low <= 99) years.add(century * 100 + low);
  }
  const [pair] = years;
  if (pair !== undefined) return years.size === 1 && short === undefined ? { year: pair } : undefined;
  return short === undefined ? undefined : { lastDigits: short };
}
