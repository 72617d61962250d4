import type { Option } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { packChoices, packQuestion, packServices } from './hear.ts';
import type { Utterance } from './read-utterances.ts';
import { seeded } from './seeded.ts';

const frames: Record<Language, readonly string[]> = {
  fr: ['%', '% s’il vous plaît', 'c’est %', 'je voudrais %', 'euh %'],
  en: ['%', '% please', 'it’s %', 'I would like %', 'uh %'],
};
const neither: Record<Language, readonly string[]> = {
  fr: ['pas %', 'ni %', 'tout sauf %'],
  en: ['not %', 'neither %', 'anything except %'],
};

/**
 * Makes utterances of the names of options: each choice of the shipped pack that may be said, and its menu of services.
 *
 * Guarantee: each option is said by one of its names, the same each time; a name that two options have, a denied one and two of
 *   them at once must be asked again.
 */
export function optionUtterances(language: Language): Utterance[] {
  const chance = seeded(language === 'fr' ? 1867 : 1982);
  const or = language === 'fr' ? 'ou' : 'or';
  const choices = packChoices().flatMap((context): Utterance[] => {
    const question = packQuestion(context);
    if (question?.type !== 'choice') return [];
    const { options } = question;
    const said = options.map((option) => {
      const name = chance.from(namesOf(option, language));
      return { name, expected: shared(options, name, language) ? undefined : option.key };
    });
    const [first, second] = said;
    return [
      ...said.map(({ name, expected }) => ({
        said: chance.from(frames[language]).replace('%', () => name),
        expected,
      })),
      { said: chance.from(neither[language]).replace('%', () => first?.name ?? ''), expected: undefined },
      { said: `${first?.name ?? ''} ${or} ${second?.name ?? ''}`, expected: undefined },
    ].map((utterance) => ({ kind: 'choice', context, ...utterance }));
  });
  const services = packServices().map(({ definition: { code, name, keywords } }): Option => {
    return { key: code, label: name, ...(keywords ? { spoken: keywords } : {}) };
  });
  const menu = services.flatMap((service): Utterance[] =>
    [service.label[language], chance.from(namesOf(service, language))].map((name) => ({
      kind: 'menu',
      context: '-',
      said: name,
      expected: shared(services, name, language) ? undefined : service.key,
    })),
  );
  return [...choices, ...menu];
}

/** Its label, without what stands between brackets, and its synonyms. */
function namesOf({ label, spoken }: Option, language: Language): string[] {
  return [label[language].replace(/ ?\([^)]*\)/g, ''), ...(spoken?.[language] ?? [])];
}

function shared(options: readonly Option[], name: string, language: Language): boolean {
  return options.filter((option) => namesOf(option, language).includes(name)).length > 1;
}
