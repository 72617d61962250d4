import type { ServiceDefinition } from '@guichet/catalogue';
import { foldWord, type Language } from '@guichet/kernel';

/** A service that a text may ask for, and the words of it that say so. */
export interface SuggestedService {
  readonly code: string;
  readonly score: number;
  /** As they stand in the text, the most telling first. */
  readonly words: readonly string[];
}

const scoreLeast = 3;
const wordsToldMax = 4;
/** A word of the name says more than one of the summary. */
const weights = { keyword: 3, name: 2, summary: 0.5 } as const;

/**
 * Orders the services whose words stand in a text: their search words, names and summaries, accents and endings set aside.
 *
 * Guarantee: proposes, with its reasons; a word that many services share counts for less; nothing where too little matches.
 */
export function suggestServices(
  definitions: readonly Pick<ServiceDefinition, 'code' | 'name' | 'summary' | 'keywords'>[],
  text: string,
  language: Language | undefined,
): SuggestedService[] {
  const spoken = stemsOf(text);
  const languages = language === undefined ? (['fr', 'en'] as const) : ([language] as const);
  const vocabularies = definitions.map((definition) => {
    const stems = new Map<string, number>();
    for (const one of languages) {
      for (const word of definition.keywords?.[one] ?? []) learn(stems, word, weights.keyword);
      learn(stems, definition.name[one], weights.name);
      learn(stems, definition.summary[one], weights.summary);
    }
    return { code: definition.code, stems };
  });
  const shared = new Map<string, number>();
  for (const { stems } of vocabularies)
    for (const stem of stems.keys()) shared.set(stem, (shared.get(stem) ?? 0) + 1);
  return vocabularies
    .map(({ code, stems }) => score(code, stems, spoken, shared))
    .filter((service) => service.score >= scoreLeast)
    .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
}

function score(
  code: string,
  stems: ReadonlyMap<string, number>,
  spoken: ReadonlyMap<string, { word: string; times: number }>,
  shared: ReadonlyMap<string, number>,
): SuggestedService {
  const hits = [...stems].flatMap(([stem, weight]) => {
    const said = spoken.get(stem);
    // Said twice it is what the letter is about; said ten times, no more so.
    return said
      ? [{ word: said.word, worth: (weight * Math.min(2, said.times)) / (shared.get(stem) ?? 1) }]
      : [];
  });
  hits.sort((a, b) => b.worth - a.worth);
  return {
    code,
    score: hits.reduce((sum, { worth }) => sum + worth, 0),
    words: hits.slice(0, wordsToldMax).map(({ word }) => word),
  };
}

function learn(stems: Map<string, number>, text: string, weight: number): void {
  for (const stem of stemsOf(text).keys()) stems.set(stem, Math.max(stems.get(stem) ?? 0, weight));
}

const idle = new Set(
  'avec dans service services bonjour merci lettre letter des elle est les leur leurs mais nous par pas plus pour que qui sans ses son sur une vos votre vous aux demande demander faire pouvez your you with without have has that this from into for and the are can please request make ask'.split(
    ' ',
  ),
);

/** The words of a text by their stems, with how often each is said; `nid-de-poule` is one word, and its parts are words too. */
function stemsOf(text: string): Map<string, { word: string; times: number }> {
  const found = new Map<string, { word: string; times: number }>();
  const words = text.match(/[\p{L}\d]+(?:[-’'][\p{L}\d]+)*/gu) ?? [];
  for (const word of words) {
    const parts = word.includes('-') ? [word, ...word.split('-')] : word.split(/[’']/);
    for (const part of new Set(parts)) {
      const stem = stemOf(part);
      if (stem.length < 3 || idle.has(stem) || idle.has(foldWord(part))) continue;
      const before = found.get(stem);
      found.set(stem, { word: before?.word ?? part.toLowerCase(), times: (before?.times ?? 0) + 1 });
    }
  }
  return found;
}

/** Folds accents, case and the commonest endings of both languages. */
function stemOf(word: string): string {
  const plain = foldWord(word);
  if (plain.length <= 4) return plain.replace(/s$/, '');
  return plain.replace(/(?:aux|eaux)$/, 'al').replace(/(?:es|s|x|e)$/, '');
}
