import type { Option } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { plainWords } from './plain-words.ts';

/** All the ways an option may be said in a language. */
export function optionPhrases(option: Option, language: Language): string[] {
  return [option.label[language], ...(option.spoken?.[language] ?? [])];
}

/** Finds the one option whose label or synonym was said; undefined when none or two were. */
export function spokenChoice(
  options: readonly Option[],
  text: string,
  language: Language,
): Option | undefined {
  const said = ` ${plainWords(text)} `;
  const heard = options.filter((option) =>
    optionPhrases(option, language).some((phrase) => {
      const words = plainWords(phrase);
      return words !== '' && said.includes(` ${words} `);
    }),
  );
  if (heard.length <= 1) return heard[0];
  // "Chien guide" also holds "chien": the only one said in full wins, two of them ask again.
  const exact = heard.filter((option) =>
    optionPhrases(option, language).some((phrase) => ` ${plainWords(phrase)} ` === said),
  );
  return exact.length === 1 ? exact[0] : undefined;
}
