import type { CompiledService, Option } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { choicesMax } from '../askers/menu-page.ts';
import type { Words } from '../words/words.ts';
import { wordsOf } from '../words/words-of.ts';
import { remembered } from './remembered.ts';
import { type Theme, themeGroups } from './theme-groups.ts';

/** What one key of the menu leads to. */
export type MenuEntry =
  /** A request made before. */
  { kind: 'made' } | { kind: 'group'; themes: Theme[] } | { kind: 'service'; service: CompiledService };

/**
 * Lists what the first menu, or the menu of a group of themes, offers.
 *
 * Guarantee: the first menu holds five entries at most, what was asked for before first, unless the desk offers so few services
 *   that they need no themes; every service is behind one key of it.
 */
export function menuEntries(
  services: readonly CompiledService[],
  themes: readonly Theme[] | undefined,
  language: Language,
): readonly MenuEntry[] {
  const known = language === 'fr' ? inFrench : inEnglish;
  return known(services, themes?.join(' ') ?? '');
}

const inFrench = remembered(listed('fr'));
const inEnglish = remembered(listed('en'));

function listed(language: Language) {
  return (services: readonly CompiledService[], about: string): readonly MenuEntry[] =>
    list(byName(services, language), about === '' ? undefined : (about.split(' ') as Theme[]));
}

function list(named: readonly CompiledService[], themes: readonly Theme[] | undefined): MenuEntry[] {
  if (themes !== undefined) {
    return named.filter(({ definition }) => themes.includes(definition.theme)).map(toService);
  }
  if (named.length <= choicesMax) return [{ kind: 'made' }, ...named.map(toService)];
  const groups = themeGroups(named, choicesMax - 1);
  return [
    { kind: 'made' },
    ...groups.map((group): MenuEntry => {
      const [only, ...others] = group.services;
      return only !== undefined && others.length === 0
        ? toService(only)
        : { kind: 'group', themes: group.themes };
    }),
  ];
}

/** Writes an entry as an option, with all that may be said for it. */
export function entryOption(entry: MenuEntry): Option {
  switch (entry.kind) {
    case 'made':
      return {
        ...bilingual('made', ({ made }) => made),
        spoken: {
          fr: ['une demande déjà faite', 'une demande commencée'],
          en: ['a request I already made', 'a request I started'],
        },
      };
    case 'group':
      return {
        ...bilingual(entry.themes.join(' '), (words) => words.themes(entry.themes)),
        spoken: {
          fr: entry.themes.map((theme) => wordsOf('fr').themes([theme])),
          en: entry.themes.map((theme) => wordsOf('en').themes([theme])),
        },
      };
    case 'service': {
      const { code, name, keywords } = entry.service.definition;
      return { key: code, label: name, ...(keywords ? { spoken: keywords } : {}) };
    }
  }

  function bilingual(key: string, say: (words: Words) => string): Option {
    return { key, label: { fr: say(wordsOf('fr')), en: say(wordsOf('en')) } };
  }
}

const collators: Record<Language, Intl.Collator> = {
  fr: new Intl.Collator('fr-CA'),
  en: new Intl.Collator('en-CA'),
};

function byName(services: readonly CompiledService[], language: Language): CompiledService[] {
  return services.toSorted((a, b) =>
    collators[language].compare(a.definition.name[language], b.definition.name[language]),
  );
}

function toService(service: CompiledService): MenuEntry {
  return { kind: 'service', service };
}
