import type { Bilingual } from '@guichet/kernel';

const bothLanguages: Bilingual = {
  fr: 'écrivez le texte dans les deux langues',
  en: 'write the text in both languages',
};

/** By key: what to write where it is missing. */
const advice: Record<string, Bilingual> = {
  fr: bothLanguages,
  en: bothLanguages,
  calendar: {
    fr: 'ajoutez `calendar: quebec-public`, les jours ouvrables sur lesquels les délais courent',
    en: 'add `calendar: quebec-public`, the business days on which the clocks run',
  },
  retention: {
    fr: 'ajoutez `retention: { years: …, then: destroy, source: … }`',
    en: 'add `retention: { years: …, then: destroy, source: … }`',
  },
  source: {
    fr: 'ajoutez `source`\u00a0: la règle du calendrier de conservation, ou la loi',
    en: 'add `source`: the rule of the retention schedule, or the law',
  },
  words: {
    fr: 'ajoutez `words`\u00a0: ce qui est dit à la personne quand c’est décidé ainsi',
    en: 'add `words`: what the person is told when it is decided so',
  },
};

/** Says what to write where a key is missing. */
export function missingAdvice(key: string | number | undefined): Bilingual | undefined {
  if (typeof key !== 'string') return undefined;
  return Object.hasOwn(advice, key) ? advice[key] : { fr: `ajoutez \`${key}\``, en: `add \`${key}\`` };
}
