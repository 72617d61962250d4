import type { Language } from '@guichet/kernel';

/** What a template leaves room for. */
export const placeholders = ['reference', 'service', 'due', 'today', 'reasons'] as const;
export type Placeholder = (typeof placeholders)[number];

export interface TemplateProblem {
  language: Language;
  /** From 1. */
  line: number;
  kind: 'unknown' | 'open' | 'stray' | 'one-language' | 'empty';
  /** As written. */
  text: string;
  /** A name that was likely meant. */
  nearest?: Placeholder;
}

/**
 * Finds what is wrong with the words of a template: a brace that opens or closes nothing, a name that nothing fills, and room left in one
 * language alone.
 *
 * Shape: in the order written, French first; empty where nothing is wrong.
 */
export function readPlaceholders(words: Readonly<Record<Language, string>>): TemplateProblem[] {
  const [fr, en] = [read(words.fr, 'fr'), read(words.en, 'en')];
  const missing = (from: typeof fr, to: typeof en, language: Language): TemplateProblem[] =>
    [...from.names]
      .filter((name) => !to.names.has(name))
      .map((name) => ({ language, line: 1, kind: 'one-language', text: `{${name}}` }));
  return [...fr.problems, ...missing(en, fr, 'fr'), ...en.problems, ...missing(fr, en, 'en')];
}

function read(text: string, language: Language): { names: Set<string>; problems: TemplateProblem[] } {
  const names = new Set<string>();
  const problems: TemplateProblem[] = [];
  if (text.trim() === '') return { names, problems: [{ language, line: 1, kind: 'empty', text: '' }] };
  text.split('\n').forEach((line, at) => {
    for (const [found] of line.matchAll(/\{[^{}]*\}?|\}/g)) {
      const place = { language, line: at + 1, text: found.slice(0, 40) };
      if (found === '}') problems.push({ ...place, kind: 'stray' });
      else if (!found.endsWith('}')) problems.push({ ...place, kind: 'open' });
      else if (isPlaceholder(found.slice(1, -1))) names.add(found.slice(1, -1));
      else {
        const nearest = nearestTo(found.slice(1, -1));
        problems.push({ ...place, kind: 'unknown', ...(nearest === undefined ? {} : { nearest }) });
      }
    }
  });
  return { names, problems };
}

const isPlaceholder = (name: string): name is Placeholder => placeholders.some((one) => one === name);

/** French names of the same, and slips of a letter or two. */
const meant: Readonly<Record<string, Placeholder>> = {
  référence: 'reference',
  numero: 'reference',
  numéro: 'reference',
  échéance: 'due',
  date: 'today',
  motifs: 'reasons',
  raisons: 'reasons',
};

function nearestTo(name: string): Placeholder | undefined {
  const plain = name.trim().toLowerCase();
  return meant[plain] ?? placeholders.find((one) => one.startsWith(plain.slice(0, 3)) && plain.length >= 3);
}

/** What fills a template; a fact that is not there leaves nothing behind. */
export type TemplateFacts = Partial<Record<Placeholder, string>>;

/** Puts the facts where a template leaves room for them; `{reasons}` stays until there are some. */
export function fillTemplate(words: string, facts: TemplateFacts): string {
  return placeholders.reduce((text, name) => {
    const fact = facts[name];
    return fact === undefined ? text : text.replaceAll(`{${name}}`, fact);
  }, words);
}
